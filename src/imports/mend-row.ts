// A row of a prepared file is mended, left out, or read again as the file has it. What a tool says of a person's own wishes
// stands: a stop is not mended away, nor a confirmation made up.
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { type Unit, unitOfWork } from "../database/unit-of-work";
import { checkId, checkText, notFound, refusals } from "../graphql/input";
import { DateTime } from "../graphql/scalars";
import { UserError, userError } from "../graphql/user-error";
import { ListSize } from "../limits/declared-cost";
import { canonicalAddress } from "../mail/address";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { ImportKind } from "./batch";
import { isReadable, look, predict, preparedOf, type Readable, shown } from "./look";
import { sealMend } from "./mends";
import { FIELDS_MAXIMUM, ImportPreviewRow } from "./preview-row";
import type { Row } from "./reading";
import { begunAlready } from "./set-mapping";
import { ImportField, type Mapping } from "./tools/fields";
import { type Mend, NOT_MENDABLE } from "./tools/mended";
import { TEXT_MAXIMUM } from "./tools/row";

/** Rows of one import: whoever has more to mend mends the file. */
export const MENDS_MAXIMUM = 1_000;

@InputType({ description: "Which row of a prepared import." })
export class ImportRowInput {
  @Field(() => ID, { description: "The import." })
  id!: string;

  @Field(() => Int, { description: "The number of the row, as `importPreview` shows it." })
  row!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: "As it will be said when the import begins: for what is answered alone.",
  })
  confirmedAt?: string | null;
}

@InputType({ description: "What a cell is to say." })
export class ImportCellInput {
  @Field(() => ImportField, {
    description: "The field; none by which a tool says what a person wishes, such as STATUS.",
  })
  field!: ImportField;

  @Field(() => String, {
    description: `What is read instead of the file's text, up to ${TEXT_MAXIMUM} characters.`,
  })
  text!: string;
}

@InputType({ description: "Which row, and what it is to say." })
export class ImportRowMendInput extends ImportRowInput {
  @ListSize(FIELDS_MAXIMUM)
  @Field(() => [ImportCellInput], {
    defaultValue: [],
    description: "All cells that are mended: the others are read as the file has them.",
  })
  cells!: ImportCellInput[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether the row is left out; it takes no cells then.",
  })
  isLeftOut!: boolean;
}

@ObjectType({ simpleResolvers: true, description: "The row as it is read now." })
export class ImportRowPayload {
  @Field(() => ImportPreviewRow, { nullable: true, description: "The row." })
  row!: ImportPreviewRow | null;

  @ListSize(3)
  @Field(() => [UserError], { description: "Why nothing was done." })
  userErrors!: UserError[];
}

/** In place of what was mended of the row before. */
export async function importRowMend(
  viewer: Viewer,
  input: ImportRowMendInput,
): Promise<ImportRowPayload> {
  const { cells, isLeftOut } = input;
  const fields = cells.map(({ field }) => field);
  const unfit = refusals(checkId(input.id, "id"), faultIn(input), ...cells.map(faultInText));
  if (unfit.length) return refused(...unfit.slice(0, 3));
  return change(viewer, input, { operation: "importRowMend", fields }, (mapping) => {
    const unread = fields.find((field) => mapping[field] === undefined);
    if (unread) return userError("INVALID", "cells", `No column is read as ${unread}.`);
    return { isLeftOut, cells: cells.map((cell) => ({ ...cell, column: mapping[cell.field]! })) };
  });
}

/** Repeating is harmless. */
export async function importRowUnmend(
  viewer: Viewer,
  input: ImportRowInput,
): Promise<ImportRowPayload> {
  const wrong = checkId(input.id, "id");
  if (wrong) return refused(wrong);
  return change(viewer, input, { operation: "importRowUnmend", fields: [] }, () => null);
}

function faultIn({ cells, isLeftOut }: ImportRowMendInput): UserError | null {
  const fields = cells.map(({ field }) => field);
  if (new Set(fields).size !== fields.length)
    return userError("DUPLICATE", "cells", "Name each field once.");
  if (isLeftOut === cells.length > 0)
    return isLeftOut
      ? userError("INVALID", "cells", "A row that is left out has no cells to mend.")
      : userError("REQUIRED", "cells", "Say what the row is to say, or that it is left out.");
  const fixed = fields.find((field) => NOT_MENDABLE.includes(field));
  return fixed
    ? userError("INVALID", "cells", `What the tool says in ${fixed} stands. Leave the row out.`)
    : null;
}

const faultInText = ({ text }: ImportCellInput) =>
  checkText(text, "cells", { maximum: TEXT_MAXIMUM, isRequired: false });

type Change = { operation: "importRowMend" | "importRowUnmend"; fields: readonly string[] };

