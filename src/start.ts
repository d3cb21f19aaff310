// `npm start`: our own PostgreSQL unless DATABASE_URL names one, then the migrating process, then the API and
// the worker. Whatever ends unexpectedly ends the whole; PostgreSQL always stops last.
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startChild, stopChild, whenReady, type Child, type ChildCommand } from "./children";
import { EMBEDDED_DATABASE, readConfig, readSettings, type Settings } from "./config";
import { inDevelopmentMode } from "./database/development-mode";
import { startEmbedded, type Embedded } from "./database/embedded";
import { whenEnding } from "./ending";
import { loadMasterKey } from "./keys/master-key";
import { claimDataDir } from "./running-server";
import { lineFor, StartUpError } from "./start-up-error";
import { welcome } from "./welcome";
import { whenOrphaned } from "./when-orphaned";

export async function start(env: NodeJS.ProcessEnv): Promise<void> {
  const startedAtMs = Date.now();
  const settings = readSettings(env);
  const letGo = claimDataDir(settings.dataDir);
  const children: Child[] = [];
  let postgres: Promise<Embedded> | null = null;

  const { end, isEnding } = whenEnding(async () => {
    await Promise.all(children.map(stopChild));
    rmSync(markFile(settings), { force: true });
    const running = await postgres?.catch(() => null);
    await running?.stop();
    letGo();
  });
  whenOrphaned(end);
  const run = (name: ChildCommand, childEnv: NodeJS.ProcessEnv): Child => {
    if (isEnding()) throw new StartUpError("Ending already.");
    const child = startChild(name, childEnv);
    children.push(child);
    return child;
  };

  try {
    if (!settings.database) postgres = startOwnPostgres(settings);
    const embedded = await postgres;
    void embedded?.ended.then(() => end("PostgreSQL ended unexpectedly; its log is in DATA_DIR."));

    const served = environmentOf(env, settings, embedded);
    const ownerUrl = settings.ownerUrl ?? embedded?.ownerUrl(EMBEDDED_DATABASE);
    if (ownerUrl) await migrated(run("migrate", { ...served, DATABASE_OWNER_URL: ownerUrl }));
    else console.log("DATABASE_OWNER_URL is not set: the database is served without migrating");

    const config = await inDevelopmentMode(readConfig(served));
    loadMasterKey(config); // told once here, where it is missing
    if (config.isDevelopment) markDevelopment(settings);
    const serving = [run("api", served), run("worker", served)];
    await Promise.all(serving.map(whenReady));
    for (const child of serving) {
      void child.ended.then((code) => end(`The ${child.name} ended unexpectedly (code ${code}).`));
    }
    if (!isEnding()) console.log(welcome(config, startedAtMs));
  } catch (error) {
    end(lineFor(error));
  }
}

async function startOwnPostgres(settings: Settings): Promise<Embedded> {
  const embedded = await startEmbedded({ folder: settings.dataDir });
  await embedded.createDatabase(EMBEDDED_DATABASE);
  return embedded;
}

/** What the children see: never the owner's secret. */
function environmentOf(env: NodeJS.ProcessEnv, settings: Settings, embedded: Embedded | null) {
  const ownUrl = embedded && `postgresql://${embedded.host}:${embedded.port}/${EMBEDDED_DATABASE}`;
  return {
    ...env,
    DATA_DIR: settings.dataDir,
    LOGIN_PASSWORDS_FILE: settings.loginPasswordsFile,
    DATABASE_URL: ownUrl ?? env.DATABASE_URL,
    DATABASE_OWNER_URL: undefined,
  };
}

async function migrated(child: Child): Promise<void> {
  if ((await child.ended) !== 0)
    throw new StartUpError("Migrating failed. Its reason stands above.");
}

/** Tells `npm run token` that story-world tokens are honoured, and at which address. */
const markDevelopment = (settings: Settings) =>
  writeFileSync(markFile(settings), JSON.stringify({ publicUrl: settings.publicUrl }));

const markFile = (settings: Settings) => join(settings.dataDir, "development.json");
