// A contender's server as a process of its own on a free port, ready when it says so.
import { fork, type ForkOptions } from "node:child_process";
import { freePort } from "../../../src/database/embedded-address";
import type { Contender } from "./contender";

type Options = { env: Record<string, string> } & Pick<ForkOptions, "cwd" | "execPath">;

export async function serveIn(
  module: string,
  { env, ...options }: Options,
): Promise<Pick<Contender, "address" | "pid" | "end">> {
  const port = await freePort();
  const child = fork(module, {
    ...options,
    ...{ execArgv: [], stdio: ["ignore", "ignore", "pipe", "ipc"] },
    env: { ...process.env, NODE_ENV: "production", ...env, PORT: String(port) },
  });
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const isReady = new Promise<boolean>((done) => child.once("message", () => done(true)));
  if (!(await Promise.race([isReady, ended.then(() => false)])))
    throw new Error(`${module} did not start: ${said}`);
  return {
    address: `http://127.0.0.1:${port}`,
    pid: child.pid!,
    end: async () => {
      child.kill();
      await ended;
    },
  };
}
