// How the statements of the golden operations are planned on a database of a company's size: a line for each operation. Asked
// of a copy that goes afterwards; the plans are made in the database itself, which stays as it is.
import { DEFAULTS } from "../../seeds/volume/sizes";
import { type Api, openApiOf } from "../setup/api";
import { furnish } from "../operations/furnish";
import { goldenOperations } from "../operations/operations";
import { perform } from "../operations/perform";
import { faultsOf, plansOf } from "../operations/plans";
import { watchTrips } from "../operations/trips";
import type { Bench } from "./bench";
import { cloneOf } from "./clone";
import { openWorld, type World } from "./side-by-side/world";

const COPY = "plans_copy";
const OWN = 60;
const OTHERS = 20_000;

export const plans: Bench = {
  name: "plans",
  summary: "What PostgreSQL expects, takes and walks through for each golden operation.",
  options: {
    contacts: {
      ...{ default: DEFAULTS.contacts, minimum: 1_000, maximum: 5_000_000 },
      meaning: "contacts there are",
    },
  },
  async run({ seed, contacts = DEFAULTS.contacts }, report, { folder }) {
    const trips = watchTrips();
    const world = await openWorld({ ...DEFAULTS, contacts }, { seed, folder }, report);
    try {
      await furnishOnce(world);
      const api = await openCopy(world);
      const database = await world.superuser();
      let faulty = 0;
      let statements = 0;
      try {
        for (const operation of goldenOperations()) {
          const asked = await perform(api, trips, operation);
          const made = await plansOf(
            database,
            asked.flatMap((each) => each.trips),
          );
          const faults = faultsOf(made);
          statements += made.length;
          faulty += faults.length ? 1 : 0;
          report(lineOf(operation.name, made, faults));
        }
      } finally {
        await api.close();
      }
      return { statements, faulty };
    } finally {
      await world.close();
      trips.stop();
    }
  },
};

function lineOf(
  name: string,
  made: readonly { cost: number; milliseconds: number }[],
  faults: string[],
) {
  const sum = (of: readonly number[]) => of.reduce((total, each) => total + each, 0);
  const cost = sum(made.map((each) => each.cost)).toFixed(0);
  const milliseconds = sum(made.map((each) => each.milliseconds)).toFixed(1);
  const figures = `${name.padEnd(40)} cost ${cost.padStart(8)}  ${milliseconds.padStart(8)} ms`;
  return [figures, ...faults].join("  ");
}

/** A folder that is kept was furnished the first time. */
async function furnishOnce(world: World): Promise<void> {
  const database = await world.superuser();
  const { rowCount } = await database.query("select from imports limit 1");
  if (!rowCount) await furnish(database, OWN, OTHERS);
  if (!rowCount) await database.query("vacuum (analyze)");
  await database.end();
}

async function openCopy(world: World): Promise<Api> {
  const { config, superuser, drop } = await cloneOf(world, COPY);
  return openApiOf({
    config: { ...config, pointsPerSecond: 1_000_000_000 },
    asOwner: superuser,
    drop,
  });
}
