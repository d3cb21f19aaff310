// W4: everybody as one file, side by side.
import { DEFAULTS } from "../../../seeds/volume/sizes";
import type { Bench } from "../bench";
import { installPeers } from "../peers/installed";
import { usualFile } from "../peers/usual-file";
import { figuresOf, table } from "../side-by-side/table";
import { openWorld } from "../side-by-side/world";
import type { FileContender } from "./file-contender";
import { limitFile } from "./limit-file";
import { ourFile } from "./our-file";
import { filesInTurn } from "./rounds";

const CONTACTS = 1_800_000;
const ROUNDS = 5;

export const wholeFile: Bench = {
  name: "W4",
  summary: "1,000,000 subscribers as a CSV file, from asking for it to its last byte.",
  hasPeers: true,
  options: {
    rounds: { default: ROUNDS, minimum: 1, maximum: 100, meaning: "files of each" },
    contacts: {
      ...{ default: CONTACTS, minimum: 1_000, maximum: 5_000_000 },
      meaning: "contacts there are: nearly six in ten stand in the file",
    },
  },
  async run({ seed, rounds = ROUNDS, contacts = CONTACTS }, report, { folder, withPeers }) {
    if (withPeers) installPeers(report);
    const world = await openWorld({ ...DEFAULTS, contacts }, { seed, folder }, report);
    const contenders: FileContender[] = [];
    try {
      contenders.push(await limitFile(world), ...(await ourFile(world)));
      if (withPeers) contenders.push(await usualFile(world));
      const measured = await filesInTurn(contenders, { rounds, databasePid: world.pid }, report);
      const absent = withPeers ? ["PostGraphile 5"] : []; // a page at a time is all it has
      table(measured, { rate: "rows/s", last: "ms a file" }, absent).forEach(report);
      return figuresOf(measured);
    } finally {
      for (const each of contenders) await each.end().catch(() => undefined);
      await world.close();
    }
  },
};
