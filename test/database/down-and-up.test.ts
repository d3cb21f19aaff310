// Each migration since the ledger grew up can be taken back on a database with data in it, and made again: the schema is the
// same afterwards, to the last policy, grant and function.
import type { Client } from "pg";
import { readMigrations } from "../../src/database/migrations";
import { createWorld, type World } from "../setup/world";

let world: World;
beforeAll(async () => (world = await createWorld()));
afterAll(() => world.drop());

/** PostgreSQL takes no word out of an enum, so the migration that adds some is where it ends. */
const FIRST = "transitions-of-bases";

const SCHEMA = `
  select pg_get_functiondef(oid) || proowner::regrole::text || coalesce(proacl::text, '') as part from pg_proc
    where pronamespace = 'public'::regnamespace and prokind = 'f'
  union all select concat(policyname, tablename, cmd, roles, qual, with_check) from pg_policies
  union all select concat(table_name, column_name, data_type, is_nullable, column_default) from information_schema.columns
    where table_schema in ('public', 'keys')
  union all select concat(grantee, table_name, column_name, privilege_type) from information_schema.column_privileges
    where table_schema in ('public', 'keys')
  union all select indexdef from pg_indexes where schemaname in ('public', 'keys')
  union all select concat(conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
    where connamespace::regnamespace::text in ('public', 'keys')
  union all select concat(nspname, nspowner::regrole, nspacl) from pg_namespace where nspname in ('public', 'keys')
  union all select concat(tgrelid::regclass, tgname, tgenabled, pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal`;

const schemaOf = async (database: Client) =>
  (await database.query<{ part: string }>(SCHEMA)).rows.map(({ part }) => part).sort();

async function run(database: Client, text: string): Promise<void> {
  await database.query("begin");
  await database.query("set local role owner");
  await database.query(text);
  await database.query("commit");
}

const laterThan = (title: string) => {
  const all = readMigrations();
  return all.slice(all.findIndex((each) => each.title.endsWith(title)) + 1);
};

test("evidence that was not sealed is the same on the way back and again; of what was sealed a note remains", async () => {
  const database = world.asOwner;
  const later = laterThan("keys-per-person");
  const { rows: chosen } = await database.query<{ id: string }>(
    "select lawful_basis_id as id from basis_evidence order by 1 limit 2",
  );
  const [unsealed, sealed] = chosen.map(({ id }) => id) as [string, string];
  await database.query(
    `update basis_evidence set sealed = null, unsealed = '{"source": "A form", "wording": "Yes.", "noticeVersion": "2021-01-11",
       "givenAt": "2020-01-02T03:04:05.000006Z"}' where lawful_basis_id = $1`,
    [unsealed],
  );
  const read = async (columns: string, id: string) =>
    (
      await database.query<object>(
        `select ${columns} from basis_evidence where lawful_basis_id = $1`,
        [id],
      )
    ).rows[0];
  const before = await read("unsealed", unsealed);

  for (const { down } of [...later].reverse()) await run(database, down);
  const OLDER = "source, wording, given_at::text, confirmed_at, notice_version";
  expect(await read(OLDER, unsealed)).toEqual({
    ...{ source: "A form", wording: "Yes.", given_at: "2020-01-02 03:04:05.000006+00" },
    ...{ confirmed_at: null, notice_version: "2021-01-11" },
  });
  const LOST = "Sealed, and lost on the way back";
  expect(await read(OLDER, sealed)).toEqual({
    ...{ source: LOST, wording: null, given_at: null, confirmed_at: null, notice_version: null },
  });
  for (const { up } of later) await run(database, up);
  expect(await read("unsealed", unsealed)).toEqual(before);
  expect(await read("sealed, unsealed", sealed)).toEqual({
    ...{ sealed: null, unsealed: { source: LOST } },
  });
});

test("taken back and made again, the schema is the same", async () => {
  const database = world.asOwner;
  const later = laterThan(FIRST);
  expect(later.length).toBeGreaterThan(5);
  const before = await schemaOf(database);
  for (const { down } of [...later].reverse()) await run(database, down);
  expect(await schemaOf(database)).not.toEqual(before);
  for (const { up } of later) await run(database, up);
  expect(await schemaOf(database)).toEqual(before);
});
