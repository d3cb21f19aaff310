// A file brought in by the import, against COPY of the same records, bases and triggers by a superuser who asks nothing.
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { STORY_PEOPLE } from "../../seeds/story-people";
import { setReadAuditDurable } from "../../src/audit/durability";
import { closeDatabase, openDatabase } from "../../src/database/database";
import { newId } from "../../src/database/uuid";
import { keepFile } from "../../src/files/files";
import { openFileStore } from "../../src/files/open-store";
import { entities } from "../../src/graphql/features";
import { importContacts } from "../../src/imports/job/import-contacts";
import { loadHashKeys } from "../../src/keys/hash-keys";
import { loadLayersAsOwner } from "../../src/keys/layers-in-force";
import { loadMasterKey } from "../../src/keys/master-key";
import { type NewKey, newKeys } from "../../src/keys/person-keys";
import { sealedEvidence } from "../../src/lawfulness/evidence";
import { canonicalAddress } from "../../src/mail/address";
import { addressHash } from "../../src/mail/address-hash";
import { type OwnCluster, ownCluster } from "../drills/own-cluster";
import type { Bench } from "./bench";

const HEADERS: Record<string, { columns: string; mapping: Record<string, number>; kind: string }> =
  {
    MAILCHIMP: {
      columns: "Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,LEID",
      mapping: { EMAIL_ADDRESS: 0, FIRST_NAME: 1, LAST_NAME: 2, OPT_IN_AT: 4, CONFIRMED_AT: 5 },
      kind: "SUBSCRIBERS",
    },
    BREVO: {
      columns: "EMAIL,FIRSTNAME,LASTNAME,EMAIL_BLACKLISTED,ADDED_TIME,MODIFIED_TIME,ID",
      mapping: { EMAIL_ADDRESS: 0, FIRST_NAME: 1, LAST_NAME: 2, OPTED_OUT: 3, OPT_IN_AT: 4 },
      kind: "SUBSCRIBERS",
    },
    HUBSPOT: {
      columns: "Email,First Name,Last Name,Unsubscribed from all email,Create Date,Legal,Record ID",
      mapping: { EMAIL_ADDRESS: 0, FIRST_NAME: 1, LAST_NAME: 2, OPTED_OUT: 3 },
      kind: "PROSPECTS",
    },
  };

export const imports: Bench = {
  name: "imports",
  summary: "Bringing a file in, against COPY into the same tables with their triggers on.",
  options: {
    rows: { default: 100_000, minimum: 1_000, maximum: 1_000_000, meaning: "rows of each file" },
  },
  async run({ rows = 100_000 }, report) {
    const own = await ownCluster();
    try {
      const { config } = own;
      const database = await own.superuser(); // one for all that is asked
      const cluster = { ...own, superuser: () => Promise.resolve(database) };
      loadHashKeys(config.dataDir);
      await loadLayersAsOwner(database, config.dataDir);
      loadMasterKey(config);
      openFileStore(config);
      setReadAuditDurable(false);
      await openDatabase(config, entities());
      const figures: Record<string, number> = {};
      for (const tool of Object.keys(HEADERS)) {
        const byCopy = await copied(cluster, tool, rows);
        const id = await begun(cluster, tool, { rows, way: "imported" });
        const brought = await seconds(() => importContacts(id, true));
        await told(cluster, id, { state: "DONE", added: rows });
        const share = byCopy / brought;
        report(
          `${tool}: COPY ${Math.round(rows / byCopy)} rows/s, import ${Math.round(rows / brought)} rows/s, share ${share.toFixed(2)}`,
        );
        figures[`${tool.toLowerCase()}Share`] = Number(share.toFixed(2));
        figures[`${tool.toLowerCase()}RowsPerSecond`] = Math.round(rows / brought);
        const undone = await undo(cluster, id, rows);
        report(`${tool}: undone ${Math.round(rows / undone)} rows/s`);
        figures[`${tool.toLowerCase()}UndoneRowsPerSecond`] = Math.round(rows / undone);
      }
      report(await cancelMidway(cluster, rows));
      await closeDatabase();
      const peakMiB = Math.round(process.resourceUsage().maxRSS / 1_024);
      return { rows, ...figures, peakMiB };
    } finally {
      await own.close();
    }
  },
};

