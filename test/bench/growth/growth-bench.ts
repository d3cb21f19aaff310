// What growing costs: each list of marketing, support and the tools, at its beginning and at its end, in three databases of
// which each is ten times as large as the one before.
import { DEFAULTS } from "../../../seeds/volume/sizes";
import type { Bench } from "../bench";
import { LISTS } from "./lists";
import { addressOf, changesOf, dashboardOf, pagesOf, type Question } from "./questions";
import { mediansOf, ratioOf } from "./timing";
import { type GrownWorld, openWorlds } from "./worlds";

const ROUNDS = 200;
const CUSTOMERS_ASKED = 50;

type Report = (line: string) => void;

export const growth: Bench = {
  name: "growth",
  summary: "Each list's first and last page, and W3, with 10,000, 100,000 and 1,000,000 contacts.",
  options: {
    contacts: {
      ...{ default: DEFAULTS.contacts, minimum: 100_000, maximum: 5_000_000 },
      meaning: "contacts of the largest database, whose rest grows with them",
    },
    rounds: { default: ROUNDS, minimum: 1, maximum: 10_000, meaning: "times that each is asked" },
  },
  async run({ seed, contacts = DEFAULTS.contacts, rounds = ROUNDS }, report, { folder }) {
    const worlds = await openWorlds(contacts, { seed, folder }, report);
    try {
      const figures: Record<string, number> = {};
      const compare = async (name: string, asked: Asked) => {
        figures[name] = await compared(name, asked, rounds, report);
      };
      for (const list of LISTS) {
        const { page, first, last } = await pagesOf(worlds, list);
        const pages = { worlds, rows: page, questions: { "first page": first, "last page": last } };
        await compare(list.name, pages);
      }
      await compare("address", { worlds, questions: { found: worlds.map(addressOf) } });
      await compare("W3", { worlds, questions: { "": worlds.map(changesOf) } });
      await compare("W1", dashboards(worlds.slice(1)));
      return { ...figures, worst: Math.max(...Object.values(figures)) };
    } finally {
      for (const each of worlds) await each.close();
    }
  },
};

type Asked = {
  worlds: readonly GrownWorld[];
  rows?: number;
  questions: Record<string, Question[]>;
};

/** The worst ratio of any two worlds, in one of the places that are asked. */
async function compared(
  name: string,
  { worlds, rows, questions }: Asked,
  rounds: number,
  report: Report,
): Promise<number> {
  const ratios: number[] = [];
  const told: string[] = [];
  for (const [place, each] of Object.entries(questions)) {
    const medians = await mediansOf(worlds, each, rounds);
    ratios.push(ratioOf(medians));
    told.push(`${place} ${medians.map((ms) => ms.toFixed(2)).join(" ")} ms`.trim());
  }
  const worst = Number(Math.max(...ratios).toFixed(2));
  const title = rows === undefined ? name : `${name}, ${rows} rows`;
  report(`${title.padEnd(36)} ${told.join("  ")}  ${worst.toFixed(2)}`);
  return worst;
}

/** The two larger: with a hundred customers and with a thousand, the same number of them asked of both. */
function dashboards(worlds: readonly GrownWorld[]): Asked {
  const rows = Math.min(CUSTOMERS_ASKED, ...worlds.map(({ sizes }) => sizes.customers));
  const questions = { "": worlds.map((world) => dashboardOf(world, rows)) };
  return { worlds, rows, questions };
}
