// What would become of a file's rows: looked at as the import would, and nothing is written.
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { UUID } from "../database/uuid";
import { ownFiles } from "../files/own-files";
import { type ErrorCode, ErrorCodeType } from "../graphql/error-code";
import { ListSize } from "../limits/declared-cost";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import type { ImportKind } from "./batch";
import { planFor } from "./bring-in";
import { COLUMNS_MAXIMUM } from "./file/header";
import type { Plan } from "./plan";
import { isRefusal, type Row, rowsOf } from "./reading";
import { ImportField, type Mapping } from "./tools/fields";

const SHOWN_ROWS = 20;
/** Rows that are counted. */
const LOOKED_AT_ROWS = 1_000;
const LOOKED_AT_BYTES = 4_000_000;
const FIELDS_MAXIMUM = Object.keys(ImportField).length;

export enum ImportPrediction {
  NEW = "NEW",
  CHANGED = "CHANGED",
  UNCHANGED = "UNCHANGED",
  SUPPRESSED = "SUPPRESSED",
  STOPPED = "STOPPED",
  REFUSED = "REFUSED",
}
registerEnumType(ImportPrediction, {
  name: "ImportPrediction",
  description: "What would become of a row.",
  valuesConfig: {
    NEW: { description: "The person would be brought in." },
    CHANGED: { description: "The person's name would change." },
    UNCHANGED: { description: "It says what is known already." },
    SUPPRESSED: { description: "The address may not be brought in." },
    STOPPED: { description: "The address would not be mailed any more." },
    REFUSED: { description: "The row would not be brought in; `message` says why." },
  },
});

@ObjectType({ simpleResolvers: true, description: "What a row says in a field." })
export class ImportCell {
  @Field(() => ImportField, { description: "The field." })
  field!: ImportField;

  @Field(() => String, { description: "The text in its column." })
  text!: string;
}

@ObjectType({ simpleResolvers: true, description: "A row, and what would become of it." })
export class ImportPreviewRow {
  @Field(() => Int, { description: "The number of its line." })
  row!: number;

  @ListSize(FIELDS_MAXIMUM)
  @Field(() => [ImportCell], { description: "What is read of it." })
  cells!: ImportCell[];

  @Field(() => ImportPrediction, { description: "What would become of it." })
  prediction!: ImportPrediction;

  @Field(() => ErrorCodeType, { nullable: true, description: "Why it would be refused." })
  code!: ErrorCode | null;

  @Field(() => String, { nullable: true, description: "The same for people." })
  message!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "A column, with what stands in the first row." })
export class ImportColumn {
  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => String, { description: "What the first row says there, up to 60 characters." })
  sample!: string;
}

@ObjectType({ simpleResolvers: true, description: "How many rows would become what." })
export class ImportPredictionCount {
  @Field(() => ImportPrediction, { description: "What." })
  prediction!: ImportPrediction;

  @Field(() => Int, { description: "How many of the rows that were looked at." })
  count!: number;
}

@ObjectType({ simpleResolvers: true, description: "What an import would do." })
export class ImportPreview {
  @ListSize(COLUMNS_MAXIMUM)
  @Field(() => [ImportColumn], { description: "The columns." })
  columns!: ImportColumn[];

  @ListSize(SHOWN_ROWS)
  @Field(() => [ImportPreviewRow], { description: `The first ${SHOWN_ROWS} rows.` })
  rows!: ImportPreviewRow[];

  @Field(() => Int, { description: `Rows that were looked at: up to ${LOOKED_AT_ROWS}.` })
  rowsLookedAt!: number;

  @ListSize(6)
  @Field(() => [ImportPredictionCount], { description: "What would become of these rows." })
  counts!: ImportPredictionCount[];
}

type Prepared = {
  fileId: string;
  sealedKey: Buffer | null;
  encoding: string;
  delimiter: string;
  kind: ImportKind;
  mapping: Mapping;
  columns: string[];
  confirmedAt: string | null;
};

export async function importPreview(viewer: Viewer, id: string): Promise<ImportPreview | null> {
  if (!UUID.test(id)) return null;
  return unitOfWork(actorOf(viewer, "IMPORT"), async (unit) => {
    const [found] = await unit.run(
      sql`select f.id as "fileId", f.data_key as "sealedKey", encoding, delimiter, kind, mapping, columns,
          confirmed_at as "confirmedAt"
        from imports i left join ${ownFiles(viewer)} f on f.id = i.file_id where i.id = ${id}::uuid`,
    );
    const prepared = found?.rows[0] as Prepared | undefined;
    if (!prepared?.sealedKey) return null;
    const rows = await firstRows(prepared, prepared.sealedKey);
    await unit.run(entryOf(viewer, { action: "READ", operation: "importPreview", kind: "IMPORT" }));
    const people = rows.flatMap(({ understood }) => ("address" in understood ? [understood] : []));
    const plan = await planFor(viewer, unit, prepared.kind, people);
    return previewOf(prepared, rows, predictionsIn(plan));
  });
}

async function firstRows(prepared: Prepared, sealedKey: Buffer): Promise<Row[]> {
  const rows: Row[] = [];
  const file = { id: prepared.fileId, sealedKey };
  let bytes = 0;
  for await (const row of rowsOf({ ...prepared, file }, (read) => (bytes = read))) {
    rows.push(row);
    if (rows.length === LOOKED_AT_ROWS || bytes > LOOKED_AT_BYTES) break;
  }
  return rows;
}

type Told = Pick<ImportPreviewRow, "prediction" | "code" | "message">;
const told = (prediction: ImportPrediction): Told => ({ prediction, code: null, message: null });

function predictionsIn({ add, rename, refused }: Plan): Map<number, Told> {
  return new Map([
    ...add.map(({ row }) => [row, told(ImportPrediction.NEW)] as const),
    ...rename.map(({ row }) => [row, told(ImportPrediction.CHANGED)] as const),
    ...refused.map(({ row, code, message }) => {
      const isClosed = code === "ADDRESS_CLOSED";
      const prediction = isClosed ? ImportPrediction.SUPPRESSED : ImportPrediction.REFUSED;
      return [row, { prediction, code, message }] as const;
    }),
  ]);
}

function previewOf(
  { columns, mapping }: Prepared,
  rows: Row[],
  predictions: ReadonlyMap<number, Told>,
): ImportPreview {
  const all = rows.map(({ understood, cells }) => ({
    ...{ row: understood.row, cells: cellsOf(mapping, cells) },
    ...predictionOf(understood, predictions),
  }));
  const counts = Object.values(ImportPrediction).map((prediction) => ({
    prediction,
    count: all.filter((each) => each.prediction === prediction).length,
  }));
  return {
    columns: columns.map((name, at) => ({ name, sample: (rows[0]?.cells[at] ?? "").slice(0, 60) })),
    rows: all.slice(0, SHOWN_ROWS),
    rowsLookedAt: rows.length,
    counts,
  };
}

function predictionOf(understood: Row["understood"], known: ReadonlyMap<number, Told>): Told {
  if (isRefusal(understood)) {
    const { code, message } = understood;
    return { prediction: ImportPrediction.REFUSED, code, message };
  }
  if (!("address" in understood)) return told(ImportPrediction.STOPPED);
  return known.get(understood.row) ?? told(ImportPrediction.UNCHANGED);
}

const CELL_MAXIMUM = 200;
const cellsOf = (mapping: Mapping, cells: readonly string[]): ImportCell[] =>
  (Object.entries(mapping) as [ImportField, number][]).map(([field, column]) => ({
    field,
    text: (cells[column] ?? "").slice(0, CELL_MAXIMUM),
  }));
