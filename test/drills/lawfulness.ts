// The drill of lawfulness: people consent, withdraw, object and have records restricted, contracts end and time passes, in
// any order and by eight writers; after each step the API, SQL in each audience's role and an oracle written from the law
// have to agree. Then the rules are broken on purpose in three places, and the drill has to notice each.
import type { Client } from "pg";
import { dice } from "../../seeds/world-lists";
import { startApi } from "../../src/server";
import { connectTo } from "./ask";
import type { Check, Drill, Outcome } from "./drill";
import { type Asking, compare, compareAt, seenTooLong } from "./lawfulness/answers";
import { BREAKS, broken } from "./lawfulness/breaks";
import { clockOf } from "./lawfulness/clock";
import { established, type Step } from "./lawfulness/model";
import { does, learn, meant, pick, rolledStep } from "./lawfulness/steps";
import { dealt, type Share, type Subject, TABLES } from "./lawfulness/subjects";
import { ownCluster } from "./own-cluster";

const WRITERS = 8;
const ROUND = 25;
const HOUR_MS = 3_600_000;
const POINTS = 1_000_000_000;
/** Steps in which a break has to show. */
const STEPS_OF_A_BREAK = 400;
const TOLD = 5;
/** After each round so many records are asked about an earlier time, by what was known at another. */
const LOOKS_BACK = 25;

export const lawfulness: Drill = {
  name: "lawfulness",
  summary: "API, SQL and an oracle agree on what may be done with whom, whatever people ask for.",
  options: {
    steps: { default: 10_000, minimum: 100, maximum: 100_000, meaning: "steps in all" },
    records: { default: 160, minimum: 15, maximum: 300, meaning: "records of each kind, at most" },
  },
  async run({ seed, steps = 10_000, records = 160 }, report) {
    const cluster = await ownCluster();
    try {
      const config = { ...cluster.config, pointsPerSecond: POINTS };
      const api = await startApi(config);
      try {
        const database = await cluster.superuser();
        const connection = await connectTo(api.address, config);
        const databases = await Promise.all(
          Array.from({ length: WRITERS }, () => cluster.superuser()),
        );
        const clock = clockOf(database);
        const askings = databases.map((each) => ({ connection, database: each, clock }));
        const shares = await dealt(database, WRITERS, records);
        return await drill({ seed, steps, report, shares, askings });
      } finally {
        await api.close();
      }
    } finally {
      await cluster.close();
    }
  },
};

type Parts = {
  seed: number;
  steps: number;
  report: (line: string) => void;
  shares: Share[];
  askings: Asking[];
};
type Tally = { steps: number; answers: number; differences: string[]; verbs: Map<string, number> };

async function drill({ seed, steps, report, shares, askings }: Parts): Promise<Outcome> {
  const [{ database, clock }] = askings as [Asking];
  const roll = dice(seed);
  const rolls = shares.map((_, n) => dice(seed * 1_000 + n));
  const tally = freshTally();
  const subjects = shares.flatMap((share) => share.subjects);
  report(`${subjects.length} records of five kinds, ${WRITERS} writers`);

  const everybody = async (into = tally) => {
    const all = async ({ subjects: own }: Share, n: number) => {
      for (const subject of own) note(into, await compare(askings[n]!, subject));
    };
    await Promise.all(shares.map(all));
  };
  const round = (length: number, into = tally) =>
    Promise.all(
      shares.map(async (share, n) => {
        for (let step = 0; step < length; step += 1)
          await oneStep(askings[n]!, share, rolls[n]!, into);
        if (into === tally) await race(askings[n]!, share, rolls[n]!, into);
      }),
    );

  await everybody();
  const known = [clock.now()];
  while (tally.steps < steps) {
    await round(ROUND);
    known.push(clock.now());
    await clock.pass(Math.floor((1 + roll() * 40) * HOUR_MS));
    for (const subject of runningOut(subjects, known.at(-1)!, clock.now()))
      note(tally, await seenTooLong(askings[0]!, subject));
    await database.query("select derive_expired()");
    for (let n = 0; n < LOOKS_BACK; n += 1) {
      const at = known[0]! + (roll() * 1.1 - 0.1) * (clock.now() - known[0]!);
      note(tally, await compareAt(askings[0]!, pick(roll, subjects), at, pick(roll, known)));
    }
    report(
      `${tally.steps} steps, ${tally.answers} answers, ${tally.differences.length} differences`,
    );
  }
  await everybody();
  const rederived = await recomputed(askings[0]!);
  for (const line of tally.differences.slice(0, TOLD)) report(`  ${line}`);

  let noticed = 0;
  for (const each of tally.differences.length ? [] : BREAKS) {
    const seen = freshTally();
    await broken(database, each, async () => {
      await round(STEPS_OF_A_BREAK / WRITERS, seen);
      await deriveAll(database);
      await everybody(seen);
    });
    report(`${each.name}: ${seen.differences.length} differences, such as ${seen.differences[0]}`);
    await deriveAll(database);
    const healed = freshTally();
    await everybody(healed);
    for (const line of healed.differences.slice(0, TOLD)) report(`  still: ${line}`);
    if (seen.differences.length && !healed.differences.length) noticed += 1;
  }

  const checks: Check[] = [
    [`API, SQL and oracle agreed after each of ${tally.steps} steps`, !tally.differences.length],
    ["recomputing everything from the ledger changes nothing", rederived === 0],
    ["each of three ways to break the rules was noticed", noticed === BREAKS.length],
  ];
  const figures = {
    ...{ records: subjects.length, steps: tally.steps, answers: tally.answers },
    ...{ differences: tally.differences.length, rederived, noticed },
    ...Object.fromEntries([...tally.verbs].sort()),
  };
  return { checks, figures };
}

