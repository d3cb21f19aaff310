// What our own tools hear: how many records were taken in, and which were not, and why.
import { Field, Int, ObjectType } from "type-graphql";
import { type ErrorCode, ErrorCodeType } from "../graphql/error-code";
import { checkText, refusals } from "../graphql/input";
import { UserError, userError } from "../graphql/user-error";
import { ListSize } from "../limits/declared-cost";

/** Records of one batch at the most. */
export const BATCH_MAXIMUM = 500;
/** How far a source's clock may be ahead of ours, in milliseconds. */
const CLOCK_TOLERANCE = 5 * 60_000;
/** Before this nothing can have happened: a clock that was never set. */
const EARLIEST = Date.parse("2000-01-01T00:00:00Z");

@ObjectType({ simpleResolvers: true, description: "A record that was not taken in." })
export class RefusedRecord {
  @Field(() => Int, { description: "Its place in the batch, from 0." })
  index!: number;

  @Field(() => ErrorCodeType, { description: "Why, for programs." })
  code!: ErrorCode;

  @Field(() => String, { description: "Why and what to do, for people." })
  message!: string;
}

@ObjectType({ simpleResolvers: true, description: "What was taken in." })
export class RecordPayload {
  @Field(() => Int, { description: "How many records are in, those sent before included." })
  recorded!: number;

  @ListSize(100)
  @Field(() => [RefusedRecord], { description: "Those that are not." })
  refused!: RefusedRecord[];

  @ListSize(2)
  @Field(() => [UserError], { description: "Why the whole batch was refused." })
  userErrors!: UserError[];
}

export const batchTooLarge = (field: string): RecordPayload => ({
  ...{ recorded: 0, refused: [] },
  userErrors: [userError("TOO_LONG", field, `Send ${field} in batches of 1 to ${BATCH_MAXIMUM}.`)],
});

export const isBatch = (records: readonly unknown[]) =>
  records.length >= 1 && records.length <= BATCH_MAXIMUM;

type Common = { sourceId: string; occurredAt: string };
type Texts = Record<string, readonly [text: string | null | undefined, maximum: number]>;

/** Why a record can't be taken in by itself, or null. `texts` are its other texts, with their longest length. */
export function faultOf(
  { sourceId, occurredAt }: Common,
  texts: Texts = {},
): Omit<RefusedRecord, "index"> | null {
  const [wrong] = refusals(
    checkText(sourceId, "sourceId", { maximum: 200, isRequired: true }),
    ...Object.entries(texts).map(([field, [text, maximum]]) =>
      checkText(text, field, { maximum, isRequired: false }),
    ),
  );
  if (wrong) return { code: wrong.code, message: wrong.message };
  if (Date.parse(occurredAt) > Date.now() + CLOCK_TOLERANCE)
    return { code: "INVALID", message: "occurredAt lies in the future. Check the source's clock." };
  if (Date.parse(occurredAt) < EARLIEST)
    return { code: "INVALID", message: "occurredAt lies before 2000. Check the source's clock." };
  return null;
}