const addressOf = (tool: string, way: string, n: number) =>
  `${way}${n}@${tool.toLowerCase()}.example.com`;
const CELLS: Record<string, string> = {
  MAILCHIMP: "2,2026-01-02 03:04:05,2026-01-02 03:05:05,1",
  BREVO: "false,2026-01-02 03:04:05,2026-01-02 03:04:05,1",
  HUBSPOT: "No,2026-01-02,Legitimate interest – prospect/lead,1",
};

async function begun(
  { superuser }: OwnCluster,
  tool: string,
  { rows, way }: { rows: number; way: string },
): Promise<string> {
  const { columns, mapping, kind } = HEADERS[tool]!;
  async function* lines() {
    yield Buffer.from(`${columns}\n`);
    for (let n = 0; n < rows; n += 1_000) {
      const some = Array.from(
        { length: Math.min(1_000, rows - n) },
        (_, at) => `${addressOf(tool, way, n + at)},First${n + at},Last,${CELLS[tool]}\n`,
      );
      yield Buffer.from(some.join(""));
    }
  }
  const { id: fileId, byteCount, sha256, sealedKey } = await keepFile(lines());
  const database = await superuser();
  const viewer = STORY_PEOPLE.marketing.viewer.id;
  const id = newId();
  await database.query(
    `insert into files (id, use, name, byte_count, sha256, data_key, audience, created_by, expires_at)
     values ($1, 'IMPORT', 'bench.csv', $2, $3, $4, 'MARKETING', $5, now() + interval '1 day')`,
    [fileId, byteCount, sha256, sealedKey, viewer],
  );
  await database.query(
    `insert into imports (id, file_id, file_name, byte_count, kind, tool, encoding, delimiter, columns, mapping,
       source, wording, confirmed_at, state, acting_for, created_by, started_at)
     values ($1, $2, 'bench.csv', $3, $4, $5, 'UTF-8', ',', $6, $7, 'A benchmark', 'Send it.', '2026-03-01', 'QUEUED', $8, $8, now())`,
    [id, fileId, byteCount, kind, tool, columns.split(","), JSON.stringify(mapping), viewer],
  );
  return id;
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1_000;
}

type Told = { state: string; added: number; restored: number; kept: number; rows_read: number };

/** What the import says of itself. Throws where it isn't what is expected. */
async function told({ superuser }: OwnCluster, id: string, expected: Partial<Told>): Promise<Told> {
  const { rows } = await (
    await superuser()
  ).query<Told & { failure: string }>(
    "select state, added, restored, kept, rows_read, failure from imports where id = $1",
    [id],
  );
  const found = rows[0]!;
  const isSo = Object.entries(expected).every(([key, value]) => found[key as keyof Told] === value);
  if (!isSo) throw new Error(`Not as expected: ${JSON.stringify(found)}`);
  return found;
}

/** The state that the verb leaves behind, without its job: the job's work is what is measured. */
const setState = async ({ superuser }: OwnCluster, id: string, state: string) =>
  (await superuser()).query("update imports set state = $2 where id = $1", [id, state]);

async function undo(cluster: OwnCluster, id: string, added: number): Promise<number> {
  await setState(cluster, id, "UNDOING");
  const took = await seconds(() => importContacts(id, true));
  await told(cluster, id, { state: "UNDONE", restored: added, kept: 0 });
  return took;
}

/** In the middle of a file somebody ends it: what was brought by then stays, is counted, and can be taken back. */
async function cancelMidway(cluster: OwnCluster, rows: number): Promise<string> {
  const id = await begun(cluster, "MAILCHIMP", { rows, way: "cancelled" });
  const job = importContacts(id, true);
  while ((await told(cluster, id, {})).rows_read < rows / 2) await sleep(50);
  await setState(cluster, id, "CANCELLED");
  const ending = await seconds(() => job);
  const { added, rows_read } = await told(cluster, id, { state: "CANCELLED" });
  const { rows: there } = await (
    await cluster.superuser()
  ).query<{ n: number }>(
    "select count(*)::integer as n from subscribers where email_canonical like 'cancelled%'",
  );
  if (there[0]!.n !== added || added < rows / 2 || added === rows)
    throw new Error(`Told ${added} of ${rows}, and ${there[0]!.n} are there.`);
  const took = await undo(cluster, id, added);
  return `Cancelled at ${rows_read} of ${rows} rows: ended after ${ending.toFixed(2)} s with ${added} added, which were undone in ${took.toFixed(1)} s`;
}