/** `mendFor`: what it is to say, by the columns as they are read; null for what the file says. */
async function change(
  viewer: Viewer,
  { id, row, confirmedAt = null }: ImportRowInput,
  { operation, fields }: Change,
  mendFor: (mapping: Mapping) => Mend | UserError | null,
): Promise<ImportRowPayload> {
  return unitOfWork(actorOf(viewer, "IMPORT"), async (unit) => {
    const found = await preparedOf(viewer, unit, { id, isHeld: true });
    if (found?.createdBy !== viewer.id) return refused(notFound("id"));
    if (found.state !== "PREPARED") return refused(begunAlready());
    if (!isReadable(found))
      return refused(userError("CONFLICT", "id", "The file is gone. Send it anew."));
    const mend = mendFor(found.mapping);
    if (mend && "code" in mend) return refused(mend);
    const mends = new Map(found.mends);
    mends.delete(row);
    if (mend && mends.size >= MENDS_MAXIMUM) return refused(tooMany());
    if (mend) mends.set(row, mend);
    const prepared = { ...found, confirmedAt, mends };
    const { rows } = await look(prepared, (read) => (read.at(-1)?.understood.row ?? 0) >= row);
    const read = rows.at(-1);
    if (read?.understood.row !== row) return refused(notFound("row"));
    const unfit = mend && faultFor(found.kind, read, mend);
    if (unfit) return refused(unfit);
    if (mend || found.mends.has(row))
      await unit.run(
        mend ? kept(prepared, row, mend) : forgotten(id, row),
        countMends(id),
        entryOf(viewer, { action: "WRITE", operation, kind: "IMPORT", fields }),
      );
    return { row: await rowNow(viewer, unit, prepared, rows), userErrors: [] };
  });
}

/** What the file says of the person's own wishes stands. */
function faultFor(kind: ImportKind, { asWritten }: Row, { cells }: Mend): UserError | null {
  if (!asWritten) return null;
  if ("hash" in asWritten.understood)
    return userError("CONFLICT", "row", "The file says that nobody is mailed here: that stands.");
  if (asWritten.cells.length === 0) return null;
  const writtenIn = (field: ImportField) => {
    const mended = cells.find((cell) => cell.field === field);
    return mended && (asWritten.cells[mended.column] ?? "");
  };
  const confirmed = writtenIn(ImportField.CONFIRMED_AT);
  if (confirmed !== undefined && !saysADay(confirmed))
    return userError(
      "NOT_CONFIRMED",
      "cells",
      "The file has no time of confirmation: make none up.",
    );
  const address = writtenIn(ImportField.EMAIL_ADDRESS);
  if (kind === ImportKind.SUBSCRIBERS && address !== undefined && canonicalAddress(address))
    return userError(
      "CONFLICT",
      "cells",
      "Who confirmed is who the file says: this address is one. Leave the row out.",
    );
  return null;
}

/** A year and a day, in whatever way they are written: «2 May 2026» has the fewest digits. */
const saysADay = (text: string) => text.replace(/\D/g, "").length >= DIGITS_OF_A_DAY;
const DIGITS_OF_A_DAY = 5;

const tooMany = () =>
  userError(
    "TOO_LONG",
    "row",
    `${MENDS_MAXIMUM} rows are mended at most. Mend the file, and send it anew.`,
  );

const kept = ({ id, file }: Readable, row: number, mend: Mend) =>
  sql`insert into import_mends (import_id, row_number, file_id, is_left_out, sealed)
    values (${id}::uuid, ${row}::integer, ${file.id}::uuid, ${mend.isLeftOut}::boolean, ${sealMend(file, id, row, mend)}::bytea)
    on conflict (import_id, row_number) do update set is_left_out = excluded.is_left_out, sealed = excluded.sealed`;

const forgotten = (id: string, row: number) =>
  sql`delete from import_mends where import_id = ${id}::uuid and row_number = ${row}::integer`;

const countMends = (id: string) =>
  sql`update imports set (mended, left_out) = (
      select count(*) filter (where not is_left_out), count(*) filter (where is_left_out)
      from import_mends where import_id = ${id}::uuid)
    where id = ${id}::uuid`;

/** The last of the rows. Those with its address before it have a say in what becomes of it. */
async function rowNow(
  viewer: Viewer,
  unit: Unit,
  { kind, mapping }: Readable,
  rows: readonly Row[],
): Promise<ImportPreviewRow> {
  const last = rows.at(-1)!;
  const address = addressOf(last);
  const told = rows.filter((row) => row === last || (address && addressOf(row) === address));
  const predictions = await predict(viewer, unit, kind, told);
  return shown(mapping, last, predictions.get(last.understood.row)!);
}

const addressOf = ({ understood }: Row) =>
  "address" in understood ? understood.address.canonical : null;

const refused = (...userErrors: UserError[]): ImportRowPayload => ({ row: null, userErrors });
