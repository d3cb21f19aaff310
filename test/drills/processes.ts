// Processes of the program as an installation runs them, on a drill's own cluster and on free ports.
import { type ChildProcess, fork } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import type { Config } from "../../src/config";

const MAIN = resolve(__dirname, "../../src/main.js");

export type RunningProcess = { address: string; child: ChildProcess; end(): Promise<void> };

export async function startProcess(
  word: "api" | "worker",
  config: Config,
): Promise<RunningProcess> {
  const port = await freePort();
  const passwords = join(config.dataDir, "login-passwords.json");
  writeFileSync(passwords, JSON.stringify(config.loginPasswords), { mode: 0o600 });
  const { host, port: databasePort, database } = config.database;
  const env = {
    ...process.env,
    PORT: String(port),
    PUBLIC_URL: config.publicUrl,
    DATA_DIR: config.dataDir,
    DATABASE_URL: `postgresql://${host}:${databasePort}/${database}`,
    LOGIN_PASSWORDS_FILE: passwords,
    LOG_LEVEL: "silent",
  };
  const child = fork(MAIN, [word], { env, stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const isReady = new Promise<boolean>((done) => child.once("message", () => done(true)));
  if (!(await Promise.race([isReady, ended.then(() => false)])))
    throw new Error(`The ${word} did not start.`);
  return {
    address: `http://127.0.0.1:${port}`,
    child,
    end: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
}
