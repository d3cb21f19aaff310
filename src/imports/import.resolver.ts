// Imports over GraphQL.
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  Float,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { raw, sql } from "../database/sql";
import { downloadUrlOf } from "../exports/download";
import { ownFiles } from "../files/own-files";
import { connectionOf } from "../graphql/connection";
import type { Context } from "../graphql/context";
import { PageArguments } from "../graphql/page";
import { loaderOf } from "../graphql/reads/loaders";
import { readOne, readPage } from "../graphql/reads/rows";
import { inSharedTrip } from "../graphql/reads/trip";
import type { Shown } from "../graphql/shown";
import { ListSize } from "../limits/declared-cost";
import { ContactsImportInput, ContactsImportPayload, ImportRefusal } from "./batch";
import { importCancel, importUndo } from "./cancel";
import { contactsImport } from "./contacts-import";
import { Import, importShape, ImportState } from "./import";
import { ImportInput, ImportPayload } from "./payload";
import { importPrepare, ImportPrepareInput } from "./prepare";
import { ImportPreviewResolver } from "./preview.resolver";
import { importMappingSet, ImportMappingSetInput } from "./set-mapping";
import { importStart, ImportStartInput } from "./start";
import { ImportField } from "./tools/fields";
import "./scope";

const ImportConnection = connectionOf("Import", () => Import);
const REFUSALS_MAXIMUM = 100;

@ObjectType({ simpleResolvers: true, description: "Where a field stands in a file." })
class ImportFieldColumn {
  @Field(() => ImportField, { description: "The field." })
  field!: ImportField;

  @Field(() => Int, { description: "Its column, counted from 0." })
  column!: number;

  @Field(() => String, { description: "The column's name." })
  name!: string;
}

@Resolver(() => Import)
export class ImportResolver {
  @Query(() => ImportConnection, { description: "The imports, newest first." })
  imports(@Args(() => PageArguments) page: PageArguments, @Ctx() { viewer }: Context) {
    const order = { property: "id", isDescending: true };
    return readPage<Import>(viewer, importShape, { operation: "imports", page, order });
  }

  @Query(() => Import, { nullable: true, description: "One import: ask again for its progress." })
  import(
    @Arg("id", () => ID, { description: "Its identifier." }) id: string,
    @Ctx() { viewer }: Context,
  ) {
    return readOne<Import>(viewer, importShape, "import", id);
  }

  @ListSize(Object.keys(ImportField).length)
  @FieldResolver(() => [ImportFieldColumn], { description: "Which column is read as what." })
  fields(@Root() { mapping, columns }: Shown<Import>): ImportFieldColumn[] {
    return (Object.entries(mapping) as [ImportField, number][])
      .sort(([, one], [, other]) => one - other)
      .map(([field, column]) => ({ field, column, name: columns[column] ?? "" }));
  }

  @FieldResolver(() => Float, { description: "How much of the file was looked at, 0 to 100." })
  percent(@Root() { state, bytesRead, byteCount }: Shown<Import>): number {
    if (state === ImportState.DONE) return 100;
    return byteCount ? Math.floor((1_000 * bytesRead) / byteCount) / 10 : 0;
  }

  @ListSize(REFUSALS_MAXIMUM)
  @FieldResolver(() => [ImportRefusal], {
    description: `Up to ${REFUSALS_MAXIMUM} rows that were not brought in.`,
  })
  refusals(
    @Root() { id }: Shown<Import>,
    @Arg("afterRow", () => Int, { defaultValue: 0, description: "Behind this row." })
    afterRow: number,
    @Ctx() { viewer }: Context,
  ): Promise<ImportRefusal[]> {
    return loaderOf(viewer, `refusals behind ${afterRow}`, async (ids: readonly string[]) => {
      const query = sql`select i.id as "importId", r.* from unnest(${ids}::uuid[]) as i (id) cross join lateral (
          select row_number as row, field as column, code, message from import_refusals
          where import_id = i.id and row_number > ${afterRow}::integer
          order by row_number ${raw(`limit ${REFUSALS_MAXIMUM}`)}) r order by r.row`;
      const { rows } = await inSharedTrip(viewer, "IMPORT", query, false);
      return ids.map((each) => rows.filter((row) => row.importId === each) as never);
    }).load(id);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Where the rows that were not brought in can be taken away as CSV, for an hour; null where there are none.",
  })
  errorsUrl(@Root() { id }: Shown<Import>, @Ctx() { viewer }: Context): Promise<string | null> {
    return loaderOf(viewer, "errorsUrl", async (ids: readonly string[]) => {
      const query = sql`select i.id, f.id as "fileId" from imports i
        join ${ownFiles(viewer)} f on f.id = i.errors_file_id where i.id = any(${ids}::uuid[])`;
      const { rows } = await inSharedTrip(viewer, "IMPORT", query, false);
      const files = new Map(rows.map((row) => [row.id, String(row.fileId)]));
      return ids.map((each) => {
        const file = files.get(each);
        return file ? downloadUrlOf(viewer, file) : null;
      });
    }).load(id);
  }

  @Mutation(() => ContactsImportPayload, {
    description: "Bring a batch of people in. The same batch again changes nothing.",
  })
  contactsImport(
    @Arg("input", () => ContactsImportInput, { description: "Whom, and from where." })
    input: ContactsImportInput,
    @Ctx() { viewer }: Context,
  ) {
    return contactsImport(viewer, input);
  }

  @Mutation(() => ImportPayload, {
    description: "Look at a file that was sent to /uploads. Nothing is brought in yet.",
  })
  importPrepare(
    @Arg("input", () => ImportPrepareInput, { description: "Which file." })
    input: ImportPrepareInput,
    @Ctx() { viewer }: Context,
  ) {
    return importPrepare(viewer, input);
  }

  @Mutation(() => ImportPayload, {
    description: "Say which column is what; remembered for files with the same columns.",
  })
  importMappingSet(
    @Arg("input", () => ImportMappingSetInput, { description: "Which columns." })
    input: ImportMappingSetInput,
    @Ctx() { viewer }: Context,
  ) {
    return importMappingSet(viewer, input);
  }

  @Mutation(() => ImportPayload, { description: "Bring the people of a prepared file in." })
  importStart(
    @Arg("input", () => ImportStartInput, { description: "Which import, and where it is from." })
    input: ImportStartInput,
    @Ctx() { viewer }: Context,
  ) {
    return importStart(viewer, input);
  }

  @Mutation(() => ImportPayload, { description: "End an import. What is in by then stays in." })
  importCancel(
    @Arg("input", () => ImportInput, { description: "Which." }) input: ImportInput,
    @Ctx() { viewer }: Context,
  ) {
    return importCancel(viewer, input);
  }

  @Mutation(() => ImportPayload, {
    description:
      "Take back what an import brought and nobody changed since. Addresses that it stopped stay stopped.",
  })
  importUndo(
    @Arg("input", () => ImportInput, { description: "Which." }) input: ImportInput,
    @Ctx() { viewer }: Context,
  ) {
    return importUndo(viewer, input);
  }
}

export const importResolvers = [ImportResolver, ImportPreviewResolver];
