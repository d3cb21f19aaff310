// Asks whether the process is alive, over and over, from a process of its own: what it measures is how long the API was
// busy with something else.
import { fork } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

const PAUSE_MS = 5;

/** Starts asking; the answer ends it and tells each answer's milliseconds. */
export async function watchHealth(address: string): Promise<() => Promise<number[]>> {
  const child = fork(__filename, [address], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  await new Promise((done) => child.once("message", done));
  return () =>
    new Promise((done) => {
      child.once("message", (times) => done(times as number[]));
      child.send("enough");
    });
}

async function keepAsking(address: string): Promise<void> {
  const times: number[] = [];
  let isEnough = false;
  process.once("message", () => (isEnough = true));
  await (await fetch(`${address}/livez`)).text();
  process.send?.("asking");
  while (!isEnough) {
    const startedAt = performance.now();
    await (await fetch(`${address}/livez`)).text();
    times.push(performance.now() - startedAt);
    await sleep(PAUSE_MS);
  }
  process.send?.(times, () => process.disconnect());
}

if (require.main === module) void keepAsking(process.argv[2] ?? "");
