// Keys in a folder of their own, for tests that issue and forge tokens.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadKeys, type SigningKeys } from "../../src/viewer/keys";

export async function temporaryFolder(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "back-office-"));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

export async function temporaryKeys(): Promise<SigningKeys> {
  const { folder, remove } = await temporaryFolder();
  const keys = await loadKeys(folder);
  await remove();
  return keys;
}
