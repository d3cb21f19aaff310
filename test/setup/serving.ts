// The api as a process of its own, ready when it says so.
import { fork } from "node:child_process";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../src/project-root";

const MAIN = join(PROJECT_ROOT, "dist", "src", "main.js");

export type Serving = {
  pid: number;
  end(): Promise<void>;
  /** As a supervisor ends it: settles when it has ended, with its code. */
  terminate(): Promise<number | null>;
  /** Whether it still runs. */
  isAlive(): boolean;
  /** At once, with nothing put in order. */
  kill(): void;
};

export async function startServing(
  env: Record<string, string>,
  word: "api" | "worker" = "api",
): Promise<Serving> {
  const child = fork(MAIN, [word], { env, stdio: ["ignore", "ignore", "pipe", "ipc"] });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const isReady = new Promise<boolean>((done) => child.once("message", () => done(true)));
  if (!(await Promise.race([isReady, ended.then(() => false)])))
    throw new Error(`The ${word} did not start: ${said}`);
  return {
    pid: child.pid!,
    end: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
    terminate: async () => {
      child.kill("SIGTERM");
      await ended;
      return child.exitCode;
    },
    isAlive: () => child.exitCode === null && child.signalCode === null,
    kill: () => void child.kill("SIGKILL"),
  };
}
