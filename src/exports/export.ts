// An export: what is taken out, for whom or why, how far it is, and until when its file lasts.
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { defineRecord } from "../access/record";
import { Node } from "../graphql/node";
import { DateTime } from "../graphql/scalars";
import { holds } from "../lawfulness/personal-data";
import { ListSize } from "../limits/declared-cost";
import { COLUMNS_MAXIMUM } from "./columns";

export enum ExportKind {
  PROSPECTS = "PROSPECTS",
  SUBSCRIBERS = "SUBSCRIBERS",
  PLATFORM_USERS = "PLATFORM_USERS",
  AUDIT_ENTRIES = "AUDIT_ENTRIES",
  DISCLOSURES = "DISCLOSURES",
  SEALED_AUDIT = "SEALED_AUDIT",
  ACCESS_LOG = "ACCESS_LOG",
}
registerEnumType(ExportKind, {
  name: "ExportKind",
  description: "What is taken out: never more than its audience sees.",
  valuesConfig: {
    PROSPECTS: { description: "Prospects who may be marketed to." },
    SUBSCRIBERS: { description: "Readers of the mailing list." },
    PLATFORM_USERS: { description: "The users of the own customer." },
    AUDIT_ENTRIES: { description: "The audit: who did or saw what." },
    DISCLOSURES: { description: "What left to providers." },
    SEALED_AUDIT: {
      description: "The audit with its seals, always as NDJSON: anybody can verify it offline.",
    },
    ACCESS_LOG: {
      description:
        "Who looked at what is the own customer's, with seals of its own, always as NDJSON: to be verified offline.",
    },
  },
});

export enum ExportFormat {
  CSV = "CSV",
  NDJSON = "NDJSON",
}
registerEnumType(ExportFormat, {
  name: "ExportFormat",
  description: "How the rows are written.",
  valuesConfig: {
    CSV: {
      description:
        "A table in UTF-8. A text that a spreadsheet would take for a formula has an apostrophe before it.",
    },
    NDJSON: { description: "One JSON object a line." },
  },
});

export enum ExportState {
  QUEUED = "QUEUED",
  RUNNING = "RUNNING",
  DONE = "DONE",
  CANCELLED = "CANCELLED",
  FAILED = "FAILED",
}
registerEnumType(ExportState, {
  name: "ExportState",
  description: "How far an export is.",
  valuesConfig: {
    QUEUED: { description: "It begins as soon as a worker is free." },
    RUNNING: { description: "Rows are being written." },
    DONE: { description: "The file is there, until it expires." },
    CANCELLED: { description: "Somebody ended it. There is no file." },
    FAILED: { description: "It could not go on; `failure` says why. There is no file." },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A file that is taken out, with its progress.",
})
@Entity("exports")
export class Export extends Node {
  @Field(() => ExportKind, { description: "What is taken out." })
  @Column("text")
  kind!: ExportKind;

  @Field(() => ExportFormat, { description: "How it is written." })
  @Column("text")
  format!: ExportFormat;

  @Field(() => Boolean, { description: "Whether the file is compressed (gzip)." })
  @Column("boolean")
  isCompressed!: boolean;

  @Field(() => Boolean, { description: "Whether it holds nobody who may not be mailed." })
  @Column("boolean")
  onlyMailable!: boolean;

  @Column("uuid", { nullable: true })
  serviceProviderId!: string | null;

  @Field(() => String, { nullable: true, description: "What it is for, where it stays with us." })
  @Column("text", { nullable: true })
  reason!: string | null;

  @ListSize(COLUMNS_MAXIMUM)
  @Field(() => [String], { description: "The columns, by their names in the file." })
  @Column("text", { array: true })
  columns!: string[];

  @Field(() => String, { description: "The file's name." })
  @Column("text")
  fileName!: string;

  @Field(() => ExportState, { description: "How far it is." })
  @Column("text")
  state!: ExportState;

  @Column("integer")
  rowsExpected!: number;

  @Field(() => Int, { description: "How many rows so far." })
  @Column("integer")
  rowCount!: number;

  @Column("bigint", { nullable: true })
  byteCount!: number | null;

  @Field(() => String, { nullable: true, description: "The file's SHA-256, in hexadecimal." })
  @Column("text", { nullable: true })
  sha256!: string | null;

  @Column("uuid", { nullable: true })
  fileId!: string | null;

  @Field(() => String, { nullable: true, description: "Why it could not go on." })
  @Column("text", { nullable: true })
  failure!: string | null;

  @Field(() => ID, { description: "Whose it is." })
  @Column("uuid")
  createdBy!: string;

  @Field(() => DateTime, { description: "When it was asked for." })
  @Column("timestamptz")
  createdAt!: string;

  @Field(() => DateTime, { nullable: true, description: "When it began." })
  @Column("timestamptz", { nullable: true })
  startedAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it ended." })
  @Column("timestamptz", { nullable: true })
  endedAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When the file is gone." })
  @Column("timestamptz", { nullable: true })
  expiresAt!: string | null;
}

export const exportShape = defineRecord(Export, {
  ...{ table: "exports", kind: "EXPORT", isPersonal: false, key: ["id"] },
  madeOf: {
    ...{ percent: ["rowCount", "rowsExpected", "state"], recipient: ["serviceProviderId"] },
    ...{ downloadUrl: ["id"], isOutdated: ["id"], bytes: ["byteCount"] },
  },
});

holds("exports", {
  PSEUDONYM: "created_by",
  NONE:
    "id audience customer_id kind format is_compressed only_mailable service_provider_id reason columns file_name state " +
    "rows_expected row_count byte_count sha256 file_id failure created_at started_at ended_at expires_at",
});
