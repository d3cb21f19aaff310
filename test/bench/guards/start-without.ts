// Starts the api without some of its guards, on the database that its configuration names.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../../../src/config";
import { serveIn } from "../side-by-side/serving-child";
import type { Form } from "./forms";

export const startWithout =
  ({ name, changes }: Form) =>
  (config: Config) => {
    const passwords = join(config.dataDir, "login-passwords.json");
    writeFileSync(passwords, JSON.stringify(config.loginPasswords), { mode: 0o600 });
    const { host, port, database } = config.database;
    return serveIn(require.resolve("./api-without"), {
      env: {
        GUARDS_OFF: changes.join(" "),
        PGAPPNAME: name, // so that the database can tell whose connection is which
        PUBLIC_URL: config.publicUrl,
        DATA_DIR: config.dataDir,
        DATABASE_URL: `postgresql://${host}:${port}/${database}`,
        LOGIN_PASSWORDS_FILE: passwords,
        LOG_LEVEL: "silent",
        POINTS_PER_SECOND: String(config.pointsPerSecond),
        DRAIN_SECONDS: "0",
        READ_AUDIT: changes.includes("otherReadAudit") ? "durable" : "fast",
      },
    });
  };
