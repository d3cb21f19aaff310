// `npm run keys`: what the operator does with the master key and with the key of address hashes. Connects as the owner of
// the database, whose secret no serving process has.
import type { Client } from "pg";
import { readSettings, type Settings } from "../config";
import { asOwner, connectAsOwner, ownerUrlOf } from "../database/owner";
import { lineFor } from "../start-up-error";
import { missingAddressHashKeys } from "./address-hash-keys";
import { countVersions } from "./count-versions";
import { layersOf } from "./layers-in-force";
import { loadMasterKeyFile, masterKeyOf, masterKeyPath, newestMasterKey } from "./master-key";
import { addVersion } from "./master-key-file";
import { rewrapColumn } from "./rewrap-column";
import { rotateAddressHash } from "./rotate-address-hash";
import { sealedColumns, type SealedColumn } from "./sealed-columns";
import { whileNothingServes } from "./while-nothing-serves";

type Say = (line: string) => void;

const HELP = `The master key, under which the keys of encrypted values are wrapped, and the key of address hashes.

  npm run keys -- status               how many values are sealed under which version, and in how many layers addresses are hashed
  npm run keys -- new-version          adds a version to the file, or makes the file; new values use it after a restart
  npm run keys -- rewrap               brings all values under the newest version; may be interrupted and run again
  npm run keys -- rotate-address-hash  hashes every address once more, under a new key, while no API and no worker runs
`;
const WORDS = ["status", "new-version", "rewrap", "rotate-address-hash"];

/** Answers whether all went well. */
export async function keys(args: string[], env: NodeJS.ProcessEnv, say: Say): Promise<boolean> {
  const [word, surplus] = args;
  if (surplus !== undefined || word === undefined || !WORDS.includes(word)) {
    say(HELP);
    return word === "--help";
  }
  const settings = readSettings(env);
  if (word === "rotate-address-hash") return rotate(settings, say);
  const path = masterKeyPath(settings);
  if (word === "new-version") {
    say(`${path} has version ${addVersion(path)}. Keep a copy of it, apart from the database's.`);
    return true;
  }
  loadMasterKeyFile(path);
  const owner = await connectAsOwner(ownerUrlOf(settings), "keys");
  try {
    return word === "rewrap" ? await rewrapAll(owner, say) : await status(owner, settings, say);
  } finally {
    await owner.end();
  }
}

async function status(owner: Client, { dataDir }: Settings, say: Say): Promise<boolean> {
  let isWhole = await statusOfAddressHashes(owner, dataDir, say);
  say(`Values are sealed under version ${newestMasterKey().version}.`);
  for (const sealedColumn of sealedColumns()) {
    const counts = await countVersions(owner, sealedColumn);
    for (const [version, count] of counts) {
      const isKnown = masterKeyOf(version) !== undefined;
      isWhole &&= isKnown;
      say(
        `${nameOf(sealedColumn)}: ${count} under version ${version}${isKnown ? "" : ", which the file lacks"}`,
      );
    }
    if (counts.size === 0) say(`${nameOf(sealedColumn)}: none`);
  }
  return isWhole;
}

async function statusOfAddressHashes(owner: Client, dataDir: string, say: Say): Promise<boolean> {
  const layers = await asOwner(owner, () => layersOf(owner));
  const missing = missingAddressHashKeys(dataDir, layers);
  say(`Addresses are hashed in ${plural(layers, "layer")}.`);
  for (const path of missing) say(`There is no ${path}: put it back from a copy.`);
  return missing.length === 0;
}

function rotate(settings: Settings, say: Say): Promise<boolean> {
  return whileNothingServes(settings, async (ownerUrl) => {
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
}

const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? "" : "s"}`;

async function rewrapAll(owner: Client, say: Say): Promise<boolean> {
  let isWhole = true;
  for (const sealedColumn of sealedColumns()) {
    const { count, unopened } = await rewrapColumn(owner, sealedColumn);
    isWhole &&= unopened.length === 0;
    say(`${nameOf(sealedColumn)}: ${count} brought under version ${newestMasterKey().version}`);
    if (unopened.length > 0)
      say(`${nameOf(sealedColumn)}: can't be opened: ${unopened.join(", ")}`);
  }
  return isWhole;
}

const nameOf = ({ table, column }: SealedColumn) => `${table}.${column}`;

if (require.main === module) {
  keys(process.argv.slice(2), process.env, (line) => console.log(line)).then(
    (isWhole) => (process.exitCode = isWhole ? 0 : 1),
    (error: unknown) => {
      console.error(lineFor(error));
      process.exitCode = 1;
    },
  );
}
