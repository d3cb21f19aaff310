// Rows of every table, told apart by the second wall: those that a viewer's role sees, and those that it does not. Of
// each sort (of the viewer's customer or not, made by the viewer or not, with which purposes) one.
import type { Client } from "pg";
import { audienceRole } from "../../src/database/roles";
import type { Viewer } from "../../src/viewer/viewer";
import { inside, readableBy, settingsOf } from "../walls/raw";

export type IdsByReach = { own: string[]; foreign: string[] };

export async function idsByReach(database: Client, viewer: Viewer): Promise<IdsByReach> {
  const seen = await idsSeen(database, viewer);
  const sorts = new Map<string, string>();
  for (const table of await tablesWithIds(database)) {
    const { rows } = await database.query<{ id: string; sort: string }>(
      `select id, concat_ws(' ', to_jsonb(t) ->> 'customer_id' = $1, to_jsonb(t) ->> 'purposes', to_jsonb(t) ->> 'created_by' = $2) as sort
       from ${table} t order by id`,
      [viewer.customerId ?? "", viewer.id ?? ""],
    );
    for (const { id, sort } of rows) {
      const key = `${seen.has(id) ? "own" : "foreign"} ${table} ${sort}`;
      // whoever asks comes last: what is done to one's own row ends one's asking
      if (!sorts.has(key) || sorts.get(key) === viewer.id) sorts.set(key, id);
    }
  }
  const those = (reach: string) =>
    [...sorts].filter(([key]) => key.startsWith(reach)).map(([, id]) => id);
  return { own: those("own"), foreign: those("foreign") };
}

/** Every row that there is and that the viewer's role doesn't see. */
export async function idsBeyond(database: Client, viewer: Viewer): Promise<Set<string>> {
  const seen = await idsSeen(database, viewer);
  const beyond = new Set<string>();
  for (const table of await tablesWithIds(database))
    for (const id of await idsIn(database, table)) if (!seen.has(id)) beyond.add(id);
  return beyond;
}

async function idsSeen(database: Client, viewer: Viewer): Promise<Set<string>> {
  const role = audienceRole(viewer.audience);
  const readable = await readableBy(database, role);
  return inside(database, role, settingsOf(viewer), async () => {
    const seen = new Set<string>();
    for (const { relation, columns } of readable)
      if (columns.includes("id")) for (const id of await idsIn(database, relation)) seen.add(id);
    return seen;
  });
}

async function idsIn(database: Client, relation: string): Promise<string[]> {
  const { rows } = await database.query<{ id: string }>(`select id from ${relation}`);
  return rows.map(({ id }) => id);
}

async function tablesWithIds(database: Client): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>(
    `select c.relname::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'id'
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.atttypid = 'uuid'::regtype
     order by 1`,
  );
  return rows.map((row) => row.name);
}
