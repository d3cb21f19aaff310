// Where the embedded PostgreSQL of a folder listens, and its passwords: made once, in a file that only its owner can
// read.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { newPassword } from "./logins";

export type EmbeddedAddress = { port: number; superuserPassword: string; ownerPassword: string };

export const EMBEDDED_HOST = "127.0.0.1";

const fileIn = (folder: string) => join(folder, "postgresql.json");

/** Null where no PostgreSQL was ever started. */
export function readEmbeddedAddress(folder: string): EmbeddedAddress | null {
  const path = fileIn(folder);
  if (!existsSync(path)) return null;
  return JSON.parse(readFileSync(path, "utf8")) as EmbeddedAddress;
}

/** A port that somebody else has taken since is replaced. */
export async function keepEmbeddedAddress(
  folder: string,
  port: number | undefined,
): Promise<EmbeddedAddress> {
  const before = readEmbeddedAddress(folder);
  const kept: EmbeddedAddress = {
    superuserPassword: before?.superuserPassword ?? newPassword(),
    ownerPassword: before?.ownerPassword ?? newPassword(),
    port: port ?? (before && (await isFree(before.port)) ? before.port : await freePort()),
  };
  const draft = `${fileIn(folder)}.draft`;
  rmSync(draft, { force: true });
  writeFileSync(draft, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(draft, fileIn(folder));
  return kept;
}

/** For commands: the login that owns the databases and may make roles. */
export const embeddedOwnerUrl = ({ port, ownerPassword }: EmbeddedAddress, database: string) =>
  `postgresql://migrator:${ownerPassword}@${EMBEDDED_HOST}:${port}/${database}`;

/** For what only a development start may do. */
export const embeddedSuperuserUrl = (
  { port, superuserPassword }: EmbeddedAddress,
  database: string,
) => `postgresql://postgres:${superuserPassword}@${EMBEDDED_HOST}:${port}/${database}`;

const isFree = (port: number) =>
  new Promise<boolean>((answer) => {
    const probe = createServer();
    probe.once("error", () => answer(false));
    probe.listen(port, EMBEDDED_HOST, () => probe.close(() => answer(true)));
  });

export const freePort = () =>
  new Promise<number>((answer, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, EMBEDDED_HOST, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => answer(port));
    });
  });
