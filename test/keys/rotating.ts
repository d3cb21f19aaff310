// What a test needs to rotate the key of address hashes in a world of its own, and to look at every hash there is.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { embeddedOwnerUrl, readEmbeddedAddress } from "../../src/database/embedded-address";
import { TABLES_WITH_ADDRESS_HASHES } from "../../src/keys/address-hash-columns";
import { keys } from "../../src/keys/command";
import type { World } from "../setup/world";

export function ownerUrlOf({ config }: World): string {
  const { folder } = JSON.parse(process.env.TEST_CLUSTER!) as { folder: string };
  return embeddedOwnerUrl(readEmbeddedAddress(folder)!, config.database.database);
}

/** `npm run keys -- WORD`. */
export async function runKeys(world: World, word: string) {
  const env = { DATA_DIR: world.config.dataDir, DATABASE_OWNER_URL: ownerUrlOf(world) };
  const lines: string[] = [];
  const isWhole = await keys([word], env, (line) => lines.push(line));
  return { isWhole, lines };
}

export const keyFile = ({ config }: World, layer: number) =>
  join(config.dataDir, "keys", layer === 1 ? "address-hash.key" : `address-hash-${layer}.key`);
export const keyOf = (world: World, layer: number) => readFileSync(keyFile(world, layer));

export const layersOf = async ({ asOwner }: World) =>
  (await asOwner.query<{ layers: number }>("select layers from address_hash_layers")).rows[0]!
    .layers;

/** Each row as it is but for its hash, and the hash, in an order that rotating doesn't change. */
export async function hashesOf({ asOwner }: World) {
  const found = new Map<string, { row: string; hash: string }[]>();
  for (const table of TABLES_WITH_ADDRESS_HASHES) {
    const { rows } = await asOwner.query<{ row: string; hash: string }>(
      `select (to_jsonb(t) - 'email_hash' - 'password_salt')::text as row, encode(email_hash, 'hex') as hash from ${table} t`,
    );
    found.set(table, rows);
  }
  return found;
}
