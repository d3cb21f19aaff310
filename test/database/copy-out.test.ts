// Rows on their way out: whole and in their order whatever their lengths, and no connection left behind by what was cut off.
import { setTimeout as sleep } from "node:timers/promises";
import { STORY_PEOPLE } from "../../seeds/story-people";
import { copyOut } from "../../src/database/copy-out";
import { closeDatabase, openDatabase, poolOf } from "../../src/database/database";
import { type Fragment, raw, sql } from "../../src/database/sql";
import { actorOf } from "../../src/viewer/actor";
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

const marketing = actorOf(STORY_PEOPLE.marketing.viewer, "PROSPECT");

async function written(query: Fragment, format: "CSV" | "NDJSON") {
  const counted = { rows: -1 };
  const parts: Buffer[] = [];
  for await (const part of copyOut(marketing, query, format, counted)) parts.push(part);
  return { text: Buffer.concat(parts).toString(), rows: counted.rows };
}

/** Longer than what comes over the wire at once, shorter than its headers, and nothing at all. */
const lengthAt = (n: number) => (n % 10 === 0 ? 0 : n % 7 === 0 ? 200_000 + n : (n * n) % 90);
const LENGTH = raw(
  "case when n % 10 = 0 then 0 when n % 7 = 0 then 200000 + n else (n * n) % 90 end",
);

test("rows of any length come whole, in their order, and are counted", async () => {
  const query = sql`select n, repeat(chr(97 + n % 26), ${LENGTH}) as text from generate_series(1, 2000) n`;
  const table = await written(query, "CSV");
  const lines = Array.from({ length: 2_000 }, (_, index) => {
    const n = index + 1;
    const text = String.fromCharCode(97 + (n % 26)).repeat(lengthAt(n));
    return `${n},${text || '""'}\n`;
  });
  expect(table.rows).toBe(2_000);
  expect(table.text === `n,text\n${lines.join("")}`).toBe(true);
});

test("where there are no rows, a table has its header, and the other format nothing", async () => {
  const none = sql`select n from generate_series(1, 0) n`;
  expect(await written(none, "CSV")).toEqual({ text: "n\n", rows: 0 });
  expect(await written(none, "NDJSON")).toEqual({ text: "", rows: 0 });
});

const poolSize = () => poolOf("login_staff").totalCount;
const copies = async () =>
  (
    await world.asOwner.query(
      "select from pg_stat_activity where datname = current_database() and query like 'copy (select n%' and pid <> pg_backend_pid()",
    )
  ).rowCount;

test("an error among the rows is told, and its connection serves nobody else", async () => {
  await written(sql`select 1`, "CSV");
  const failing = sql`select n, 1 / (50000 - n) as text from generate_series(1, 100000) n`;
  await expect(written(failing, "CSV")).rejects.toThrow(/division by zero/);
  await sleep(50);
  expect([poolSize(), await copies()]).toEqual([0, 0]);
  expect((await written(sql`select 1 as one`, "CSV")).text).toBe("one\n1\n");
});

test("whoever breaks off leaves neither a connection nor a COPY that goes on", async () => {
  const many = sql`select n, repeat('x', 1000) as text from generate_series(1, 1000000) n`;
  for await (const part of copyOut(marketing, many, "CSV", { rows: 0 })) {
    expect(part.length).toBeGreaterThan(0);
    break;
  }
  for (let tries = 100; (await copies()) && tries; tries -= 1) await sleep(10);
  expect([poolSize(), await copies()]).toEqual([0, 0]);
});

test("whoever doesn't read on is not read for: the database waits", async () => {
  const counted = { rows: 0 };
  const many = sql`select n, repeat('x', 1000) as text from generate_series(1, 1000000) n`;
  const rows = copyOut(marketing, many, "CSV", counted);
  await rows.next();
  await sleep(500);
  await rows.next();
  expect(counted.rows * 1_000).toBeLessThan(12 * 1024 * 1024);
  await rows.return(undefined);
});
