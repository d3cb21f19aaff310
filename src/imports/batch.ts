// What a batch of an import takes and answers. A row says nothing of a person but name, address and when the
// person agreed; whatever else a file knows stays where the file is.
import { Field, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { type ErrorCode, ErrorCodeType } from "../graphql/error-code";
import { DateTime } from "../graphql/scalars";
import { UserError } from "../graphql/user-error";
import { ListSize } from "../limits/declared-cost";

/** Rows a batch may have. */
export const ROWS_MAXIMUM = 500;

export enum ImportKind {
  PROSPECTS = "PROSPECTS",
  SUBSCRIBERS = "SUBSCRIBERS",
}
registerEnumType(ImportKind, {
  name: "ImportKind",
  description: "What the rows become.",
  valuesConfig: {
    PROSPECTS: { description: "Prospects: held, but not mailed without their consent." },
    SUBSCRIBERS: { description: "Readers of the mailing list, who confirmed it." },
  },
});

@InputType({ description: "One person." })
export class ContactsImportRow {
  @Field(() => Int, { description: "The number of the row's line, for the answer." })
  row!: number;

  @Field(() => String, { description: "One e-mail address." })
  emailAddress!: string;

  @Field(() => String, {
    description: "The name, up to 200 characters; a subscriber's may be empty.",
  })
  name!: string;

  @Field(() => DateTime, { nullable: true, description: "When the person asked to be subscribed." })
  optInAt?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the person confirmed it; nobody becomes a subscriber without.",
  })
  confirmedAt?: string | null;
}

@InputType({ description: "People to bring in, and where they are from." })
export class ContactsImportInput {
  @Field(() => ImportKind, { description: "What the rows become." })
  kind!: ImportKind;

  @Field(() => [ContactsImportRow], { description: `The people, ${ROWS_MAXIMUM} at most.` })
  rows!: ContactsImportRow[];

  @Field(() => String, { description: "Where the data is from, up to 200 characters." })
  source!: string;

  @Field(() => String, {
    nullable: true,
    description: "What subscribers were shown when they agreed, up to 2,000 characters.",
  })
  wording?: string | null;
}

@ObjectType({ simpleResolvers: true, description: "A row that was not brought in, and why." })
export class ImportRefusal {
  @Field(() => Int, { description: "The number that the row was given." })
  row!: number;

  @Field(() => String, { nullable: true, description: "The field of the row that it is about." })
  column!: string | null;

  @Field(() => ErrorCodeType, { description: "The reason, for programs." })
  code!: ErrorCode;

  @Field(() => String, { description: "The reason, for people." })
  message!: string;
}

@ObjectType({ simpleResolvers: true, description: "What became of the rows." })
export class ContactsImportPayload {
  @Field(() => Int, { description: "People who were brought in." })
  added!: number;

  @Field(() => Int, { description: "People whose name changed." })
  changed!: number;

  @Field(() => Int, { description: "Rows that say what is known already." })
  unchanged!: number;

  @ListSize(100)
  @Field(() => [ImportRefusal], { description: "Rows that were not brought in." })
  refused!: ImportRefusal[];

  @ListSize(2)
  @Field(() => [UserError], { description: "Why nothing was done at all." })
  userErrors!: UserError[];
}
