// `npm run seed:volume`: grows the development database to the size of a company's.
import { parseArgs } from "node:util";
import { readSettings } from "../../src/config";
import { hasEmbeddedMark } from "../../src/database/development-mode";
import { connectAsOwner, ownerUrlOf } from "../../src/database/owner";
import { loadHashKeys } from "../../src/keys/hash-keys";
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
  const client = await connectAsOwner(ownerUrlOf(settings), "seed volume");
  try {
    if (!(await hasEmbeddedMark(client)))
      throw new StartUpError(
        "This is no development database: invented people do not belong there.",
      );
    loadHashKeys(settings.dataDir);
    const startedAt = performance.now();
    await seedVolume(client, { sizes, seed }, (line) => console.log(line));
    console.log(`Grown in ${Math.round((performance.now() - startedAt) / 1000)} s`);
  } finally {
    await client.end();
  }
}

grow(process.argv.slice(2), process.env).catch((error: unknown) => {
  console.error(lineFor(error));
  process.exitCode = 1;
});
