// What would become of a file's rows, and which of them are in error, wherever they stand in what is looked at.
import { Field, Int, ObjectType } from "type-graphql";
import { entryOf } from "../audit/entries";
import { inOneTrip, unitOfWork } from "../database/unit-of-work";
import { UUID } from "../database/uuid";
import { ListSize } from "../limits/declared-cost";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { COLUMNS_MAXIMUM } from "./file/header";
import {
  isReadable,
  look,
  LOOKED_AT_ROWS,
  predict,
  preparedOf,
  type Readable,
  shown,
  type Told,
} from "./look";
import { ImportPrediction, type ImportPreviewRow } from "./preview-row";
import type { Row } from "./reading";

/** How long it is looked, in milliseconds: half of what an operation may take. */
export const LOOKING_TIME = 5_000;

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

  @Field(() => Int, {
    description: `Rows that were looked at: up to ${LOOKED_AT_ROWS}, or as many as there is time for.`,
  })
  rowsLookedAt!: number;

  @Field(() => Boolean, {
    description:
      "Whether these are all rows. If not, the others are looked at while they are brought in.",
  })
  isWholeFile!: boolean;

  @ListSize(Object.keys(ImportPrediction).length)
  @Field(() => [ImportPredictionCount], { description: "What would become of these rows." })
  counts!: ImportPredictionCount[];

  looked!: { prepared: Readable; rows: readonly Row[]; predictions: ReadonlyMap<number, Told> };
}

export type PreviewAsked = { id: string; confirmedAt: string | null };

/** No transaction is open while it is looked. `confirmedAt`: as it will be said when the import begins, for rows that don't say when. */
export async function importPreview(
  viewer: Viewer,
  { id, confirmedAt }: PreviewAsked,
): Promise<ImportPreview | null> {
  if (!UUID.test(id)) return null;
  const until = performance.now() + LOOKING_TIME;
  const actor = actorOf(viewer, "IMPORT");
  const found = await preparedOf(viewer, { run: (...asked) => inOneTrip(actor, asked) }, { id });
  if (!isReadable(found)) return null;
  const prepared = { ...found, confirmedAt: found.confirmedAt ?? confirmedAt };
  const { rows, hasAll } = await look(prepared, () => performance.now() > until);
  const predictions = await unitOfWork(actor, async (unit) => {
    await unit.run(entryOf(viewer, { action: "READ", operation: "importPreview", kind: "IMPORT" }));
    return predict(viewer, unit, prepared.kind, rows);
  });
  return {
    columns: prepared.columns.map((name, at) => ({
      ...{ name, sample: (rows[0]?.cells[at] ?? "").slice(0, 60) },
    })),
    ...{ rowsLookedAt: rows.length, isWholeFile: hasAll, counts: countsIn(predictions) },
    looked: { prepared, rows, predictions },
  };
}

function countsIn(predictions: ReadonlyMap<number, Told>): ImportPredictionCount[] {
  const counts = new Map(Object.values(ImportPrediction).map((prediction) => [prediction, 0]));
  for (const { prediction } of predictions.values())
    counts.set(prediction, counts.get(prediction)! + 1);
  return [...counts].map(([prediction, count]) => ({ prediction, count }));
}

type Page = { predictions: readonly ImportPrediction[] | null; afterRow: number; first: number };

/** Those of the rows of which this would become, from behind a row on. */
export function rowsOfPreview(
  { looked: { prepared, rows, predictions: all } }: ImportPreview,
  { predictions, afterRow, first }: Page,
): ImportPreviewRow[] {
  const wanted = predictions && new Set(predictions);
  return rows
    .filter(({ understood: { row } }) => row > afterRow)
    .filter(({ understood: { row } }) => !wanted || wanted.has(all.get(row)!.prediction))
    .slice(0, first)
    .map((row) => shown(prepared.mapping, row, all.get(row.understood.row)!));
}
