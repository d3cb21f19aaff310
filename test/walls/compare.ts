// Both walls, field by field: what a schema shows must be granted, and what is granted must be shown, or be a column
// that the program needs beside the fields. Neither wall may be wider than the other without a stated reason.
import type { Client } from "pg";
import { allShapes, propertiesOfField } from "../../src/access/record";
import type { AccessMatrix } from "../../src/access/matrix";
import { audienceRole } from "../../src/database/roles";
import { snakeCase } from "../../src/database/sql";
import { AUDIENCES } from "../../src/viewer/audience";

export type Difference = { audience: string; table: string; column: string; problem: string };
export type Compared = {
  fields: number;
  madeOf: string[];
  withoutColumn: string[];
  differences: Difference[];
};

/** Columns that a role may read without a field that shows them, and why. */
const BESIDE_THE_FIELDS: Record<string, string> = {
  purposes: "asked by the gate",
  purposes_valid_until: "asked by the gate",
  customer_id: "key of relations",
  id: "key",
  email_hash: "exact address, by keyed hash",
  email_canonical: "exact address",
  platform_user_id: "key of relations",
  prospect_id: "key of relations",
  subject_id: "key of relations",
  service_provider_id: "key of relations",
  staff_id: "key of relations",
  client_id: "key of relations",
  person_id: "key of relations",
  generation: "counted up by each new link",
  changed_at: "a file that was sent before changes nothing that was changed since",
  file_id: "the bytes of the import",
  data_key: "opens the bytes",
  batches_done: "where an import goes on",
  bytes_read: "how far it is",
  created_by: "whose file it is",
  acting_for: "on whose word it goes on",
  undone_from: "where undoing goes on",
  errors_file_id: "the bytes of its errors",
  mapping: "read as fields",
  narrowed_by: "asked again of each batch",
  must_be_unchanged: "asked again of each batch",
  audience: "at which desk it was asked for",
  name_canonical: "sorted by, and known again",
  sealed_values: "opened with the person's key",
  parent_hash: "of the log that is taken away",
  leaf_hash: "of the log that is taken away",
  chain_hash: "of the log that is taken away",
};

/** Types that show columns of several tables: a person, across kinds; a contact, as a tool may hold it. */
const VIEWS: Record<string, string[]> = {
  PersonRecord: ["customer_contacts", "platform_users", "prospects", "subscribers"],
  Contact: ["prospects", "subscribers"],
};

/** Relations read in one statement or by a function, beside the records: their own checks look at them. */
const NOT_COMPARED = ["feed", "provider_agreements"];

export async function compareWalls(database: Client, matrix: AccessMatrix): Promise<Compared> {
  const compared: Compared = { fields: 0, madeOf: [], withoutColumn: [], differences: [] };
  for (const shape of allShapes()) {
    const fields = Object.keys(matrix[shape.type] ?? {});
    for (const field of fields) {
      const properties = propertiesOfField(shape.type, field);
      const isColumn = properties.length === 1 && properties[0] === field;
      if (properties.length === 0) compared.withoutColumn.push(`${shape.type}.${field}`);
      else if (!isColumn)
        compared.madeOf.push(`${shape.type}.${field} ← ${properties.map(snakeCase).join(", ")}`);
    }
    for (const audience of AUDIENCES) {
      const seen = fields.filter((field) => matrix[shape.type]?.[field]?.[audience] !== "no");
      const needed = new Set(
        seen.flatMap((field) => propertiesOfField(shape.type, field).map(snakeCase)),
      );
      const granted = await grantedColumns(database, audienceRole(audience), shape.table);
      compared.fields += fields.length;
      for (const column of needed) {
        if (!granted.has(column))
          compared.differences.push({
            audience,
            table: shape.table,
            column,
            problem: "shown, but not granted",
          });
      }
      for (const column of granted) {
        if (
          !needed.has(column) &&
          !(column in BESIDE_THE_FIELDS) &&
          !shownElsewhere(shape.table, column, audience, matrix)
        )
          compared.differences.push({
            audience,
            table: shape.table,
            column,
            problem: "granted, but not shown",
          });
      }
    }
  }
  return compared;
}

/** Whether another type shows this column of the table to the audience. */
function shownElsewhere(
  table: string,
  column: string,
  audience: (typeof AUDIENCES)[number],
  matrix: AccessMatrix,
): boolean {
  if (NOT_COMPARED.includes(table)) return true;
  return Object.entries(VIEWS).some(
    ([type, tables]) =>
      tables.includes(table) &&
      Object.entries(matrix[type] ?? {}).some(
        ([field, by]) => by[audience] !== "no" && snakeCase(field) === column,
      ),
  );
}

async function grantedColumns(database: Client, role: string, table: string): Promise<Set<string>> {
  const { rows } = await database.query<{ column: string }>(
    `select attname as column from pg_attribute
     where attrelid = $2::regclass and attnum > 0 and not attisdropped
       and has_column_privilege($1::text, attrelid, attnum, 'select')`,
    [role, table],
  );
  return new Set(rows.map((row) => row.column));
}
