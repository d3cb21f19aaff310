// A unit of work enters its role, and leaves nothing behind on the connection, however it ends.
import { closeDatabase, openDatabase, poolOf } from "../../src/database/database";
import { raw, sql } from "../../src/database/sql";
import { inOneTrip, togetherInOneTrip, unitOfWork } from "../../src/database/unit-of-work";
import { actorOf } from "../../src/viewer/actor";
import { STORY_PEOPLE } from "../../seeds/story-people";
import { createWorld, type World } from "../setup/world";

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await openDatabase(world.config, []);
});
afterAll(async () => {
  await closeDatabase();
  await world.drop();
});

const support = actorOf(STORY_PEOPLE.support.viewer, "CUSTOMER");
const marketing = actorOf(STORY_PEOPLE.marketing.viewer, "PROSPECT");
const WHO = sql`select current_user::text as role, viewer_id()::text as viewer, current_setting('app.purpose', true) as purpose`;

/** What the next borrower of each connection finds. */
async function leftBehind() {
  const pool = poolOf("login_staff");
  const { rows } = await pool.query<Record<string, string>>(
    "select current_user::text as role, current_setting('role') as setting, coalesce(current_setting('app.viewer', true), '') as viewer",
  );
  return rows[0];
}
const NOTHING = { role: "login_staff", setting: "none", viewer: "" };

test("inside, the role and the viewer are the actor's; afterwards nothing of them is left", async () => {
  const [who] = await inOneTrip(support, [WHO]);
  expect(who?.rows).toEqual([
    { role: "audience_support", viewer: support.viewerId, purpose: "CUSTOMER_SUPPORT" },
  ]);
  expect(await leftBehind()).toEqual(NOTHING);
});

test("an error in the middle rolls the earlier statements back, and leaves nothing behind", async () => {
  const count = async () => (await world.asOwner.query("select from suppressions")).rowCount;
  const before = await count();
  const add = sql`select suppress(sha256('left behind'), 'TEST')`;
  await expect(inOneTrip(marketing, [add, sql`select 1 / 0`])).rejects.toThrow(/division by zero/);
  expect(await count()).toBe(before);
  expect(await leftBehind()).toEqual(NOTHING);
});

test("a unit that throws between its statements is rolled back", async () => {
  const before = (await world.asOwner.query("select from suppressions")).rowCount;
  const failing = unitOfWork(marketing, async (unit) => {
    await unit.run(sql`select suppress(sha256('thrown'), 'TEST')`);
    throw new Error("on the way");
  });
  await expect(failing).rejects.toThrow("on the way");
  expect((await world.asOwner.query("select from suppressions")).rowCount).toBe(before);
  expect(await leftBehind()).toEqual(NOTHING);
});

test("two roles that share a login share a statement's text, and neither the other's rows", async () => {
  const officer = actorOf(STORY_PEOPLE.privacy.viewer, "PROSPECT");
  const count = sql`select count(*)::integer as n from prospects`;
  for (let round = 0; round < 3; round += 1) {
    const [[closed], [all]] = await Promise.all([
      inOneTrip(marketing, [count]),
      inOneTrip(officer, [count]),
    ]);
    expect(closed?.rows[0]?.n).toBe(286);
    expect(all?.rows[0]?.n).toBe(330);
  }
});

test("without entering a role nothing can be read, and a role of another login can't be entered", async () => {
  await expect(poolOf("login_staff").query("select name from public.customers")).rejects.toThrow(
    /permission denied/,
  );
  await expect(poolOf("login_machines").query("set role audience_support")).rejects.toThrow(
    /permission denied/,
  );
  await expect(poolOf("login_staff").query("set role owner")).rejects.toThrow(/permission denied/);
});

test("row security can't be switched off inside a role, and settings of one's own choosing reach no other kind", async () => {
  const off = inOneTrip(support, [
    sql`select set_config('row_security', 'off', true)`,
    sql`select count(*) from customers`,
  ]);
  await expect(off).rejects.toThrow(/row-level security/);
  await expect(
    inOneTrip(support, [raw("select email_address from platform_users")]),
  ).rejects.toThrow(/permission denied/);
  await expect(inOneTrip(support, [raw("select count(id) from prospects")])).rejects.toThrow(
    /permission denied/,
  );
});

test("a statement whose table has changed under it is planned anew", async () => {
  await world.asOwner.query("create table changing (one text)");
  await world.asOwner.query("grant select on changing to audience_support");
  await world.asOwner.query("insert into changing values ('first')");
  const all = raw("select * from changing");
  const rows = async () => (await inOneTrip(support, [all]))[0]?.rows;
  expect(await rows()).toEqual([{ one: "first" }]);
  await world.asOwner.query("alter table changing add column two integer default 2");
  expect(await rows()).toEqual([{ one: "first", two: 2 }]);
  expect(await rows()).toEqual([{ one: "first", two: 2 }]);
});

test("a connection keeps so many plans, and goes on with the others", async () => {
  const one = (n: number) => inOneTrip(support, [raw(`select ${n} as n`)]);
  for (let n = 0; n < 600; n += 1) expect((await one(n))[0]?.rows).toEqual([{ n }]);
  const [kept] = await inOneTrip(support, [
    raw("select count(*) as n from pg_prepared_statements"),
  ]);
  expect(Number(kept?.rows[0]?.n)).toBeLessThanOrEqual(500);
  expect(Number(kept?.rows[0]?.n)).toBeGreaterThan(400);
  expect((await one(3))[0]?.rows).toEqual([{ n: 3 }]);
});

test("statements of several purposes travel together, each for its own", async () => {
  const purpose = sql`select current_setting('app.purpose') as purpose`;
  const letters = { ...marketing, purpose: "NEWSLETTER" };
  const results = await togetherInOneTrip(
    [
      { actor: marketing, fragment: purpose },
      { actor: letters, fragment: purpose },
      { actor: marketing, fragment: purpose },
    ],
    true,
  );
  expect(results.map(({ rows }) => rows[0]?.purpose)).toEqual([
    ...["MARKETING_AND_SALES", "NEWSLETTER", "MARKETING_AND_SALES"],
  ]);
  expect(await leftBehind()).toEqual(NOTHING);
});
