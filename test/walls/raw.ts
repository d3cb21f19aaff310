// SQL of one's own inside a role, past everything that the program would ask: what the catalogue says it may read,
// and what comes.
import type { ClientBase } from "pg";
import { STORY_PEOPLE } from "../../seeds/story-people";
import { audienceRole } from "../../src/database/roles";
import { OWN_SCHEMAS } from "../../src/database/schemas";
import { AUDIENCES } from "../../src/viewer/audience";
import { PUBLIC_VIEWER, type Viewer } from "../../src/viewer/viewer";

export type Readable = { relation: string; columns: string[] };
export type Settings = Partial<
  Record<"viewer" | "customer" | "provider" | "source" | "purpose", string>
>;

/** Every relation of which a role may read a column, and those columns. */
export async function readableBy(database: ClientBase, role: string): Promise<Readable[]> {
  const { rows } = await database.query<Readable>(
    `select c.oid::regclass::text as relation, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace::regnamespace::text = any ($2) and c.relkind in ('r', 'p', 'v', 'm')
       and has_column_privilege($1, c.oid, a.attnum, 'select')
     group by c.oid order by 1`,
    [role, OWN_SCHEMAS],
  );
  return rows;
}

/** Functions that a role may call and that run with their owner's rights, as calls with nothing but nulls. */
export async function definersFor(database: ClientBase, role: string): Promise<string[]> {
  const { rows } = await database.query<{ call: string }>(
    `select format('%I(%s)', p.proname, (select string_agg('null::' || format_type(t, null), ', ' order by n)
       from unnest(p.proargtypes) with ordinality as a (t, n))) as call
     from pg_proc p where p.pronamespace::regnamespace::text = any ($2) and p.prosecdef
       and p.prorettype <> 'trigger'::regtype and has_function_privilege($1, p.oid, 'execute') order by 1`,
    [role, OWN_SCHEMAS],
  );
  return rows.map((row) => row.call);
}

/** In a transaction that is rolled back: in the role, with these settings and no others. */
export async function inside<T>(
  client: ClientBase,
  role: string,
  settings: Settings,
  work: () => Promise<T>,
): Promise<T> {
  await client.query("begin");
  try {
    await client.query("select set_config('role', $1, true)", [role]);
    for (const [name, value] of Object.entries(settings))
      await client.query("select set_config($1, $2, true)", [`app.${name}`, value]);
    return await work();
  } finally {
    await client.query("rollback");
  }
}

/** What a statement comes to: its number of rows, or the code of its error. The transaction goes on. */
export async function outcomeOf(client: ClientBase, statement: string): Promise<number | string> {
  await client.query("savepoint before");
  try {
    return (await client.query(statement)).rowCount ?? 0;
  } catch (error) {
    await client.query("rollback to before");
    return (error as { code: string }).code;
  }
}

/** A story person in each audience, by the audience's role. */
export const storyViewers = new Map<string, Viewer>(
  AUDIENCES.map((audience) => [
    audienceRole(audience),
    Object.values(STORY_PEOPLE)
      .map(({ viewer }) => viewer)
      .find((viewer) => viewer.audience === audience) ?? { ...PUBLIC_VIEWER, audience },
  ]),
);

export const settingsOf = (viewer: Viewer): Settings => ({
  viewer: viewer.id ?? "",
  customer: viewer.customerId ?? "",
  provider: viewer.serviceProviderId ?? "",
  source: viewer.source ?? "",
});
