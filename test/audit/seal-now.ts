// What the worker's sealer does every few seconds, at once.
import { Client } from "pg";
import type { Config } from "../../src/config";
import { sealBatch } from "../../src/audit/sealing/seal-batch";
import { loadAuditKeys } from "../../src/audit/sealing/signing-key";

/** A session as the sealer has it. */
export async function sealerSession({ database, loginPasswords }: Config): Promise<Client> {
  const client = new Client({
    ...{ ...database, user: "login_jobs", password: loginPasswords.login_jobs },
    options: "-c role=job_sealer",
  });
  await client.connect();
  return client;
}

/** Seals whatever waits; answers how many entries it were. */
export async function sealNow(config: Config): Promise<number> {
  const session = await sealerSession(config);
  const keys = loadAuditKeys(config.dataDir);
  let sealed = 0;
  try {
    for (let count = 1; count; sealed += count) ({ count } = await sealBatch(session, keys));
    return sealed;
  } finally {
    await session.end();
  }
}
