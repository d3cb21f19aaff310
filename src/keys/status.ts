// What stands under which key: values and people's keys by the version of the master key, and what is not sealed yet.
import type { Client } from "pg";
import { countVersions } from "./count-versions";
import { masterKeyOf, newestMasterKey } from "./master-key";
import { countUnsealed } from "./seal-column";
import { nameOf, waitingColumns, sealedColumns } from "./sealed-columns";

/** Answers whether the file has every version that is needed. */
export async function tellStatus(owner: Client, say: (line: string) => void): Promise<boolean> {
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
  for (const waitingColumn of waitingColumns())
    say(`${nameOf(waitingColumn)}: ${await countUnsealed(owner, waitingColumn)} not sealed`);
  return isWhole;
}
