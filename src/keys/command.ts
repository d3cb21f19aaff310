// `npm run keys`: what the operator does with the master key, the keys of people and the key of address hashes. Connects as
// the owner of the database, whose secret no serving process has.
import type { Client } from "pg";
import { readSettings, type Settings } from "../config";
import { connectAsOwner, ownerUrlOf } from "../database/owner";
import { UUID } from "../database/uuid";
import { lineFor } from "../start-up-error";
import { rotate, tellLayers } from "./address-hash-command";
import { destroyKey } from "./destroy-key";
import { loadMasterKeyFile, masterKeyPath, newestMasterKey } from "./master-key";
import { addVersion } from "./master-key-file";
import { rewrapColumn } from "./rewrap-column";
import { sealColumn } from "./seal-column";
import { nameOf, waitingColumns, sealedColumns } from "./sealed-columns";
import { tellStatus } from "./status";

type Say = (line: string) => void;
type Given = { subjectId: string; settings: Settings };
type Work = (owner: Client, say: Say, given: Given) => Promise<boolean>;

const HELP = `The master key, under which the keys of encrypted values and of people are wrapped, and the key of address hashes.

  npm run keys -- status               how many values are sealed under which version, how many are not, and in how many
                                       layers addresses are hashed
  npm run keys -- new-version          adds a version to the file, or makes the file; new values use it after a restart
  npm run keys -- rewrap               brings all values under the newest version; may be interrupted and run again
  npm run keys -- seal                 seals what is from before there were keys; may be interrupted and run again
  npm run keys -- destroy ID ID        destroys the key of the person with this identifier, given twice, for ever;
                                       instead of the second time, --yes
  npm run keys -- rotate-address-hash  hashes every address once more, under a new key, while no API and no worker runs
`;

const WORK = new Map<string, Work>([
  ["status", status],
  ["rewrap", rewrapAll],
  ["seal", sealAll],
]);

/** Answers whether all went well. */
export async function keys(args: string[], env: NodeJS.ProcessEnv, say: Say): Promise<boolean> {
  const [word = "", subjectId = "", confirmation, ...surplus] = args;
  const isDestroying = word === "destroy" && UUID.test(subjectId) && surplus.length === 0;
  const work = isDestroying ? destroy : args.length === 1 ? WORK.get(word) : undefined;
  if (!work && !["new-version", "rotate-address-hash"].includes(args.join())) {
    say(HELP);
    return word === "--help";
  }
  if (isDestroying && confirmation !== "--yes" && confirmation !== subjectId) {
    say(`Nothing was destroyed. Nothing brings a key back: give ${subjectId} twice, or --yes.`);
    return false;
  }
  const settings = readSettings(env);
  const path = masterKeyPath(settings);
  if (word === "rotate-address-hash") return rotate(settings, say);
  if (!work) {
    say(`${path} has version ${addVersion(path)}. Keep a copy of it, apart from the database's.`);
    return true;
  }
  loadMasterKeyFile(path);
  const owner = await connectAsOwner(ownerUrlOf(settings), "keys");
  try {
    return await work(owner, say, { subjectId: subjectId.toLowerCase(), settings });
  } finally {
    await owner.end();
  }
}

async function status(owner: Client, say: Say, { settings }: Given): Promise<boolean> {
  const hasAllLayers = await tellLayers(owner, settings.dataDir, say);
  return (await tellStatus(owner, say)) && hasAllLayers;
}

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

async function sealAll(owner: Client, say: Say): Promise<boolean> {
  for (const waitingColumn of waitingColumns()) {
    const { count, erased } = await sealColumn(owner, waitingColumn);
    say(`${nameOf(waitingColumn)}: ${count} sealed`);
    if (erased > 0) say(`${nameOf(waitingColumn)}: ${erased} of people who were erased are lost`);
  }
  return true;
}

async function destroy(owner: Client, say: Say, { subjectId }: Given): Promise<boolean> {
  const { isGone, line } = await destroyKey(owner, subjectId);
  say(line);
  return isGone;
}

if (require.main === module) {
  keys(process.argv.slice(2), process.env, (line) => console.log(line)).then(
    (isWhole) => (process.exitCode = isWhole ? 0 : 1),
    (error: unknown) => {
      console.error(lineFor(error));
      process.exitCode = 1;
    },
  );
}
