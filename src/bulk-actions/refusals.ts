// Why somebody is left as they are, counted by reason: no row says whom it was about.
import { Field, Int, ObjectType } from "type-graphql";
import { type ErrorCode, ErrorCodeType } from "../graphql/error-code";

@ObjectType({ simpleResolvers: true, description: "How many were left as they are, and why." })
export class BulkActionRefusal {
  @Field(() => ErrorCodeType, { description: "The reason, for programs." })
  code!: ErrorCode;

  @Field(() => Int, { description: "How many." })
  count!: number;

  @Field(() => String, { description: "The reason, for people." })
  message!: string;
}

const REASONS = {
  NOT_FOUND: "Nobody with this identifier may be marketed to: gone, not yours, or never there.",
  CONFLICT: "Changed since it was looked at, and fits what was asked no more.",
} as const satisfies Partial<Record<ErrorCode, string>>;

/** Reasons that nobody was left for are not named. */
export const refusalsOf = (counts: Partial<Record<keyof typeof REASONS, number>>) =>
  (Object.keys(REASONS) as (keyof typeof REASONS)[]).flatMap((code): BulkActionRefusal[] => {
    const count = counts[code] ?? 0;
    return count ? [{ code, count, message: REASONS[code] }] : [];
  });
export const REFUSALS_MAXIMUM = Object.keys(REASONS).length;
