// The composition root. Without a word, `npm start`: PostgreSQL, migrating, API and worker, supervised; with a
// word, one of them alone, as compose files run them.
import "./production";
import "reflect-metadata";
import { tellReady } from "./children";
import { readConfig, readSettings, type Config } from "./config";
import { inDevelopmentMode } from "./database/development-mode";
import { makeLoginPasswords } from "./database/logins";
import { whenEnding } from "./ending";
import { refuseUnfitInstallation } from "./installation";
import { reset } from "./reset";
import { start } from "./start";
import { lineFor, StartUpError } from "./start-up-error";

const COMMANDS = {
  start: () => start(process.env),
  reset: () => reset(process.env),
  migrate,
  api: async () => serve((await import("./server.js")).startApi),
  worker: async () => serve((await import("./worker.js")).startWorker),
};

async function migrate(): Promise<void> {
  const { ownerUrl, loginPasswordsFile, dataDir, masterKeyFile } = readSettings(process.env);
  if (!ownerUrl) {
    throw new StartUpError(
      "DATABASE_OWNER_URL is not set. It names the login that owns the database.",
    );
  }
  const { migrateDatabase } = await import("./database/migrate.js");
  const loginPasswords = makeLoginPasswords(loginPasswordsFile);
  const report = (line: string) => console.log(line);
  await migrateDatabase({ ownerUrl, loginPasswords, dataDir, masterKeyFile, report });
}

type Served = { close(): Promise<void> };

async function serve(startServing: (config: Config) => Promise<Served>): Promise<void> {
  const config = await inDevelopmentMode(readConfig(process.env));
  refuseUnfitInstallation(config);
  const served = await startServing(config);
  const { end } = whenEnding(() => served.close());
  process.once("disconnect", () => end());
  tellReady();
}

async function main(word = "start"): Promise<void> {
  const command = Object.entries(COMMANDS).find(([name]) => name === word)?.[1];
  if (!command) {
    throw new StartUpError(
      `There is no command «${word}». Use ${Object.keys(COMMANDS).join(", ")}.`,
    );
  }
  await command();
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(lineFor(error));
  process.exit(1);
});
