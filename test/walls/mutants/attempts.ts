// What SQL of one's own brings about in the roles of a policy: the rows that come, and which rows of others can be
// written in one's own name or moved. In a transaction that somebody else rolls back.
import type { Client } from "pg";
import { PUBLIC_VIEWER } from "../../../src/viewer/viewer";
import { type Settings, settingsOf, storyViewers } from "../raw";
import type { Policy } from "./policies";

/** By attempt: a number of rows; -1 where row security refused. */
export type Attempts = Map<string, number>;

const REFUSED = -1;
/** Rows tried one by one: as many sorts as the policy's own columns tell apart. */
const SORTS_MAXIMUM = 200;

export const isMore = (now: Attempts, before: Attempts) =>
  [...now].some(([attempt, rows]) => rows > before.get(attempt)!);

export async function attemptsOf(
  database: Client,
  policy: Policy,
): Promise<() => Promise<Attempts>> {
  const { table, command, roles } = policy;
  const inserts = command === "a" || command === "*" ? await insertsOf(database, policy) : [];
  const updates = command === "w" || command === "*" ? await updatesOf(database, policy) : [];
  const deletes = command === "d" ? [{ text: `delete from ${table}`, values: [] }] : [];
  const reads =
    command === "r" || command === "*" ? [{ text: `select from ${table}`, values: [] }] : [];
  return async () => {
    const attempts: Attempts = new Map();
    for (const role of roles)
      for (const [who, settings] of settingsIn(role))
        for (const [n, statement] of [...reads, ...inserts, ...updates, ...deletes].entries())
          attempts.set(
            `${role} ${who} ${n}`,
            await attempt(database, { role, settings, table, statement }),
          );
    return attempts;
  };
}

/** As a story person, and as nobody in particular who names all the rest. */
function settingsIn(role: string): [string, Settings][] {
  const own = settingsOf(storyViewers.get(role) ?? PUBLIC_VIEWER);
  return [
    ["somebody", own],
    ["nobody", { ...own, viewer: "" }],
  ];
}

type Statement = { text: string; values: unknown[] };
type Attempt = { role: string; settings: Settings; table: string; statement: Statement };

/** Every column is granted for the attempt: row security alone decides. */
async function attempt(database: Client, { role, settings, table, statement }: Attempt) {
  await database.query(`savepoint attempt; grant all on ${table} to ${role}`);
  for (const [name, value] of Object.entries(settings))
    await database.query("select set_config($1, $2, true)", [`app.${name}`, value]);
  await database.query(`set local role ${role}`);
  try {
    return (await database.query(statement.text, statement.values)).rowCount ?? 0;
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return code === "42501" && message.includes("row-level security") ? REFUSED : 0;
  } finally {
    await database.query("rollback to attempt");
  }
}

/** Rows that there are already, written once more: row security is asked before any key. */
async function insertsOf(database: Client, { table, columns }: Policy): Promise<Statement[]> {
  const names = await writableColumns(database, table);
  const distinct = columns.length ? `distinct on (${columns.join(", ")})` : "";
  const { rows } = await database.query<{ row: object }>(
    `select ${distinct} to_jsonb(t) as row from ${table} t limit ${SORTS_MAXIMUM}`,
  );
  return rows.map(({ row }) => ({
    text: `insert into ${table} (${names}) overriding system value select ${names} from jsonb_populate_record(null::${table}, $1)`,
    values: [JSON.stringify(row)],
  }));
}

/** A constant into a column of every row, without reading one: the policies of UPDATE alone decide which. */
async function updatesOf(database: Client, { table, roles }: Policy): Promise<Statement[]> {
  const { rows: columns } = await database.query<{ name: string; type: string }>(
    `select quote_ident(attname) as name, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''
       and has_column_privilege($2, attrelid, attnum, 'update')`,
    [table, roles[0]],
  );
  const statements: Statement[] = [];
  for (const { name, type } of columns) {
    const { rows } = await database.query<{ value: string | null }>(
      `select ${name}::text as value from ${table} limit 1`,
    );
    const text = `update ${table} set ${name} = $1::${type}`;
    statements.push({ text, values: [rows[0]?.value ?? null] });
  }
  return statements;
}

async function writableColumns(database: Client, table: string): Promise<string> {
  const { rows } = await database.query<{ name: string }>(
    `select quote_ident(attname) as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  return rows.map(({ name }) => name).join(", ");
}
