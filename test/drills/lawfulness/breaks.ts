// Three ways in which the rules could be broken and nobody notice. The drill breaks each on purpose, and must.
import type { Client } from "pg";

export type Break = { name: string; on(database: Client): Promise<void> };

export const BREAKS: readonly Break[] = [
  {
    name: "a policy that asks for no purpose",
    on: async (database) => {
      await database.query("alter policy market on prospects using (true)");
    },
  },
  {
    name: "a judgement that takes an objection for nothing",
    on: (database) =>
      rewrite(
        database,
        "judged_bases",
        "when p.purpose = 'SECURITY' then false",
        "when true then false",
      ),
  },
  {
    name: "a derivation that forgets who is suppressed",
    on: (database) =>
      rewrite(
        database,
        "derive_permitted_purposes",
        "from suppressions x where x.email_hash = s.email_hash",
        "from suppressions x where false",
      ),
  },
];

/** Each is put back as it was, policies and functions alike. */
export async function broken<T>(
  database: Client,
  { on }: Break,
  work: () => Promise<T>,
): Promise<T> {
  const before = await definitions(database);
  await on(database);
  try {
    return await work();
  } finally {
    for (const definition of before) await database.query(definition);
  }
}

async function definitions(database: Client): Promise<string[]> {
  const { rows } = await database.query<{ definition: string }>(
    `select pg_get_functiondef(oid) as definition from pg_proc
       where proname in ('judged_bases', 'derive_permitted_purposes') and pronamespace = 'public'::regnamespace
     union all
     select format('alter policy %I on %I using (%s)', policyname, tablename, qual) from pg_policies
       where tablename = 'prospects' and policyname = 'market'`,
  );
  return rows.map(({ definition }) => definition);
}

async function rewrite(database: Client, name: string, from: string, to: string): Promise<void> {
  const { rows } = await database.query<{ definition: string }>(
    "select pg_get_functiondef(oid) as definition from pg_proc where proname = $1",
    [name],
  );
  const { definition } = rows[0]!;
  if (!definition.includes(from)) throw new Error(`«${name}» is not as the drill knows it.`);
  await database.query(definition.replaceAll(from, to));
}
