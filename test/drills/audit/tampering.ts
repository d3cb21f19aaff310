// What a superuser can do to the log, whatever triggers say, and how each is put back. `first` is the number that a verifier has
// to name.
import { createHash } from "node:crypto";
import type { Client } from "pg";
import { STORY_PEOPLE } from "../../../seeds/story-people";
import { leavesUpTo } from "../../../src/audit/sealing/bundle";
import { canonical, type Json } from "../../../src/audit/verifying/canonical";
import { leafHash } from "../../../src/audit/verifying/merkle";
import { withLiterals } from "../../../src/database/sql";

export type Tampering = {
  name: string;
  /** Answers the number that is the first bad one. */
  tamper(database: Client): Promise<number>;
  /** Whether heads from outside the database are needed to find it. */
  needsHeads?: true;
};

const TABLES = ["audit_entries", "audit_seals", "audit_heads"] as const;
const TRIGGERS: readonly [string, string][] = [
  ...TABLES.map((table) => [table, "never_rewritten"] as [string, string]),
  ["audit_entries", "await_seal"],
];

const all = (how: string) =>
  TRIGGERS.map(([table, trigger]) => `alter table ${table} ${how} trigger ${trigger};`).join("");

/** Done, looked at, and put back as it was. */
export async function tampered<T>(
  database: Client,
  { tamper }: Tampering,
  look: (first: number) => Promise<T>,
): Promise<T> {
  for (const table of TABLES) await database.query(`create table kept_${table} as table ${table}`);
  await database.query(all("disable"));
  try {
    return await look(await tamper(database));
  } finally {
    for (const table of TABLES)
      await database.query(
        `delete from ${table}; insert into ${table} select * from kept_${table}; drop table kept_${table}`,
      );
    await database.query(all("enable always"));
  }
}

const entryAt = (number: number) => `(select entry_id from audit_seals where number = ${number})`;

async function one<T>(database: Client, text: string): Promise<T> {
  const { rows } = await database.query<{ found: T }>(text);
  return rows[0]!.found;
}

/** `at(share)`: the number of a place in the log, from 0 to 1. */
export const tamperings = (at: (share: number) => number): readonly Tampering[] => [
  {
    name: "one byte of an entry",
    tamper: async (database) => {
      await database.query(
        `update audit_entries set operation = overlay(operation placing 'x' from 1 for 1) where id = ${entryAt(at(0.3))}`,
      );
      return at(0.3);
    },
  },
  {
    name: "a deleted row",
    tamper: async (database) => {
      await database.query(`delete from audit_entries where id = ${entryAt(at(0.5))}`);
      return at(0.5);
    },
  },
  {
    name: "a deleted row with its seal",
    tamper: async (database) => {
      await database.query(
        `delete from audit_entries where id = ${entryAt(at(0.55))}; delete from audit_seals where number = ${at(0.55)}`,
      );
      return at(0.55);
    },
  },
  {
    name: "two that changed places",
    tamper: async (database) => {
      const [here, there] = [at(0.2), at(0.8)];
      await database.query(
        `update audit_seals set number = ${here + there} - number where number in (${here}, ${there})`,
      );
      return here;
    },
  },
  {
    name: "an insert dated back",
    tamper: async (database) => {
      await database.query(
        `insert into audit_entries (id, recorded_at, action, audience, purpose, operation)
         select gen_random_uuid(), recorded_at - interval '1 hour', 'READ', 'SUPPORT', 'NONE', 'made up'
         from audit_entries where id = ${entryAt(at(0.4))}`,
      );
      return 1; // an hour before all of them
    },
  },
  {
    name: "a cut tail",
    needsHeads: true,
    tamper: async (database) => {
      const size = await one<number>(
        database,
        `select size::int as found from audit_heads where customer_id is null and size < ${at(1)} order by size desc limit 1`,
      );
      await database.query(
        `delete from audit_entries where id in (select entry_id from audit_seals where number > ${size});
         delete from audit_seals where number > ${size};
         delete from audit_heads where customer_id is null and size > ${size}`,
      );
      return size + 1;
    },
  },
  {
    name: "a recomputed chain",
    tamper: (database) => recomputed(database, at(0.97)),
  },
  {
    name: "a change with session_replication_role = replica",
    tamper: async (database) => {
      await database.query("set session_replication_role = replica");
      await database.query(
        `update audit_entries set viewer_id = null where id = ${entryAt(at(0.6))}`,
      );
      await database.query("set session_replication_role = origin");
      return at(0.6);
    },
  },
];

const sha256 = (...parts: Buffer[]) => createHash("sha256").update(Buffer.concat(parts)).digest();

/**
 * Whoever knows the form of the log takes an entry out of it, and makes all hashes behind it anew; only signatures can't be
 * made. So what is found is the first head that doesn't hold, and named is the number that it begins with.
 */
async function recomputed(database: Client, from: number): Promise<number> {
  const chainBefore = await one<Buffer>(
    database,
    `select chain_hash as found from audit_seals where number = ${from - 1}`,
  );
  const { rows } = await database.query<{ id: string }>(
    `select entry_id as id from audit_seals where number > ${from} order by number`,
  );
  // the entry is gone, and all that follow have moved up by one
  await database.query(
    `delete from audit_entries where id = ${entryAt(from)}; delete from audit_seals where number = ${from};
     update audit_seals set number = number - 1 where number > ${from}`,
  );
  const leaves = await rehashed(database, from);
  let chain = chainBefore;
  const made = rows.map(({ id }, place) => {
    chain = sha256(chain, leaves[place]!);
    return {
      id,
      leaf: `\\x${leaves[place]!.toString("hex")}`,
      chain: `\\x${chain.toString("hex")}`,
    };
  });
  await database.query(
    `update audit_seals s set leaf_hash = r.leaf, chain_hash = r.chain
     from json_to_recordset($1) as r (id uuid, leaf bytea, chain bytea) where s.entry_id = r.id`,
    [JSON.stringify(made)],
  );
  const first = await one<number>(
    database,
    `select first_number::int as found from audit_heads where customer_id is null and size >= ${from} order by size limit 1`,
  );
  await database.query(
    `update audit_heads set size = size - 1, first_number = first_number - case when first_number > ${from} then 1 else 0 end
       where customer_id is null and size >= ${from};
     update audit_heads h set chain_hash = s.chain_hash from audit_seals s
     where h.customer_id is null and s.number = h.size and h.size >= ${from}`,
  );
  return first;
}

/** Every leaf from this number on, hashed with its new number. */
async function rehashed(database: Client, from: number): Promise<Buffer[]> {
  const text = withLiterals(leavesUpTo(STORY_PEOPLE.privacy.viewer, null, 1_000_000_000));
  const { rows } = await database.query<{ json_build_object: { leaf: Record<string, Json> } }>(
    text,
  );
  return rows
    .map(({ json_build_object: { leaf } }) => leaf)
    .filter(({ number }) => Number(number) >= from)
    .map((leaf) => leafHash(canonical(leaf)));
}
