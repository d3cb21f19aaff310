// One workload, side by side.
import { DEFAULTS } from "../../../seeds/volume/sizes";
import type { Bench } from "../bench";
import { installPeers } from "../peers/installed";
import { postgraphile } from "../peers/postgraphile";
import { usualBuild } from "../peers/usual-build";
import type { Contender } from "./contender";
import { limit } from "./limit";
import { ourselves } from "./ourselves";
import { inTurn } from "./rounds";
import { figuresOf, table } from "./table";
import { WORKLOADS, type WorkloadName } from "./workloads";
import { openWorld } from "./world";

/** Until V8 has compiled what is asked often: a dashboard takes some thousand requests for that. */
const WARM_UP_SECONDS = 20;

export const workloadBench = (workload: WorkloadName): Bench => ({
  name: workload,
  summary: `${WORKLOADS[workload]}.`,
  hasPeers: true,
  options: {
    rounds: {
      default: 24,
      minimum: 1,
      maximum: 1_000,
      meaning: "rounds, each contender once in each",
    },
    slot: {
      default: 750,
      minimum: 50,
      maximum: 60_000,
      meaning: "milliseconds of each in a round",
    },
    warmup: {
      default: WARM_UP_SECONDS,
      minimum: 1,
      maximum: 600,
      meaning: "seconds of each before it is timed",
    },
    contacts: {
      ...{ default: DEFAULTS.contacts, minimum: 1_000, maximum: 5_000_000 },
      meaning: "contacts there are",
    },
  },
  async run(
    { seed, rounds = 24, slot = 750, contacts = DEFAULTS.contacts, warmup = WARM_UP_SECONDS },
    report,
    where,
  ) {
    if (where.withPeers) installPeers(report);
    const world = await openWorld(
      { ...DEFAULTS, contacts },
      { seed, folder: where.folder },
      report,
    );
    const contenders: Contender[] = [];
    try {
      contenders.push(await limit(world), await ourselves(world));
      if (where.withPeers) contenders.push(await usualBuild(world), await postgraphile(world));
      const settings = { rounds, slotMs: slot, warmUpMs: warmup * 1_000, databasePid: world.pid };
      const measured = await inTurn(workload, contenders, settings);
      table(measured).forEach(report);
      return figuresOf(measured);
    } finally {
      for (const each of contenders) await each.end().catch(() => undefined);
      await world.close();
    }
  },
});
