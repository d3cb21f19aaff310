// `npm run keys` on a real database: counts by version, and brings all values under the newest one.
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EMBEDDED_DATABASE } from "../../src/config";
import { embeddedOwnerUrl, readEmbeddedAddress } from "../../src/database/embedded-address";
import { connectAsOwner } from "../../src/database/owner";
import { keys } from "../../src/keys/command";
import { open, seal } from "../../src/keys/envelope";
import { loadMasterKey } from "../../src/keys/master-key";
import { rewrapColumn } from "../../src/keys/rewrap-column";
import { sealedColumn } from "../../src/keys/sealed-columns";
import { PROJECT_ROOT } from "../../src/project-root";
import { createWorld, type World } from "../setup/world";

const secretOf = sealedColumn("safes", "secret", "safe_id");
const COLUMN = { table: "safes", column: "secret", idColumn: "safe_id" };

let world: World;
let env: NodeJS.ProcessEnv;
let ids: string[];
const file = () => join(world.config.dataDir, "keys", "master.key");
const firstMasterKey = { text: "" };

beforeAll(async () => {
  world = await createWorld();
  const { folder } = JSON.parse(process.env.TEST_CLUSTER!) as { folder: string };
  const ownerUrl = embeddedOwnerUrl(readEmbeddedAddress(folder)!, world.config.database.database);
  env = { DATA_DIR: world.config.dataDir, DATABASE_OWNER_URL: ownerUrl };
  await world.asOwner.query(`
    create table safes (safe_id uuid primary key, secret bytea);
    alter table safes owner to owner;
    select guard('safes');`);
  loadMasterKey(world.config);
  firstMasterKey.text = readFileSync(file(), "utf8");
});
beforeEach(async () => {
  writeFileSync(file(), firstMasterKey.text);
  loadMasterKey(world.config);
  ids = Array.from({ length: 25 }, () => randomUUID());
  await world.asOwner.query("delete from safes");
  for (const id of ids)
    await world.asOwner.query("insert into safes values ($1, $2)", [
      id,
      seal(secretOf(id), Buffer.from(`secret of ${id}`)),
    ]);
  await world.asOwner.query("insert into safes values ($1, null)", [randomUUID()]);
});
afterAll(() => world.drop());

async function run(word: string) {
  const lines: string[] = [];
  const isWhole = await keys([word], env, (line) => lines.push(line));
  return { isWhole, lines: lines.filter(isOfSafes) };
}

/** The story world has sealed values and hashes of its own. */
const isOfSafes = (line: string) =>
  !/^(credentials|sign_in_challenges|files|keys\.person_keys|basis_evidence)\.|^Addresses /.test(
    line,
  );

const values = async () => {
  const { rows } = await world.asOwner.query<{ id: string; secret: Buffer }>(
    "select safe_id as id, secret from safes where secret is not null",
  );
  return rows;
};

