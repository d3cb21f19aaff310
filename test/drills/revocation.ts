// The drill of revocation: seven ways in which somebody's right to act ends, and two processes that took their token until
// then. However it ends, within five seconds neither takes it any more.
import type { Drill, Outcome } from "./drill";
import { ownCluster } from "./own-cluster";
import { type RunningProcess, startProcess } from "./processes";
import { type Cause, causesOfRevocation } from "./revocation-causes";
import { isTaken, untilRefused } from "./until-refused";

const WITHIN_MS = 5_000;

export const revocation: Drill = {
  name: "revocation",
  summary: "Whoever may act no more is out within five seconds, on every process.",
  options: {},
  async run(_, report) {
    const cluster = await ownCluster();
    const processes: RunningProcess[] = [];
    try {
      for (let n = 0; n < 2; n += 1) processes.push(await startProcess("api", cluster.config));
      const addresses = processes.map(({ address }) => address);
      const database = await cluster.superuser();
      const causes = await causesOfRevocation({
        address: addresses[0]!,
        database,
        config: cluster.config,
      });
      return await drill(addresses, causes, report);
    } finally {
      await Promise.all(processes.map((each) => each.end()));
      await cluster.close();
    }
  },
};

async function drill(
  addresses: string[],
  causes: Cause[],
  report: (line: string) => void,
): Promise<Outcome> {
  const figures: Record<string, number> = {};
  await Promise.all(
    causes.map(async ({ name, token, end }) => {
      const before = await Promise.all(addresses.map((address) => isTaken(address, token)));
      if (!before.every(Boolean)) throw new Error(`The token of «${name}» was never taken.`);
      await end();
      const endedAt = performance.now();
      const times = await Promise.all(
        addresses.map((address) => untilRefused(address, token, endedAt)),
      );
      figures[name] = Math.round(Math.max(...times));
      report(`${name}: refused after ${times.map(Math.round).join(" and ")} ms`);
    }),
  );
  const slowest = Math.max(...Object.values(figures));
  const sentence = `each of ${causes.length} causes is noticed by both processes within ${WITHIN_MS} ms`;
  return { checks: [[sentence, slowest <= WITHIN_MS]], figures: { ...figures, slowest } };
}
