// The second wall against SQL of one's own, in each login and role: with nobody named, after an aborted transaction,
// with row security off, and on the way to other roles. No row comes, or an error.
import type { Pool, PoolClient } from "pg";
import { closeDatabase, openDatabase, poolOf } from "../../src/database/database";
import {
  AUDIENCE_ROLES,
  audienceRole,
  LOGIN_NAMES,
  loginOf,
  type Role,
  rolesOf,
} from "../../src/database/roles";
import { OWN_SCHEMAS } from "../../src/database/schemas";
import { createWorld, type World } from "../setup/world";
import { definersFor, inside, outcomeOf, readableBy, settingsOf, storyViewers } from "./raw";

const NAMED_ROLES = AUDIENCE_ROLES.filter((role) => role !== audienceRole("PUBLIC"));
const ENTERED_ROLES = LOGIN_NAMES.flatMap(rolesOf);
const REFUSED = "42501";
/** Every process asks for the version at its start, and how addresses are hashed: a name and a number of nobody. */
const ASKED_BY_PROCESSES = ["newest_migration()", "address_hash_layers_in_force()"];

let world: World;
beforeAll(async () => {
  world = await createWorld();
  await openDatabase(world.config, []);
  await world.asOwner.query(
    "insert into figures (month, subject, kind) values ('2026-01-01', 'ACTIVITY', 'SIGNED_IN')",
  );
});
afterAll(async () => {
  await closeDatabase();
  await world.drop();
});

async function borrow<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

/** What each readable relation answers to the role, by the login that enters it. */
async function readAll(role: Role, settings: object, before = "select 1") {
  const relations = await readableBy(world.asOwner, role);
  return borrow(poolOf(loginOf(role)), (client) =>
    inside(client, role, settings, async () => {
      await client.query(before);
      const answers: Record<string, number | string> = {};
      for (const { relation, columns } of relations)
        answers[relation] = await outcomeOf(
          client,
          `select ${columns.join(", ")} from ${relation} limit 1`,
        );
      return answers;
    }),
  );
}

const rowsIn = (answers: Record<string, number | string>) =>
  Object.entries(answers).filter(([, answer]) => typeof answer === "number" && answer > 0);

describe.each(NAMED_ROLES)("in %s", (role) => {
  const own = settingsOf(storyViewers.get(role)!);

  test.each([
    ["no settings", {}],
    ["empty settings", { viewer: "", customer: "", provider: "", source: "" }],
    ["a customer and provider, but nobody who asks", { ...own, viewer: "" }],
    ["garbage", { viewer: "garbage", customer: "';--", provider: "\u0001", source: "*" }],
  ])("with %s no row comes", async (_, settings) => {
    expect(rowsIn(await readAll(role, settings))).toEqual([]);
  });

  test("without a viewer no definer function does its work, and no entry is written", async () => {
    const calls = (await definersFor(world.asOwner, role)).filter(
      (call) => !ASKED_BY_PROCESSES.includes(call),
    );
    const entry = `insert into audit_entries (id, action, audience, purpose, operation)
      values (gen_random_uuid(), 'READ', viewer_audience(), 'NONE', 'nobody')`;
    await borrow(poolOf(loginOf(role)), (client) =>
      inside(client, role, { ...own, viewer: "" }, async () => {
        for (const call of calls)
          expect([call, await outcomeOf(client, `select * from ${call}`)]).toEqual([call, REFUSED]);
        expect(await outcomeOf(client, entry)).toBe(REFUSED);
      }),
    );
  });
});

test("with their own settings rows do come to every reader, or these tests could not fail", async () => {
  const reading: string[] = [];
  const readers: string[] = [];
  for (const role of NAMED_ROLES) {
    const answers = await readAll(role, settingsOf(storyViewers.get(role)!));
    if (Object.keys(answers).length) readers.push(role);
    if (rowsIn(answers).length) reading.push(role);
  }
  expect(readers.length).toBeGreaterThanOrEqual(8);
  expect(reading).toEqual(readers);
});

