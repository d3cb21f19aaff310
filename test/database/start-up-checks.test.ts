// The start is refused, and names the place, where a wall has a hole.
import { Pool } from "pg";
import { allPools, closeDatabase, openDatabase } from "../../src/database/database";
import { checkDatabase } from "../../src/database/start-up-checks";
import "../../src/graphql/features";
import { checkMarks } from "../../src/lawfulness/personal-data";
import { createWorld, type World } from "../setup/world";

let world: World;
beforeEach(async () => {
  world = await createWorld();
  await openDatabase(world.config, []);
});
afterEach(async () => {
  await closeDatabase();
  await world.drop();
});

test("the story world's database is fit to serve", async () => {
  await expect(checkDatabase(allPools())).resolves.toBeUndefined();
  await expect(checkMarks(allPools().login_staff)).resolves.toEqual([]);
});

test("a superuser's login is refused", async () => {
  const { superuserUrl } = JSON.parse(process.env.TEST_CLUSTER!) as { superuserUrl: string };
  const url = new URL(superuserUrl);
  url.pathname = `/${world.config.database.database}`;
  const pool = new Pool({ connectionString: url.href, max: 1 });
  await expect(checkDatabase({ login_staff: pool })).rejects.toThrow(/login_staff is a superuser/);
  await pool.end();
});

test("a table without row security, and one without a policy, are refused", async () => {
  await world.asOwner.query("create table open_house (id uuid)");
  await expect(checkDatabase(allPools())).rejects.toThrow(/open_house/);
  await world.asOwner.query(
    "alter table open_house enable row level security; alter table open_house force row level security",
  );
  await expect(checkDatabase(allPools())).rejects.toThrow(/open_house/);
});

test("a login that can read without entering a role is refused", async () => {
  await world.asOwner.query("grant select (name) on customers to login_staff");
  await expect(checkDatabase(allPools())).rejects.toThrow(
    /login_staff reaches public.customers without entering a role/,
  );
});

test("a column without a personal-data category is refused, and named", async () => {
  await world.asOwner.query("alter table prospects add column shoe_size integer");
  await expect(checkMarks(allPools().login_staff)).resolves.toEqual([
    "The column prospects.shoe_size has no personal-data category: mark it with holds().",
  ]);
});

test("the schema of keys is looked at like the other: its walls, its marks, and that it is there", async () => {
  await world.asOwner.query("create table keys.spare (id uuid)");
  await expect(checkDatabase(allPools())).rejects.toThrow(/keys\.spare has no row security/);
  await expect(checkMarks(allPools().login_staff)).resolves.toEqual([
    "The column keys.spare.id has no personal-data category: mark it with holds().",
  ]);
  await world.asOwner.query("drop table keys.spare; grant usage on schema keys to login_staff");
  await world.asOwner.query("grant select (wrapped) on keys.person_keys to login_staff");
  await expect(checkDatabase(allPools())).rejects.toThrow(
    /login_staff reaches keys.person_keys without entering a role/,
  );
  await world.asOwner.query("drop schema keys cascade");
  await expect(checkDatabase(allPools())).rejects.toThrow(/The database has no key store/);
});
