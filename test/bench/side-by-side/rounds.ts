// Rounds in turn: every contender has the same short time in each, in an order that moves, so that what the machine does
// beside it strikes all of them alike. What is told is the median of the rounds, and how far the middle half spreads.
import { quantile } from "../../drills/send";
import { type Connection, openConnection } from "./connections";
import type { Contender } from "./contender";
import { cpuOf } from "./cpu";
import type { WorkloadName } from "./workloads";

export const CONNECTIONS = 16;

export type Settings = { rounds: number; slotMs: number; warmUpMs: number; databasePid: number };
/** What one turn of a contender brought. */
export type Slot = { perSecond: number; cpuMs: number; databaseCpuMs: number; p99Ms: number };
export type Measured = {
  name: string;
  perSecond: number;
  /** Against the first contender, in the same rounds: median, and the middle half. */
  share: number;
  from: number;
  to: number;
  /** Milliseconds of processor time that a request takes of the process, and of PostgreSQL. */
  cpuMs: number;
  databaseCpuMs: number;
  p99Ms: number;
};

export async function inTurn(
  workload: WorkloadName,
  contenders: readonly Contender[],
  settings: Settings,
): Promise<Measured[]> {
  const slots = await slotsInTurn(workload, contenders, settings);
  return contenders.map(({ name }, place) => summarised(name, slots[place]!, slots[0]!));
}

/** Of each contender, round by round. */
export async function slotsInTurn(
  workload: WorkloadName,
  contenders: readonly Contender[],
  settings: Settings,
): Promise<Slot[][]> {
  const slots = contenders.map((): Slot[] => []);
  await refuseDifferences(workload, contenders);
  for (const contender of contenders)
    await slot(workload, contender, { ...settings, slotMs: settings.warmUpMs });
  for (let round = 0; round < settings.rounds; round += 1)
    for (const place of orderOf(round, contenders.length))
      slots[place]!.push(await slot(workload, contenders[place]!, settings));
  return slots;
}

/** Begins with another each time, and in other steps, so that nobody always comes after the same one. */
export function orderOf(round: number, count: number): number[] {
  const all = Array.from({ length: count }, (_, place) => place);
  const steps = all.map((n) => n + 1).filter((step) => commonDivisor(step, count) === 1);
  const step = steps[round % steps.length]!;
  return all.map((turn) => (round + turn * step) % count);
}

const commonDivisor = (one: number, other: number): number =>
  other === 0 ? one : commonDivisor(other, one % other);

/** New ones for each turn: servers close what is idle meanwhile. */
async function connected<T>(
  { address }: Contender,
  work: (connections: readonly Connection[]) => Promise<T>,
): Promise<T> {
  const connections = await Promise.all(
    Array.from({ length: CONNECTIONS }, () => openConnection(address)),
  );
  try {
    return await work(connections);
  } finally {
    for (const connection of connections) connection.close();
  }
}

/** Nobody is timed who answers something else. */
async function refuseDifferences(
  workload: WorkloadName,
  contenders: readonly Contender[],
): Promise<void> {
  const all: string[][] = [];
  for (const each of contenders) all.push(await said(workload, each)); // each opens its connections
  const [first, ...others] = all;
  for (const [place, answers] of others.entries())
    for (const [n, answer] of answers.entries())
      if (answer !== first![n])
        throw new Error(
          `${contenders[place + 1]!.name} answers something else than ${contenders[0]!.name}:\n${first![n]!.slice(0, 2_000)}\n${answer.slice(0, 2_000)}`,
        );
}

const said = (workload: WorkloadName, contender: Contender): Promise<string[]> =>
  connected(contender, (connections) =>
    Promise.all(
      connections.map(async ({ ask }, n) => {
        const { status, body } = await ask(contender.request(workload, n * 7));
        if (status !== 200)
          throw new Error(`${contender.name} answered ${status}: ${body.toString()}`);
        return JSON.stringify(contender.dataOf(workload, body.toString()));
      }),
    ),
  );

const slot = (workload: WorkloadName, contender: Contender, settings: Settings): Promise<Slot> =>
  connected(contender, async (connections) => {
    const { slotMs, databasePid } = settings;
    const before = [cpuOf(contender.pid), cpuOf(databasePid, true)] as const;
    const startedAt = performance.now();
    const times: number[] = [];
    await Promise.all(
      connections.map(async (connection, place) => {
        for (let n = place * 61; performance.now() - startedAt < slotMs; n += 1) {
          const askedAt = performance.now();
          const { status } = await connection.ask(contender.request(workload, n));
          if (status !== 200) throw new Error(`${contender.name} answered ${status}.`);
          times.push(performance.now() - askedAt);
        }
      }),
    );
    const tookMs = performance.now() - startedAt;
    return {
      perSecond: (times.length / tookMs) * 1_000,
      cpuMs: (cpuOf(contender.pid) - before[0]) / times.length,
      databaseCpuMs: (cpuOf(databasePid, true) - before[1]) / times.length,
      p99Ms: quantile(times, 0.99),
    };
  });

/** One contender's rounds, against those of the first. */
export function summarised(name: string, slots: readonly Slot[], first: readonly Slot[]): Measured {
  const shares = slots.map(({ perSecond }, round) => perSecond / first[round]!.perSecond);
  const middle = (figure: keyof Slot) =>
    quantile(
      slots.map((each) => each[figure]),
      0.5,
    );
  return {
    name,
    perSecond: middle("perSecond"),
    share: quantile(shares, 0.5),
    from: quantile(shares, 0.25),
    to: quantile(shares, 0.75),
    cpuMs: middle("cpuMs"),
    databaseCpuMs: middle("databaseCpuMs"),
    p99Ms: middle("p99Ms"),
  };
}
