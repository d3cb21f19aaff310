// A unit of work enters its role, and leaves nothing behind on the connection, however it ends.
import { closeDatabase, openDatabase, poolOf } from "../../src/database/database";
import { raw, sql } from "../../src/database/sql";
import { inOneTrip, unitOfWork } from "../../src/database/unit-of-work";
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
