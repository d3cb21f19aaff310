// The program's other processes. A child tells when it is ready, and ends gracefully when its channel to us
// closes: because we ask it to, or because we are gone.
import { fork, type ChildProcess } from "node:child_process";
import { StartUpError } from "./start-up-error";

export type Child = { name: string; process: ChildProcess; ended: Promise<number> };
export type ChildCommand = "migrate" | "api" | "worker";

/** An API may serve on for 15 seconds, and what runs by then has ten. */
const STOP_PATIENCE_MS = 28_000;
const MAIN = require.resolve("./main");

export function startChild(name: ChildCommand, env: NodeJS.ProcessEnv): Child {
  const child = fork(MAIN, [name], { env, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const ended = new Promise<number>((done) => child.once("exit", (code) => done(code ?? 1)));
  return { name, process: child, ended };
}

/** What the child says when it serves; refused when it ends before. */
export async function whenReady(child: Child): Promise<void> {
  const ready = new Promise<"ready">((done) => child.process.once("message", () => done("ready")));
  const first = await Promise.race([ready, child.ended]);
  if (first !== "ready") {
    throw new StartUpError(`The ${child.name} did not start. Its reason stands above.`);
  }
}

export async function stopChild(child: Child): Promise<void> {
  if (child.process.connected) child.process.disconnect();
  const lastResort = setTimeout(() => child.process.kill("SIGKILL"), STOP_PATIENCE_MS);
  await child.ended;
  clearTimeout(lastResort);
}

export const tellReady = () => void process.send?.("ready");
