// What an import would do, and its rows mended before it begins, over GraphQL.
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../graphql/context";
import { DateTime } from "../graphql/scalars";
import { Cost, ListSize } from "../limits/declared-cost";
import {
  importRowMend,
  ImportRowMendInput,
  ImportRowInput,
  ImportRowPayload,
  importRowUnmend,
} from "./mend-row";
import { importPreview, ImportPreview, rowsOfPreview } from "./preview";
import { ImportPrediction, ImportPreviewRow } from "./preview-row";

/** Ten thousand rows are read and compared with what is there. */
const PREVIEW_COST = 2_000;
/** The same rows are read, and one compared. */
const MEND_COST = 500;
/** Rows that are shown where nothing is said, and at the most. */
const SHOWN_ROWS = 20;
const SHOWN_ROWS_MAXIMUM = 100;

@Resolver(() => ImportPreview)
export class ImportPreviewResolver {
  @Query(() => ImportPreview, {
    nullable: true,
    description: "What an import would do, by the rows at its beginning. Nothing is written.",
  })
  @Cost(PREVIEW_COST)
  importPreview(
    @Arg("id", () => ID, { description: "The import." }) id: string,
    @Arg("confirmedAt", () => DateTime, {
      nullable: true,
      description: "As it will be said when the import begins, for rows that don't say when.",
    })
    confirmedAt: string | null,
    @Ctx() { viewer }: Context,
  ) {
    return importPreview(viewer, { id, confirmedAt });
  }

  @ListSize(SHOWN_ROWS_MAXIMUM)
  @FieldResolver(() => [ImportPreviewRow], {
    description: `Rows among those that were looked at, in their order: the first ${SHOWN_ROWS} where nothing is said.`,
  })
  rows(
    @Root() preview: ImportPreview,
    @Arg("predictions", () => [ImportPrediction], {
      nullable: true,
      description: "Only those of which this would become, such as REFUSED; all where it is null.",
    })
    predictions: ImportPrediction[] | null,
    @Arg("afterRow", () => Int, { defaultValue: 0, description: "Behind this row." })
    afterRow: number,
    @Arg("first", () => Int, {
      defaultValue: SHOWN_ROWS,
      description: `How many, 1 to ${SHOWN_ROWS_MAXIMUM}.`,
    })
    first: number,
  ) {
    return rowsOfPreview(preview, { predictions: predictions ?? null, afterRow, first });
  }

  @Mutation(() => ImportRowPayload, {
    description:
      "Mend a row of a prepared import, or leave it out. What was mended of the row before is replaced; the file stays as it is.",
  })
  @Cost(MEND_COST)
  importRowMend(
    @Arg("input", () => ImportRowMendInput, { description: "Which row, and what it is to say." })
    input: ImportRowMendInput,
    @Ctx() { viewer }: Context,
  ) {
    return importRowMend(viewer, input);
  }

  @Mutation(() => ImportRowPayload, {
    description: "Read a row of a prepared import again as the file has it.",
  })
  @Cost(MEND_COST)
  importRowUnmend(
    @Arg("input", () => ImportRowInput, { description: "Which row." }) input: ImportRowInput,
    @Ctx() { viewer }: Context,
  ) {
    return importRowUnmend(viewer, input);
  }
}
