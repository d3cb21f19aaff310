// `npm run keys`: what the operator does with the master key. Connects as the owner of the database, whose secret
// no serving process has.
import type { Client } from "pg";
import { readSettings } from "../config";
import { connectAsOwner, ownerUrlOf } from "../database/owner";
import { lineFor } from "../start-up-error";
import { countVersions } from "./count-versions";
import { loadMasterKeyFile, masterKeyOf, masterKeyPath, newestMasterKey } from "./master-key";
import { addVersion } from "./master-key-file";
import { rewrapColumn } from "./rewrap-column";
import { sealedColumns, type SealedColumn } from "./sealed-columns";

type Say = (line: string) => void;

const HELP = `The master key, under which the keys of encrypted values are wrapped.

  npm run keys -- status       how many values are sealed under which version
  npm run keys -- new-version  adds a version to the file, or makes the file; new values use it after a restart
  npm run keys -- rewrap       brings all values under the newest version; may be interrupted and run again
`;

/** Answers whether all went well. */
export async function keys(args: string[], env: NodeJS.ProcessEnv, say: Say): Promise<boolean> {
  const [word, surplus] = args;
  if (
    surplus !== undefined ||
    word === undefined ||
    !["status", "new-version", "rewrap"].includes(word)
  ) {
    say(HELP);
    return word === "--help";
  }
  const settings = readSettings(env);
  const path = masterKeyPath(settings);
  if (word === "new-version") {
    say(`${path} has version ${addVersion(path)}. Keep a copy of it, apart from the database's.`);
    return true;
  }
  loadMasterKeyFile(path);
  const owner = await connectAsOwner(ownerUrlOf(settings), "keys");
  try {
    return word === "rewrap" ? await rewrapAll(owner, say) : await status(owner, say);
  } finally {
    await owner.end();
  }
}

async function status(owner: Client, say: Say): Promise<boolean> {
  say(`Values are sealed under version ${newestMasterKey().version}.`);
  let isWhole = true;
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
