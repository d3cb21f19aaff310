// `npm run seed:volume`: grows the development database to the size of a company's.
import { parseArgs } from "node:util";
import { Client } from "pg";
import { EMBEDDED_DATABASE, readSettings, type Settings } from "../../src/config";
import { embeddedSuperuserUrl, readEmbeddedAddress } from "../../src/database/embedded-address";
import { loadHashKeys } from "../../src/keys/hash-keys";
import { loadLayersAsOwner } from "../../src/keys/layers-in-force";
import { loadMasterKey } from "../../src/keys/master-key";
import { lineFor, StartUpError } from "../../src/start-up-error";
import { DEFAULTS, fitSizes, type Sizes } from "./sizes";
import { seedVolume } from "./volume";

const HELP = `Grows the development database, which has to run (npm start), to the size of a company's:

  npm run seed:volume -- --customers 1000 --users 100000 --contacts 1000000 --activities 500000 --changes 200000

Without a number each is as large as here. The same --seed (1) gives the same people. npm run reset takes all of it back.
`;

async function grow(args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      help: { type: "boolean" },
      ...{ seed: { type: "string" }, customers: { type: "string" }, users: { type: "string" } },
      ...{ contacts: { type: "string" }, activities: { type: "string" } },
      changes: { type: "string" },
    },
  });
  if (values.help) return void process.stdout.write(HELP);
  const asked = Object.fromEntries(
    Object.entries(DEFAULTS).map(([name, size]) => [
      name,
      Number(values[name as keyof Sizes] ?? size),
    ]),
  );
  const sizes = fitSizes(asked as Sizes);
  const seed = Number(values.seed ?? 1);
  if (!sizes || !Number.isInteger(seed))
    throw new StartUpError(
      "Give whole numbers; users need a customer, activities a user. See --help.",
    );
  const settings = readSettings(env);
  const clients = await connect(settings);
  try {
    loadHashKeys(settings.dataDir);
    await loadLayersAsOwner(clients[0]!, settings.dataDir);
    loadMasterKey({ ...settings, isDevelopment: true });
    const startedAt = performance.now();
    await seedVolume(clients, { sizes, seed }, (line) => console.log(line));
    console.log(`Grown in ${Math.round((performance.now() - startedAt) / 1000)} s`);
  } finally {
    for (const each of clients) await each.end();
  }
}

const CONNECTIONS = 2;

/** To the PostgreSQL of a development start, and to no other: invented people belong nowhere else. */
async function connect({ database, ownerUrl, dataDir }: Settings): Promise<Client[]> {
  const embedded = database || ownerUrl ? null : readEmbeddedAddress(dataDir);
  if (!embedded)
    throw new StartUpError(
      "Only the PostgreSQL of a development start is grown. Unset DATABASE_URL and DATABASE_OWNER_URL, and run npm start first.",
    );
  const connectionString = embeddedSuperuserUrl(embedded, EMBEDDED_DATABASE);
  const clients = Array.from({ length: CONNECTIONS }, () => new Client({ connectionString }));
  try {
    await Promise.all(clients.map((client) => client.connect()));
  } catch {
    throw new StartUpError(`No PostgreSQL runs in ${dataDir}. Run npm start first.`);
  }
  return clients;
}

grow(process.argv.slice(2), process.env).catch((error: unknown) => {
  console.error(lineFor(error));
  process.exitCode = 1;
});
