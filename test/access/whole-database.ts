// The whole database in a few letters: whether anything in it has changed but the audit.
import type { Client } from "pg";

/** Number and content of the rows of every table, the queue's as well; audit entries are counted apart, and when a client asked last is no change. */
export async function contentOf(database: Client): Promise<Record<string, string>> {
  const { rows: tables } = await database.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relkind = 'r' and oid <> 'audit_unsealed'::regclass
       and relnamespace in ('public'::regnamespace, 'keys'::regnamespace, 'graphile_worker'::regnamespace) order by 1`,
  );
  const parts = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(sum(hashtext((to_jsonb(t) - 'last_used_at')::text)), 0) as content from ${name} t`,
  );
  const { rows } = await database.query<{ name: string; content: string }>(
    parts.join(" union all "),
  );
  return Object.fromEntries(rows.map(({ name, content }) => [name, content]));
}

export async function entriesIn(database: Client): Promise<number> {
  const { rows } = await database.query<{ n: number }>(
    "select count(*)::integer as n from audit_entries",
  );
  return rows[0]!.n;
}
