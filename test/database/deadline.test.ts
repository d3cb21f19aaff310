// A unit of work with a deadline: PostgreSQL cancels what is under way, nothing begins afterwards, nothing is committed.
import { setTimeout as sleep } from "node:timers/promises";
import { STORY_PEOPLE } from "../../seeds/story-people";
import { closeDatabase, openDatabase } from "../../src/database/database";
import { sql } from "../../src/database/sql";
import { DeadlineExceeded, inOneTrip, unitOfWork } from "../../src/database/unit-of-work";
import { entities } from "../../src/graphql/features";
import { actorOf } from "../../src/viewer/actor";
import { HARBOUR } from "../platform-users/people";
import { createWorld, type World } from "../setup/world";

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await openDatabase(world.config, entities());
});
afterAll(async () => {
  await closeDatabase();
  await world.drop();
});

const within = (milliseconds: number) => ({
  ...actorOf(STORY_PEOPLE.administrator.viewer, "PLATFORM_USER"),
  deadlineAt: performance.now() + milliseconds,
});
const nameOf = async (id: string) =>
  (
    await world.asOwner.query<{ name: string }>("select name from platform_users where id = $1", [
      id,
    ])
  ).rows[0]?.name;
const rename = (name: string) =>
  sql`update platform_users set name = ${name} where id = ${HARBOUR.user.id}::uuid`;
/** PostgreSQL tells of a cancellation a moment before it counts the statement as ended: 20 s is what it asked for. */
const ended = async () => {
  for (let tries = 100; (await running()) && tries; tries -= 1) await sleep(10);
  return (await running()) === 0;
};
const running = async () =>
  (
    await world.asOwner.query(
      "select from pg_stat_activity where datname = current_database() and query like '%pg_sleep%' and state = 'active' and pid <> pg_backend_pid()",
    )
  ).rowCount;

test("a statement that takes longer is cancelled, and its connection serves the next", async () => {
  await expect(inOneTrip(within(200), [sql`select pg_sleep(20)`])).rejects.toThrow(
    DeadlineExceeded,
  );
  expect(await ended()).toBe(true);
  const [result] = await inOneTrip(within(5_000), [
    sql`select current_setting('statement_timeout') as s`,
  ]);
  expect(result?.rows[0]?.s).toMatch(/^4\d\d\dms$|^5s$/);
});

test("a lock that somebody holds is not waited for any longer", async () => {
  await world.asOwner.query("begin");
  await world.asOwner.query("select from platform_users where id = $1 for update", [
    HARBOUR.user.id,
  ]);
  await expect(inOneTrip(within(200), [rename("Too late")])).rejects.toThrow(DeadlineExceeded);
  await world.asOwner.query("rollback");
  expect(await nameOf(HARBOUR.user.id)).toBe(HARBOUR.user.name);
});

test("after the deadline no statement begins", async () => {
  await expect(inOneTrip(within(-1), [rename("Too late")])).rejects.toThrow(DeadlineExceeded);
  expect(await nameOf(HARBOUR.user.id)).toBe(HARBOUR.user.name);
});

test("a change that is ready only after the deadline is not committed", async () => {
  const late = unitOfWork(within(200), async (unit) => {
    await unit.run(rename("Too late"));
    await sleep(300);
  });
  await expect(late).rejects.toThrow(DeadlineExceeded);
  expect(await nameOf(HARBOUR.user.id)).toBe(HARBOUR.user.name);
});

test("a second round trip has only the time that the first one left", async () => {
  const late = unitOfWork(within(400), async (unit) => {
    await unit.run(sql`select pg_sleep(0.2)`);
    const [result] = await unit.run(sql`select current_setting('statement_timeout') as left`);
    expect(parseInt(String(result?.rows[0]?.left), 10)).toBeLessThan(250);
    await unit.run(sql`select pg_sleep(20)`);
  });
  await expect(late).rejects.toThrow(DeadlineExceeded);
});

test("without a deadline the login's own limit holds", async () => {
  const actor = actorOf(STORY_PEOPLE.administrator.viewer, "PLATFORM_USER");
  const [result] = await inOneTrip(actor, [sql`select current_setting('statement_timeout') as s`]);
  expect(result?.rows[0]?.s).toBe("15s");
});
