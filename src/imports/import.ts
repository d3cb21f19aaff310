// An import of a whole file: what is to be brought in, how the file is read, how far it is, and what came of it.
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { defineRecord } from "../access/record";
import { Node } from "../graphql/node";
import { DateTime } from "../graphql/scalars";
import { holds } from "../lawfulness/personal-data";
import { Cost, ListSize } from "../limits/declared-cost";
import { ImportKind } from "./batch";
import { COLUMNS_MAXIMUM } from "./file/header";
import type { Mapping } from "./tools/fields";
import { ImportTool } from "./tools/tool";

export enum ImportState {
  PREPARED = "PREPARED",
  QUEUED = "QUEUED",
  RUNNING = "RUNNING",
  DONE = "DONE",
  CANCELLED = "CANCELLED",
  FAILED = "FAILED",
  UNDOING = "UNDOING",
  UNDONE = "UNDONE",
}
registerEnumType(ImportState, {
  name: "ImportState",
  description: "How far an import is.",
  valuesConfig: {
    PREPARED: { description: "The file is there; nothing was brought in yet." },
    QUEUED: { description: "It begins as soon as a worker is free." },
    RUNNING: { description: "Rows are being brought in." },
    DONE: { description: "Every row was looked at." },
    CANCELLED: { description: "Somebody ended it; what was in by then is in." },
    FAILED: { description: "It could not go on; `failure` says why. What was in by then is in." },
    UNDOING: { description: "What it brought is being taken back." },
    UNDONE: { description: "What nobody changed since was taken back." },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "An import of a whole file, with its progress.",
})
@Entity("imports")
export class Import extends Node {
  @Field(() => String, { description: "The file's name, as it was sent." })
  @Column("text")
  fileName!: string;

  @Field(() => Int, { description: "The file's size, in bytes." })
  @Column("integer")
  byteCount!: number;

  @Field(() => ImportKind, { description: "What the rows become." })
  @Column("text")
  kind!: ImportKind;

  @Field(() => ImportTool, { description: "Whose export it is, by its columns." })
  @Column("text")
  tool!: ImportTool;

  @Field(() => String, { description: "How the file's letters are written." })
  @Column("text")
  encoding!: string;

  @Field(() => String, { description: "What stands between two columns." })
  @Column("text")
  delimiter!: string;

  @ListSize(COLUMNS_MAXIMUM)
  @Cost(3) // their names may be long
  @Field(() => [String], { description: "The file's columns." })
  @Column("text", { array: true })
  columns!: string[];

  @Column("jsonb")
  mapping!: Mapping;

  @Field(() => String, { nullable: true, description: "Where the data is from." })
  @Column("text", { nullable: true })
  source!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What the people were shown when they agreed.",
  })
  @Column("text", { nullable: true })
  wording!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When they confirmed it at the latest, where a row doesn't say.",
  })
  @Column("timestamptz", { nullable: true })
  confirmedAt!: string | null;

  @Field(() => ImportState, { description: "How far it is." })
  @Column("text")
  state!: ImportState;

  @Field(() => Int, { description: "Rows that were looked at." })
  @Column("integer")
  rowsRead!: number;

  @Column("integer")
  bytesRead!: number;

  @Field(() => Int, { description: "People who were brought in." })
  @Column("integer")
  added!: number;

  @Field(() => Int, { description: "People whose name changed." })
  @Column("integer")
  changed!: number;

  @Field(() => Int, { description: "Rows that say what is known already." })
  @Column("integer")
  unchanged!: number;

  @Field(() => Int, {
    description: "Addresses that are not mailed any more, because the file says so.",
  })
  @Column("integer")
  stopped!: number;

  @Field(() => Int, { description: "Rows that were not brought in." })
  @Column("integer")
  refused!: number;

  @Field(() => Int, { description: "Rows whose cells were mended before it began." })
  @Column("integer")
  mended!: number;

  @Field(() => Int, { description: "Rows that somebody left out before it began." })
  @Column("integer")
  leftOut!: number;

  @Field(() => Int, { description: "Rows that were taken back." })
  @Column("integer")
  restored!: number;

  @Field(() => Int, {
    description: "Rows that were not taken back, since somebody changed the person later.",
  })
  @Column("integer")
  kept!: number;

  @Field(() => String, { nullable: true, description: "Why it could not go on." })
  @Column("text", { nullable: true })
  failure!: string | null;

  @Field(() => DateTime, { description: "When it was prepared." })
  @Column("timestamptz")
  createdAt!: string;

  @Field(() => DateTime, { nullable: true, description: "When it began." })
  @Column("timestamptz", { nullable: true })
  startedAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it ended." })
  @Column("timestamptz", { nullable: true })
  endedAt!: string | null;
}

export const importShape = defineRecord(Import, {
  table: "imports",
  kind: "IMPORT",
  isPersonal: false,
  key: ["id"],
  madeOf: {
    ...{ fields: ["mapping", "columns"], percent: ["bytesRead", "byteCount", "state"] },
    ...{ refusals: ["id"], errorsUrl: ["id"] },
  },
});

holds("imports", {
  PSEUDONYM: "created_by acting_for",
  NONE:
    "id file_id file_name byte_count kind tool encoding delimiter columns mapping source wording confirmed_at state " +
    "undone_from batches_done rows_read bytes_read added changed unchanged stopped refused mended left_out restored kept failure errors_file_id " +
    "created_at started_at ended_at",
});
