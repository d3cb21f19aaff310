// The price of each guard: the program with all of them beside itself without one, in the same rounds.
import { DEFAULTS } from "../../../seeds/volume/sizes";
import { apiElsewhere } from "../../setup/api-elsewhere";
import type { Bench } from "../bench";
import type { Contender } from "../side-by-side/contender";
import { limit } from "../side-by-side/limit";
import { ourselves } from "../side-by-side/ourselves";
import { type Settings, slotsInTurn } from "../side-by-side/rounds";
import { WORKLOADS, type WorkloadName } from "../side-by-side/workloads";
import { openWorld, type World } from "../side-by-side/world";
import { confirm } from "./confirm";
import { type Databases, openDatabases } from "./databases";
import { type Form, FORMS, TOGETHER, WHOLE } from "./forms";
import { figuresOf, type Priced, pricesIn, tableOf } from "./prices";
import { startWithout } from "./start-without";
import { untilQuiet } from "./until-quiet";

const ROUNDS = 24;
const SLOT_MS = 750;
/** Of one who is compared with many: W2 is compiled to the end after some ten thousand requests. */
const WARM_UP_SECONDS = 8;

export const guards: Bench = {
  name: "guards",
  summary: "W1, W2 and W3 with all guards, without each of them, and without all.",
  options: {
    rounds: { default: ROUNDS, minimum: 1, maximum: 1_000, meaning: "rounds of each workload" },
    slot: {
      ...{ default: SLOT_MS, minimum: 50, maximum: 60_000 },
      meaning: "milliseconds of each in a round",
    },
    warmup: {
      ...{ default: WARM_UP_SECONDS, minimum: 1, maximum: 120 },
      meaning: "seconds of each before the first round",
    },
    each: {
      ...{ default: 1, minimum: 0, maximum: 1 },
      meaning: "1: each guard alone as well; 0: all together only, on a machine less full",
    },
    contacts: {
      ...{ default: DEFAULTS.contacts, minimum: 1_000, maximum: 5_000_000 },
      meaning: "contacts there are",
    },
  },
  async run({ seed, contacts = DEFAULTS.contacts, ...given }, report, { folder }) {
    const { rounds = ROUNDS, slot = SLOT_MS, warmup = WARM_UP_SECONDS, each = 1 } = given;
    const forms = each ? FORMS : TOGETHER;
    const world = await openWorld({ ...DEFAULTS, contacts }, { seed, folder }, report);
    try {
      const databases = await openDatabases(world);
      try {
        const settings = { rounds, slotMs: slot, warmUpMs: warmup * 1_000, databasePid: world.pid };
        const figures: Record<string, number> = {};
        for (const workload of Object.keys(WORKLOADS) as WorkloadName[]) {
          const priced = await pricesOf(workload, world, databases, { forms, settings });
          tableOf(workload, priced).forEach(report);
          Object.assign(figures, figuresOf(workload, priced));
        }
        return figures;
      } finally {
        await databases.drop();
      }
    } finally {
      await world.close();
    }
  },
};

/** New processes for each workload: all of them keep their connections, and PostgreSQL has so many. */
async function pricesOf(
  workload: WorkloadName,
  world: World,
  databases: Databases,
  { forms, settings }: { forms: readonly Form[]; settings: Settings },
): Promise<Priced[]> {
  const contenders: Contender[] = [];
  try {
    const { databaseUrl, superuser: observer } = databases.databaseOf(WHOLE);
    contenders.push(await limit({ ...world, databaseUrl }));
    for (const form of forms) {
      const { config, superuser } = databases.databaseOf(form);
      const contender = await ourselves({ ...world, config }, form.name, startWithout(form));
      contenders.push(contender);
      const api = await apiElsewhere(contender.address, config);
      const probed = { name: form.name, api, database: superuser, userId: world.users[0]! };
      await confirm(form, probed);
    }
    await untilQuiet(observer);
    const slots = await slotsInTurn(workload, contenders, settings);
    return pricesIn(
      contenders.map(({ name }) => name),
      slots,
    );
  } finally {
    for (const each of contenders) await each.end().catch(() => undefined);
  }
}
