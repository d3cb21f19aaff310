// Processes of the program as an installation runs them, on a drill's own cluster and on free ports.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../../src/config";
import { freePort } from "../../src/database/embedded-address";
import { type Serving, startServing } from "../setup/serving";

export type RunningProcess = Serving & { address: string };

export async function startProcess(
  word: "api" | "worker",
  config: Config,
): Promise<RunningProcess> {
  const port = config.port || (await freePort());
  const passwords = join(config.dataDir, "login-passwords.json");
  writeFileSync(passwords, JSON.stringify(config.loginPasswords), { mode: 0o600 });
  const { host, port: databasePort, database } = config.database;
  const { smtpServer } = config;
  const env = {
    ...(process.env as Record<string, string>),
    PORT: String(port),
    PUBLIC_URL: config.publicUrl,
    DATA_DIR: config.dataDir,
    DATABASE_URL: `postgresql://${host}:${databasePort}/${database}`,
    LOGIN_PASSWORDS_FILE: passwords,
    LOG_LEVEL: "silent",
    ...(smtpServer ? { SMTP_URL: `smtp://${smtpServer.host}:${smtpServer.port}` } : {}),
    MARKETING_ADDRESS: config.marketingAddress,
    POINTS_PER_SECOND: String(config.pointsPerSecond),
    DRAIN_SECONDS: String(config.drainSeconds),
    READ_AUDIT: config.isReadAuditDurable ? "durable" : "fast",
  };
  const serving = await startServing(env, word);
  return { address: `http://127.0.0.1:${port}`, ...serving };
}
