// Opens one wall at a time, for tests only: every filter of the scopes true; row security off on every table.
import type { Client } from "pg";
import { allScopes, defineScope, everywhere, type Scope } from "../../src/access/scope";
import { AUDIENCE_ROLES } from "../../src/database/roles";
import { OWN_SCHEMAS } from "../../src/database/schemas";
import { AUDIENCES } from "../../src/viewer/audience";

const everybody = Object.fromEntries(AUDIENCES.map((audience) => [audience, everywhere])) as Scope;

/** Wall 1: what the scopes filter is let through. Answers how to close it again. */
export function openScopes(): () => void {
  const before = [...allScopes()];
  for (const [table] of before) defineScope(table, everybody);
  return () => before.forEach(([table, scope]) => defineScope(table, scope));
}

/** Wall 2, in a database that is thrown away: row security off, every column granted, views for whoever asks. */
export async function openPolicies(database: Client): Promise<void> {
  const { rows } = await database.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
     where relnamespace::regnamespace::text = any ($1) and relkind = 'r' and relrowsecurity`,
    [OWN_SCHEMAS],
  );
  for (const { name } of rows)
    await database.query(`alter table ${name} disable row level security`);
  await openViews(database);
  const [schemas, roles] = [OWN_SCHEMAS.join(", "), AUDIENCE_ROLES.join(", ")];
  await database.query(
    `grant usage on schema ${schemas} to ${roles}; grant select on all tables in schema ${schemas} to ${roles}`,
  );
}

/** A view shows what it is made of to everybody: each condition that names the viewer is true. */
async function openViews(database: Client): Promise<void> {
  const { rows } = await database.query<{ name: string; text: string }>(
    "select viewname as name, definition as text from pg_views where schemaname = 'public'",
  );
  for (const { name, text } of rows) {
    const open = text.replaceAll(VIEWER_CONDITION, "true");
    if (open.includes("viewer_")) throw new Error(`How is the view ${name} opened? ${text}`);
    await database.query(`create or replace view ${name} with (security_barrier) as ${open}`);
  }
}
const VIEWER_CONDITION =
  /\((?:[\w.]+ = )?\( SELECT viewer_\w+\(\) AS viewer_\w+\)(?: IS NOT NULL| = ANY \(ARRAY\[[^\]]*\]\))?\)/g;
