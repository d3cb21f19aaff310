// Which column says what, as somebody decided: remembered for the next file with these columns.
import { Field, ID, InputType, Int } from "type-graphql";
import { sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { entryOf } from "../audit/entries";
import { checkId, notFound } from "../graphql/input";
import { type UserError, userError } from "../graphql/user-error";
import { ListSize } from "../limits/declared-cost";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { importNow, type ImportPayload, refused } from "./payload";
import { hashOf } from "./prepare";
import { ImportField, type Mapping } from "./tools/fields";

@InputType({ description: "Where a field stands." })
export class ImportFieldInput {
  @Field(() => ImportField, { description: "The field." })
  field!: ImportField;

  @Field(() => Int, { description: "Its column, counted from 0." })
  column!: number;
}

@InputType({ description: "Which columns of an import's file are read as what." })
export class ImportMappingSetInput {
  @Field(() => ID, { description: "The import." })
  id!: string;

  @ListSize(12)
  @Field(() => [ImportFieldInput], {
    description:
      "The fields that are read. No others are, but for a stop in a column that is named for one.",
  })
  fields!: ImportFieldInput[];
}

type Prepared = { columns: string[]; state: string; createdBy: string };

export async function importMappingSet(
  viewer: Viewer,
  { id, fields }: ImportMappingSetInput,
): Promise<ImportPayload> {
  const wrong = checkId(id, "id");
  if (wrong) return refused(wrong);
  const mapping: Mapping = Object.fromEntries(fields.map(({ field, column }) => [field, column]));
  const fault = await unitOfWork(
    actorOf(viewer, "IMPORT"),
    async (unit): Promise<UserError | null> => {
      const [found] = await unit.run(
        sql`select columns, state, created_by as "createdBy" from imports where id = ${id}::uuid for update`,
      );
      const row = found?.rows[0] as Prepared | undefined;
      // whoever sent the file says what it says
      if (row?.createdBy !== viewer.id) return notFound("id");
      if (row.state !== "PREPARED") return begunAlready();
      const unfit = faultIn(fields, mapping, row.columns.length);
      if (unfit) return unfit;
      const text = JSON.stringify(mapping);
      await unit.run(
        sql`update imports set mapping = ${text}::jsonb where id = ${id}::uuid`,
        sql`insert into import_mappings (columns_hash, mapping) values (${hashOf(row.columns)}::bytea, ${text}::jsonb)
          on conflict (columns_hash) do update set mapping = excluded.mapping, used_at = decision_time()`,
        entryOf(viewer, { action: "WRITE", operation: "importMappingSet", kind: "IMPORT" }),
      );
      return null;
    },
  );
  return fault ? refused(fault) : importNow(viewer, "importMappingSet", id);
}

export const begunAlready = () =>
  userError("CONFLICT", "id", "This import has begun already. Send the file anew to change it.");

function faultIn(
  fields: ImportFieldInput[],
  mapping: Mapping,
  columnCount: number,
): UserError | null {
  const columns = fields.map(({ column }) => column);
  if (columns.some((column) => column < 0 || column >= columnCount))
    return userError("INVALID", "fields", `Give columns from 0 to ${columnCount - 1}.`);
  if (Object.keys(mapping).length !== fields.length)
    return userError("DUPLICATE", "fields", "Name each field once.");
  return mapping[ImportField.EMAIL_ADDRESS] === undefined
    ? userError("REQUIRED", "fields", "Say in which column the e-mail address stands.")
    : null;
}
