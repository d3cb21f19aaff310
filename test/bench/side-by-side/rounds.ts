// Rounds in turn: every contender has the same short time in each, in an order that moves, so that what the machine does
// beside it strikes all of them alike. What is told is the median of the rounds, and how far the middle half spreads.
import { quantile } from "../../drills/send";
import { type Connection, openConnection } from "./connections";
import type { Contender } from "./contender";
import { cpuOf } from "./cpu";
import type { WorkloadName } from "./workloads";

export const CONNECTIONS = 16;

export type Settings = { rounds: number; slotMs: number; warmUpMs: number; databasePid: number };
type Slot = { perSecond: number; cpuMs: number; databaseCpuMs: number; p99Ms: number };
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
  const slots = contenders.map((): Slot[] => []);
  const opened = await Promise.all(contenders.map(connectAll));
  try {
    await refuseDifferences(workload, contenders, opened);
    for (const [place, contender] of contenders.entries())
      await slot(workload, contender, opened[place]!, { ...settings, slotMs: settings.warmUpMs });
    for (let round = 0; round < settings.rounds; round += 1)
      for (let turn = 0; turn < contenders.length; turn += 1) {
        const place = (round + turn) % contenders.length;
        slots[place]!.push(await slot(workload, contenders[place]!, opened[place]!, settings));
      }
  } finally {
    for (const connection of opened.flat()) connection.close();
  }
  return contenders.map(({ name }, place) => summary(name, slots[place]!, slots[0]!));
}

const connectAll = ({ address }: Contender): Promise<Connection[]> =>
  Promise.all(Array.from({ length: CONNECTIONS }, () => openConnection(address)));

/** Nobody is timed who answers something else. */
async function refuseDifferences(
  workload: WorkloadName,
  contenders: readonly Contender[],
  opened: readonly Connection[][],
): Promise<void> {
  for (let n = 0; n < CONNECTIONS; n += 1) {
    const said: string[] = [];
    for (const [place, contender] of contenders.entries()) {
      const { status, body } = await opened[place]![n]!.ask(contender.request(workload, n * 7));
      if (status !== 200)
        throw new Error(`${contender.name} answered ${status}: ${body.toString()}`);
      said.push(JSON.stringify(contender.dataOf(workload, body.toString())));
      if (said[place] !== said[0])
        throw new Error(
          `${contender.name} answers something else than ${contenders[0]!.name}:\n${said[0]!.slice(0, 2_000)}\n${said[place]!.slice(0, 2_000)}`,
        );
    }
  }
}

async function slot(
  workload: WorkloadName,
  contender: Contender,
  connections: readonly Connection[],
  { slotMs, databasePid }: Settings,
): Promise<Slot> {
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
}

function summary(name: string, slots: readonly Slot[], first: readonly Slot[]): Measured {
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
