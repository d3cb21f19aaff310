// Entries lie in a partition for each month; what comes later gets its own in time, and guards what is in it as well.
import { newId } from "../../src/database/uuid";
import { createWorld, type World } from "../setup/world";

let world: World;
beforeAll(async () => (world = await createWorld()));
afterAll(() => world.drop());

const MONTH_MS = 31 * 86_400_000;

async function enter(at: number): Promise<string> {
  const { rows } = await world.asOwner.query<{ part: string }>(
    `insert into audit_entries (id, action, audience, purpose, operation) values ($1, 'READ', 'SUPPORT', 'NONE', 'partitions')
     returning tableoid::regclass::text as part`,
    [newId(at)],
  );
  return rows[0]!.part;
}
const partOf = (at: number) =>
  `partitions.audit_entries_${new Date(at).toISOString().slice(0, 7).replace("-", "_")}`;
const count = async () =>
  (
    await world.asOwner.query<{ n: number }>(
      "select count(*)::int as n from pg_class where relnamespace = 'partitions'::regnamespace and relkind = 'r'",
    )
  ).rows[0]!.n;

test("an entry lies in its month's partition; one of long ago or far ahead in one for those", async () => {
  const now = Date.now();
  expect(await enter(now)).toBe(partOf(now));
  expect(await enter(now - 400 * 86_400_000)).toBe("partitions.audit_entries_before");
  expect(await enter(now + 12 * MONTH_MS)).toBe("partitions.audit_entries_undated");
});

test("partitions are made before they are needed, once; where entries lie already, they stay", async () => {
  const before = await count();
  await world.asOwner.query("select make_audit_partitions()");
  expect(await count()).toBe(before);
  const later = Date.now() + 4 * MONTH_MS;
  expect(await enter(later)).toBe("partitions.audit_entries_undated");
  await world.asOwner.query(
    `create or replace function decision_time() returns timestamptz language sql stable as $$ select to_timestamp(${later} / 1000.0) $$`,
  );
  await world.asOwner.query("select make_audit_partitions(), make_audit_partitions()");
  // two months ahead of it for entries, three for seals and for what customers are shown
  expect(await count()).toBe(before + 8);
  expect(await enter(later + MONTH_MS)).toBe(partOf(later + MONTH_MS));
  expect(await enter(later)).toBe("partitions.audit_entries_undated");
});

test("no partition is rewritten or emptied, in a replica's session neither, and nobody reads one by itself", async () => {
  const { rows } = await world.asOwner.query<{ part: string; isEmpty: boolean }>(
    `select oid::regclass::text as part from pg_class where relnamespace = 'partitions'::regnamespace and relkind = 'r'`,
  );
  expect(rows.length).toBeGreaterThan(15);
  const refusal = (statement: string) =>
    world.asOwner.query(statement).then(
      () => null,
      ({ code }: { code: string }) => code,
    );
  await world.asOwner.query("set session_replication_role = replica");
  for (const { part } of rows)
    expect([part, await refusal(`truncate ${part}`)]).toEqual([part, "42501"]);
  for (const at of [Date.now(), Date.now() + 5 * MONTH_MS]) {
    expect(await refusal(`update ${partOf(at)} set operation = 'else'`)).toBe("42501");
    expect(await refusal(`delete from ${partOf(at)}`)).toBe("42501");
  }
  await world.asOwner.query("set session_replication_role = origin");
  await world.asOwner.query("set role audience_privacy_officer");
  for (const { part } of rows)
    expect([part, await refusal(`select from ${part}`)]).toEqual([part, "42501"]);
  await world.asOwner.query("reset role");
});
