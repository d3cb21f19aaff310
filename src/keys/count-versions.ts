// How many values of a column are sealed under which version of the master key. Nothing is opened for that.
import type { Client } from "pg";
import { asOwner } from "../database/owner";
import type { SealedColumn } from "./sealed-columns";

export async function countVersions(
  owner: Client,
  { table, column }: SealedColumn,
): Promise<Map<number, number>> {
  const { rows } = await asOwner(owner, () =>
    owner.query<{ version: string; count: string }>(
      `select ('x' || lpad(encode(substring(${column} from 2 for 4), 'hex'), 8, '0'))::bit(32)::bigint as version,
         count(*) as count
       from ${table} where ${column} is not null group by 1 order by 1`,
    ),
  );
  return new Map(rows.map(({ version, count }) => [Number(version), Number(count)]));
}