test("each table that any audience may touch asks for a viewer", async () => {
  const { rows } = await world.asOwner.query<{ name: string; roles: string[] }>(
    `select c.oid::regclass::text as name, array(select unnest(p.polroles)::regrole::text order by 1) as roles
     from pg_class c left join pg_policy p on p.polrelid = c.oid and p.polname = 'somebody' and not p.polpermissive and p.polcmd = '*'
     where c.relnamespace::regnamespace::text = any ($1) and c.relkind in ('r', 'p')`,
    [OWN_SCHEMAS],
  );
  expect(rows.length).toBeGreaterThanOrEqual(18);
  for (const { name, roles } of rows)
    expect({ name, roles }).toEqual({ name, roles: [...NAMED_ROLES].sort() });
});

test.each(ENTERED_ROLES)("in %s row security can't be switched off", async (role) => {
  const viewer = storyViewers.get(role);
  const answers = await readAll(
    role,
    viewer ? settingsOf(viewer) : {},
    "set local row_security = off",
  );
  expect(Object.values(answers).filter((answer) => answer !== REFUSED)).toEqual([]);
});

describe.each(LOGIN_NAMES)("from %s", (login) => {
  test("an aborted transaction leaves a connection that reads nothing", async () => {
    const { rows: tables } = await world.asOwner.query<{ name: string }>(
      `select relnamespace::regnamespace || '.' || relname as name from pg_class
       where relnamespace::regnamespace::text = any ($1) and relkind in ('r', 'p', 'v')`,
      [OWN_SCHEMAS],
    );
    for (const role of rolesOf(login))
      await borrow(poolOf(login), async (client) => {
        const viewer = storyViewers.get(role);
        const failing = inside(client, role, viewer ? settingsOf(viewer) : {}, async () => {
          await client.query("select 1 / 0").catch(() => undefined);
          await client.query("select current_user");
        });
        await expect(failing).rejects.toMatchObject({ code: "25P02" });
        for (const { name } of tables)
          await expect(client.query(`select from ${name} limit 1`)).rejects.toMatchObject({
            code: REFUSED,
          });
      });
  });

  test("no role but its own can be entered, from outside or inside a role", async () => {
    const own: string[] = [login, ...rolesOf(login)];
    const { rows } = await world.asOwner.query<{ name: string }>(
      "select rolname::text as name from pg_roles where rolname <> all ($1)",
      [own],
    );
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(["owner", "postgres"]));
    const refusals = rows.flatMap(({ name }) => [
      `set local role "${name}"`,
      `set local session authorization "${name}"`,
    ]);
    for (const role of own)
      await borrow(poolOf(login), (client) =>
        inside(client, role, {}, async () => {
          for (const statement of refusals)
            expect([statement, await outcomeOf(client, statement)]).toEqual([statement, REFUSED]);
        }),
      );
  });

  test("no text is run as SQL within a statement, which may have become another role by then", async () => {
    const RUN = [
      "select query_to_xml('select 1', false, true, '')",
      "select query_to_xml_and_xmlschema('select 1', false, true, '')",
      "select table_to_xml('pg_catalog.pg_am', false, true, '')",
      "select schema_to_xml('public', false, true, '')",
      "select ts_stat('select null::tsvector')",
      "select ts_rewrite('a'::tsquery, 'select null::tsquery, null::tsquery')",
    ];
    for (const role of [login, ...rolesOf(login)])
      await borrow(poolOf(login), (client) =>
        inside(client, role, {}, async () => {
          for (const statement of RUN)
            expect([role, statement, await outcomeOf(client, statement)]).toEqual([
              ...[role, statement, REFUSED],
            ]);
        }),
      );
  });

  test("nothing can be made that outlives the statement", async () => {
    const MADE = [
      "select lo_creat(-1)",
      "select lo_create(0)",
      "select lo_from_bytea(0, 'kept aside')",
      "select lo_import('/etc/hostname')",
      "create table public.kept_aside (id uuid)",
      "create schema kept_aside",
      ...[...OWN_SCHEMAS, "graphile_worker"].map(
        (schema) =>
          `create function ${schema}.of_mine() returns int language sql security definer as 'select 1'`,
      ),
    ];
    for (const role of [login, ...rolesOf(login)])
      await borrow(poolOf(login), (client) =>
        inside(client, role, {}, async () => {
          for (const statement of MADE)
            expect([role, statement, await outcomeOf(client, statement)]).toEqual([
              ...[role, statement, REFUSED],
            ]);
        }),
      );
  });
});
