// What `npm run keys` says and does about the key of address hashes.
import type { Client } from "pg";
import type { Settings } from "../config";
import { asOwner, connectAsOwner } from "../database/owner";
import { missingAddressHashKeys } from "./address-hash-keys";
import { layersOf } from "./layers-in-force";
import { rotateAddressHash } from "./rotate-address-hash";
import { whileNothingServes } from "./while-nothing-serves";

type Say = (line: string) => void;

/** Answers whether the data folder has the key of every layer. */
export async function tellLayers(owner: Client, dataDir: string, say: Say): Promise<boolean> {
  const layers = await asOwner(owner, () => layersOf(owner));
  const missing = missingAddressHashKeys(dataDir, layers);
  say(`Addresses are hashed in ${plural(layers, "layer")}.`);
  for (const path of missing) say(`There is no ${path}: put it back from a copy.`);
  return missing.length === 0;
}

export const rotate = (settings: Settings, say: Say): Promise<boolean> =>
  whileNothingServes(settings, async (ownerUrl) => {
    const owner = await connectAsOwner(ownerUrl, "keys");
    try {
      const { layers, hashes, keyFile } = await rotateAddressHash(owner, settings.dataDir);
      for (const [table, count] of Object.entries(hashes))
        say(`${table}: ${count} hashed once more`);
      say(
        `Addresses are hashed in ${plural(layers, "layer")} now. Bring ${keyFile} to every machine, keep a copy of it apart from the database's, and start the API and the worker.`,
      );
      return true;
    } finally {
      await owner.end();
    }
  });

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? "" : "s"}`;
