// The drill of the two walls: each filter, verdict, policy and column grant is broken, one at a time. With the other
// wall open the hole must be noticed; with it standing nobody may see a foreign row. Start-up checks are not run.
import { dice } from "../../seeds/world-lists";
import { type Asker, askers, foreignRowsFor } from "../walls/asking";
import { filterMutants } from "../walls/mutants/filters";
import { grantMutants } from "../walls/mutants/grants";
import type { Mutant } from "../walls/mutants/mutant";
import { policyMutants } from "../walls/mutants/policies";
import { schemaOf } from "../walls/mutants/schemas";
import { verdictMutants } from "../walls/mutants/verdicts";
import { openWorlds, type Worlds } from "../walls/worlds";
import type { Check, Drill, Outcome } from "./drill";
import { ownCluster } from "./own-cluster";

export const walls: Drill = {
  name: "walls",
  summary: "Whatever hole is made in one wall, the other lets no foreign row through.",
  options: {
    share: { default: 100, minimum: 1, maximum: 100, meaning: "percent of filters and policies" },
    verdicts: {
      default: 150,
      minimum: 1,
      maximum: 10_000,
      meaning: "verdicts, and grants, tried at most",
    },
  },
  async run({ seed, share = 100, verdicts = 150 }, report) {
    const startedAt = performance.now();
    const cluster = await ownCluster();
    try {
      const worlds = await openWorlds(cluster);
      const outcome = await drill({ worlds, seed, share, verdicts, report });
      const seconds = Math.round((performance.now() - startedAt) / 1000);
      return { ...outcome, figures: { ...outcome.figures, seconds } };
    } finally {
      await cluster.close();
    }
  },
};

type Parts = {
  worlds: Worlds;
  seed: number;
  share: number;
  verdicts: number;
  report: (line: string) => void;
};

async function drill({ worlds, seed, share, verdicts, report }: Parts): Promise<Outcome> {
  const { standing, planted, whileItStands, whileItIsOpen } = worlds;
  const all = await askers(standing, planted);
  const roll = dice(seed);
  const some = (mutants: Mutant[], count: number) => shuffled(mutants, roll).slice(0, count);
  const part = (mutants: Mutant[]) => some(mutants, Math.ceil((mutants.length * share) / 100));

  const { mutants: policies, idle } = await policyMutants(standing, all);
  const everyVerdict = verdictMutants(standing, all);
  const inFirst = [...part(filterMutants(all)), ...some(everyVerdict, verdicts)];
  const inSecond = [...part(policies), ...some(await grantMutants(standing, all), verdicts)];
  report(
    `${inFirst.length} holes in the first wall (of ${everyVerdict.length} verdicts ${Math.min(verdicts, everyVerdict.length)}), ${inSecond.length} in the second`,
  );

  const unnoticed: string[] = [];
  const leaking: string[] = [];
  let foreign = 0;
  const notice = async ({ name, isNoticed }: Mutant) => {
    if (!(await isNoticed())) unnoticed.push(name);
  };
  const unmutated = { bothStand: 0, firstAlone: 0 };
  await whileItStands(async () => {
    unmutated.bothStand = await foreignRows(all);
    for (const mutant of inSecond) await notice(mutant);
    for (const { name, foreignRows } of [...inFirst, ...inSecond]) {
      const found = await foreignRows();
      foreign += found;
      if (found) leaking.push(`${name}: ${found}`);
    }
  });
  report("Where the second wall stands all of them are tried; now where it is open");
  await whileItIsOpen(async () => {
    unmutated.firstAlone = await foreignRows(all);
    for (const mutant of inFirst) await notice(mutant);
  });

  const mutants = [...inFirst, ...inSecond];
  const of = (sort: Mutant["sort"]) => mutants.filter((each) => each.sort === sort).length;
  const checks: Check[] = [
    ["unbroken, both walls together show no foreign row", unmutated.bothStand === 0],
    ["unbroken, the first wall alone shows none either", unmutated.firstAlone === 0],
    ...unnoticed.map((name): Check => [`${name} was noticed where the other wall is open`, false]),
    ...leaking.map((name): Check => [`no foreign row came through ${name}`, false]),
    [`each of ${mutants.length} holes was noticed where the other wall is open`, !unnoticed.length],
    ["and with the other wall standing no foreign row came", foreign === 0],
  ];
  return {
    checks,
    figures: {
      ...{ mutated: mutants.length, noticed: mutants.length - unnoticed.length },
      foreignRows: foreign + unmutated.bothStand + unmutated.firstAlone,
      ...{ filters: of("filter"), verdicts: of("verdict") },
      ...{ policies: of("policy"), grants: of("grant"), policiesWithoutFilter: idle },
    },
  };
}

async function foreignRows(all: readonly Asker[]): Promise<number> {
  let foreign = 0;
  for (const asker of all) foreign += await foreignRowsFor(asker, schemaOf(asker.viewer.audience));
  return foreign;
}

function shuffled<T>(items: readonly T[], roll: () => number): T[] {
  return items
    .map((item) => ({ item, at: roll() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