async function everyValueOpens() {
  const rows = await values();
  expect(rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
  for (const { id, secret } of rows)
    expect(open(secretOf(id), secret).toString()).toBe(`secret of ${id}`);
}

test("a new version, a rewrap, and the old version may go", async () => {
  expect((await run("status")).lines).toContain("safes.secret: 25 under version 1");
  expect(await run("new-version")).toMatchObject({ isWhole: true });
  expect((await run("status")).lines).toEqual([
    "Values are sealed under version 2.",
    "safes.secret: 25 under version 1",
  ]);

  expect(await run("rewrap")).toEqual({
    isWhole: true,
    lines: ["safes.secret: 25 brought under version 2"],
  });
  expect((await run("status")).lines).toContain("safes.secret: 25 under version 2");
  writeFileSync(file(), readFileSync(file(), "utf8").split("\n").slice(1).join("\n"));
  loadMasterKey(world.config);
  await everyValueOpens();
});

test("a second rewrap finds nothing to do", async () => {
  await run("new-version");
  await run("rewrap");
  const before = await values();
  expect((await run("rewrap")).lines).toEqual(["safes.secret: 0 brought under version 2"]);
  expect(await values()).toEqual(before);
});

test("in small batches every value is reached once", async () => {
  await run("new-version");
  loadMasterKey(world.config);
  const owner = await connectAsOwner(env.DATABASE_OWNER_URL!, "test");
  expect(await rewrapColumn(owner, COLUMN, 4)).toEqual({ count: 25, unopened: [] });
  await owner.end();
  await everyValueOpens();
});

test("a rewrap that was interrupted goes on where it stood", async () => {
  await run("new-version");
  loadMasterKey(world.config);
  const owner = await connectAsOwner(env.DATABASE_OWNER_URL!, "test");
  const query = owner.query.bind(owner) as (...args: unknown[]) => Promise<unknown>;
  let updates = 0;
  owner.query = ((...args: unknown[]) => {
    const isUpdate = String(args[0]).startsWith("update");
    if (isUpdate && ++updates === 3) throw new Error("killed");
    return query(...args);
  }) as never;
  await expect(rewrapColumn(owner, COLUMN, 4)).rejects.toThrow("killed");
  await owner.end();

  expect((await run("status")).lines).toEqual([
    "Values are sealed under version 2.",
    "safes.secret: 17 under version 1",
    "safes.secret: 8 under version 2",
  ]);
  expect((await run("rewrap")).lines).toEqual(["safes.secret: 17 brought under version 2"]);
  await everyValueOpens();
});

test("values that nothing opens are named and left, the others are brought along", async () => {
  const [moved, lost] = ids as [string, string];
  const sealed = (await values()).find(({ id }) => id === lost)!.secret;
  await world.asOwner.query("update safes set secret = $2 where safe_id = $1", [moved, sealed]);
  const unknown = Buffer.concat([Buffer.of(1, 0, 0, 0, 77), sealed.subarray(5)]);
  await world.asOwner.query("update safes set secret = $2 where safe_id = $1", [lost, unknown]);
  await run("new-version");

  const { isWhole, lines } = await run("rewrap");
  expect(isWhole).toBe(false);
  expect(lines).toEqual([
    "safes.secret: 23 brought under version 2",
    `safes.secret: can't be opened: ${[moved, lost].sort().join(", ")}`,
  ]);
  const left = await run("status");
  expect(left.isWhole).toBe(false);
  expect(left.lines).toContain("safes.secret: 1 under version 77, which the file lacks");
});

test("any other word shows how it is used, and touches nothing", async () => {
  const before = readFileSync(file(), "utf8");
  for (const word of ["rotate", ""]) expect((await run(word)).isWhole).toBe(false);
  const { isWhole, lines } = await run("--help");
  expect(isWhole).toBe(true);
  expect(lines.join()).toContain("npm run keys -- rewrap");
  expect(readFileSync(file(), "utf8")).toBe(before);
});

test("without an owner's login the command says what it lacks", async () => {
  const without = {
    DATA_DIR: world.config.dataDir,
    DATABASE_URL: `postgresql://h/${EMBEDDED_DATABASE}`,
  };
  await expect(keys(["status"], without, () => {})).rejects.toThrow(
    "DATABASE_OWNER_URL is not set",
  );
});

test("where the embedded PostgreSQL does not run, the command says so", async () => {
  writeFileSync(join(world.config.dataDir, "postgresql.json"), '{"port":1,"ownerPassword":"x"}');
  const stopped = { DATA_DIR: world.config.dataDir };
  await expect(keys(["status"], stopped, () => {})).rejects.toThrow("Run npm start first");
});

test("columns are declared in one file, which the command knows", () => {
  const source = join(PROJECT_ROOT, "src");
  const declaring = readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .filter((name) => readFileSync(join(source, name), "utf8").includes("sealedColumn("));
  expect(declaring).toEqual(["keys/sealed-columns.ts"]);
});