/** The same records, bases and evidence, with all triggers, in one transaction. */
async function copied({ superuser }: OwnCluster, tool: string, rows: number): Promise<number> {
  const database = await superuser();
  const isSubscribers = HEADERS[tool]!.kind === "SUBSCRIBERS";
  const people = Array.from({ length: rows }, (_, n) => {
    const address = addressOf(tool, "copied", n);
    const canonical = canonicalAddress(address)!;
    return { id: newId(), n, address, canonical, hash: addressHash(canonical).toString("hex") };
  });
  const purposes = isSubscribers
    ? [["NEWSLETTER", "CONSENT"]]
    : [
        ["MARKETING_AND_SALES", "LEGITIMATE_INTERESTS"],
        ["SERVICE_IMPROVEMENT", "LEGITIMATE_INTERESTS"],
      ];
  const bases = people.flatMap(({ id }) =>
    purposes.map(([purpose, basis]) => ({ basisId: newId(), id, purpose, basis })),
  );
  const kind = isSubscribers ? "SUBSCRIBER" : "PROSPECT";
  const proofs = isSubscribers ? provedWithKeys(bases) : [];
  const startedAt = performance.now();
  await database.query("begin");
  await copy(
    database,
    isSubscribers
      ? "subscribers (id, name, email_address, email_canonical, email_hash)"
      : "prospects (id, name, email_address, email_canonical, email_hash, kind, source)",
    people.map(
      ({ id, n, address, canonical, hash }) =>
        `${id}\tFirst${n} Last\t${address}\t${canonical}\t\\\\x${hash}${isSubscribers ? "" : "\tPROSPECTIVE_CUSTOMER\tA benchmark"}\n`,
    ),
  );
  await copy(
    database,
    "lawful_bases (id, subject_kind, subject_id, purpose, lawful_basis)",
    bases.map(
      ({ basisId, id, purpose, basis }) => `${basisId}\t${kind}\t${id}\t${purpose}\t${basis}\n`,
    ),
  );
  if (isSubscribers) {
    await copy(
      database,
      "keys.person_keys (subject_id, subject_kind, wrapped)",
      proofs.map(({ id, wrapped }) => `${id}\t${kind}\t\\\\x${wrapped}\n`),
    );
    await copy(
      database,
      "basis_evidence (lawful_basis_id, subject_kind, subject_id, sealed)",
      proofs.map(({ basisId, id, sealed }) => `${basisId}\t${kind}\t${id}\t\\\\x${sealed}\n`),
    );
  }
  await database.query("commit");
  return (performance.now() - startedAt) / 1_000;
}

/** Their keys and evidence in hexadecimal, made before the clock runs, as their hashes are. */
const provedWithKeys = (bases: readonly { basisId: string; id: string }[]) =>
  bases.map(({ basisId, id }) => {
    const [key] = newKeys([{ kind: "SUBSCRIBER", id }]) as [NewKey];
    const evidence = {
      ...{ source: "A benchmark", wording: "Send it." },
      ...{ givenAt: "2026-01-02T03:04:05Z", confirmedAt: "2026-01-02T03:05:05Z" },
    };
    const sealed = sealedEvidence(key, { basisId, evidence });
    return { basisId, id, wrapped: key.wrapped.toString("hex"), sealed: sealed.toString("hex") };
  });

async function copy(database: Client, into: string, lines: readonly string[]): Promise<void> {
  async function* batches() {
    for (let n = 0; n < lines.length; n += 1_000) yield lines.slice(n, n + 1_000).join("");
  }
  await pipeline(Readable.from(batches()), database.query(copyFrom(`copy ${into} from stdin`)));
}
