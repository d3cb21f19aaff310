// How many layers the database's hashes of addresses have: asked when a process starts, and again on each connection that
// it opens later. Rotating goes on while nobody is connected, so whoever comes back with too few layers is not let in.
import type { ClientBase } from "pg";
import { admitConnections, poolOf } from "../database/database";
import { type Login, rolesOf } from "../database/roles";
import { StartUpError } from "../start-up-error";
import { loadAddressHashKeys, makeAddressHashKey } from "./address-hash-keys";

/** For a process that serves. */
export async function loadLayersInForce(dataDir: string): Promise<void> {
  const login = "login_public";
  const client = await poolOf(login).connect();
  try {
    const layers = await layersOn(client, login).catch((error: unknown) => {
      throw isWaitingForLock(error) ? new StartUpError(ROTATING) : error;
    });
    loadAddressHashKeys(dataDir, layers);
    admitConnections(async (connection, of) => {
      if ((await layersOn(connection, of)) !== layers) throw new Error(ROTATED);
    });
  } finally {
    client.release();
  }
}

/** For whoever owns the tables. Inside a transaction it keeps rotating out until that ends. */
export async function loadLayersAsOwner(client: ClientBase, dataDir: string): Promise<void> {
  loadAddressHashKeys(dataDir, await layersOf(client));
}

export async function layersOf(owner: ClientBase): Promise<number> {
  const { rows } = await owner.query<{ layers: number }>("select layers from address_hash_layers");
  return rows[0]!.layers;
}

/**
 * The first key is made once, with the database: from then on a process that lacks it refuses to start, and makes no other
 * under which nobody would be recognised.
 */
export async function makeFirstLayer(client: ClientBase, dataDir: string): Promise<void> {
  const { rowCount } = await client.query(
    "select from address_hash_layers where layers = 0 for update",
  );
  if (rowCount === 0) return;
  makeAddressHashKey(dataDir, 1);
  await client.query("update address_hash_layers set layers = 1");
}

const ROTATING = "The key of address hashes is being rotated. Start again when that has ended.";
const ROTATED =
  "The key of address hashes was rotated since this process started, which has to start anew.";

/** In one round trip. */
async function layersOn(client: ClientBase, login: Login): Promise<number> {
  const results = (await client.query(
    `begin read only; set local role ${rolesOf(login)[0]}; select address_hash_layers_in_force() as layers; commit`,
  )) as unknown as { rows: { layers: number }[] }[];
  return results[2]!.rows[0]!.layers;
}

const isWaitingForLock = (error: unknown) => (error as { code?: string }).code === "55P03";