const freshTally = (): Tally => ({ steps: 0, answers: 0, differences: [], verbs: new Map() });

async function oneStep(asking: Asking, share: Share, roll: () => number, tally: Tally) {
  const subject = pick(roll, share.subjects);
  const step = rolledStep(roll, subject, asking.clock.now());
  const done = await does(asking.connection, subject, step, await addressOf(asking, subject));
  const concerned = meant(share, subject, step);
  tally.differences.push(...learn(concerned, step, { done, clock: asking.clock }));
  tally.steps += 1;
  tally.verbs.set(step.verb, (tally.verbs.get(step.verb) ?? 0) + 1);
  for (const each of concerned) note(tally, await compare(asking, each));
}

/** Two at once for one record: what comes of it has to be what one after the other would have come to. */
async function race(asking: Asking, share: Share, roll: () => number, tally: Tally) {
  const subject = pick(roll, share.subjects);
  const [one, other] = [0, 1].map(() => officialStep(roll, subject, asking.clock.now())) as [
    Step,
    Step,
  ];
  const [done, otherDone] = await Promise.all([
    does(asking.connection, subject, one, ""),
    does(asking.connection, subject, other, ""),
  ]);
  const { clock } = asking;
  const orders = [
    [[one, done] as const, [other, otherDone] as const],
    [[other, otherDone] as const, [one, done] as const],
  ];
  const ends: string[][] = [];
  for (const order of orders) {
    const after = { ...subject, facts: [...subject.facts], grounds: new Map(subject.grounds) };
    const wrong = order.flatMap(([step, of]) => learn([after], step, { done: of, clock }));
    const { answers, differences } = await compare(asking, after);
    tally.answers += answers;
    ends.push([...wrong, ...differences]);
    if (ends.at(-1)!.length) continue;
    Object.assign(subject, after);
    tally.verbs.set("races", (tally.verbs.get("races") ?? 0) + 1);
    return;
  }
  tally.differences.push(...ends[0]!.map((line) => `after a race: ${line}`));
}

function officialStep(roll: () => number, subject: Subject, now: number): Step {
  const step = rolledStep(roll, subject, now);
  return "from" in step ? step : officialStep(roll, subject, now);
}

function note(tally: Tally, { answers, differences }: Awaited<ReturnType<typeof compare>>): void {
  tally.answers += answers;
  tally.differences.push(...differences);
}

async function addressOf({ database }: Asking, { kind, id }: Subject): Promise<string> {
  if (kind !== "SUBSCRIBER") return "";
  const { rows } = await database.query<{ address: string }>(
    "select email_address as address from subscribers where id = $1",
    [id],
  );
  return rows[0]!.address;
}

/** Records with a basis whose time is over by now. */
const runningOut = (subjects: readonly Subject[], before: number, now: number) =>
  subjects.filter(({ facts }) =>
    established(facts).some(({ until }) => until !== null && until > before && until <= now),
  );

async function deriveAll(database: Client): Promise<void> {
  for (const [kind, table] of Object.entries(TABLES))
    await database.query(
      `select derive_permitted_purposes($1::subject_kind, array(select id from ${table}))`,
      [kind],
    );
}

/** How many records would be different if all were derived anew. */
async function recomputed({ database }: Asking): Promise<number> {
  let different = 0;
  for (const [kind, table] of Object.entries(TABLES)) {
    const { rows } = await database.query<{ n: number }>(
      `select count(*)::integer as n from ${table} t
         join permitted_purposes($1::subject_kind, array(select id from ${table})) d on d.id = t.id
       where (t.purposes, t.purposes_valid_until) is distinct from (d.bits, d.until)`,
      [kind],
    );
    different += rows[0]!.n;
  }
  return different;
}
