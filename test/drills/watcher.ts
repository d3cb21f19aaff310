// Asks the same thing over and over, from a process of its own, so that what it measures is how quickly it was
// answered, and not how busy the drill is.
import { fork } from "node:child_process";
import { send } from "./send";

type Watched = { address: string; query: string; token?: string };

/** Starts asking; the answer ends it and tells each answer's milliseconds. */
export async function watch(watched: Watched): Promise<() => Promise<number[]>> {
  const child = fork(__filename, [JSON.stringify(watched)], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await new Promise((done) => child.once("message", done));
  return () =>
    new Promise((done) => {
      child.once("message", (times) => done(times as number[]));
      child.send("enough");
    });
}

async function keepAsking({ address, query, token }: Watched): Promise<void> {
  const times: number[] = [];
  let isEnough = false;
  process.once("message", () => (isEnough = true));
  await send(address, query, {}, token);
  process.send?.("asking");
  while (!isEnough) times.push((await send(address, query, {}, token)).milliseconds);
  process.send?.(times, () => process.disconnect());
}

if (require.main === module) void keepAsking(JSON.parse(process.argv[2] ?? "{}") as Watched);
