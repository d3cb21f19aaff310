// A row of a file as it is shown before anything is brought in, and what would become of it.
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { type ErrorCode, ErrorCodeType } from "../graphql/error-code";
import { ListSize } from "../limits/declared-cost";
import { ImportField } from "./tools/fields";

export const FIELDS_MAXIMUM = Object.keys(ImportField).length;

export enum ImportPrediction {
  NEW = "NEW",
  CHANGED = "CHANGED",
  UNCHANGED = "UNCHANGED",
  SUPPRESSED = "SUPPRESSED",
  STOPPED = "STOPPED",
  REFUSED = "REFUSED",
  LEFT_OUT = "LEFT_OUT",
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
    LEFT_OUT: { description: "Somebody said that the row is not to be brought in." },
  },
});

@ObjectType({ simpleResolvers: true, description: "What a row says in a field." })
export class ImportCell {
  @Field(() => ImportField, { description: "The field." })
  field!: ImportField;

  @Field(() => String, { description: "The text in its column, or what it was mended to." })
  text!: string;
}

@ObjectType({ simpleResolvers: true, description: "A row, and what would become of it." })
export class ImportPreviewRow {
  @Field(() => Int, { description: "The number of its line." })
  row!: number;

  @ListSize(FIELDS_MAXIMUM)
  @Field(() => [ImportCell], { description: "What is read of it." })
  cells!: ImportCell[];

  @Field(() => Boolean, { description: "Whether it was mended, or left out." })
  isMended!: boolean;

  @Field(() => ImportPrediction, { description: "What would become of it." })
  prediction!: ImportPrediction;

  @Field(() => ErrorCodeType, { nullable: true, description: "Why it would be refused." })
  code!: ErrorCode | null;

  @Field(() => String, { nullable: true, description: "The same for people." })
  message!: string | null;
}
