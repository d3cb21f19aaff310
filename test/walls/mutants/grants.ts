// The columns of a table that an audience's role may not read, granted to it: a wider second wall, which the first
// doesn't use.
import type { Client } from "pg";
import { audienceRole } from "../../../src/database/roles";
import { OWN_SCHEMAS } from "../../../src/database/schemas";
import { AUDIENCES } from "../../../src/viewer/audience";
import { type Asker, foreignRowsFor, ofAudience } from "../asking";
import { readableBy } from "../raw";
import type { Mutant } from "./mutant";
import { schemaOf } from "./schemas";

export async function grantMutants(standing: Client, askers: readonly Asker[]): Promise<Mutant[]> {
  const { rows: tables } = await standing.query<{ name: string; columns: string[] }>(
    `select c.oid::regclass::text as name, array_agg(a.attname::text) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace::regnamespace::text = any ($1) and c.relkind in ('r', 'p') group by 1 order by 1`,
    [OWN_SCHEMAS],
  );
  const mutants: Mutant[] = [];
  for (const audience of AUDIENCES) {
    const role = audienceRole(audience);
    const readable = await readableBy(standing, role);
    for (const { name: table, columns } of tables) {
      const granted = readable.find(({ relation }) => relation === table)?.columns ?? [];
      const wider = columns.filter((column) => !granted.includes(column)).join(", ");
      if (!wider) continue;
      mutants.push({
        ...{ name: `a grant of ${wider} of ${table} to ${audience}`, sort: "grant" },
        async isNoticed() {
          await standing.query(`begin; grant select (${wider}) on ${table} to ${role}`);
          const now = await readableBy(standing, role);
          await standing.query("rollback");
          return now.find(({ relation }) => relation === table)?.columns.length === columns.length;
        },
        async foreignRows() {
          await standing.query(`grant select (${wider}) on ${table} to ${role}`);
          let foreign = 0;
          for (const asker of ofAudience(askers, audience))
            foreign += await foreignRowsFor(asker, schemaOf(audience));
          await standing.query(`revoke select (${wider}) on ${table} from ${role}`);
          return foreign;
        },
      });
    }
  }
  return mutants;
}
