// An address is not mailed any more, whoever it belongs to: a keyed hash that survives erasure (GDPR Art. 21(3)).
import { Field, InputType, ObjectType } from "type-graphql";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { checkText, refusals } from "../graphql/input";
import { UserError, userError } from "../graphql/user-error";
import { ListSize } from "../limits/declared-cost";
import { canonicalAddress } from "../mail/address";
import { addressHash } from "../mail/address-hash";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { whileSuppressing } from "./closed-addresses";

@InputType({ description: "Which address, and why." })
export class SuppressionAddInput {
  @Field(() => String, { description: "The address, in any spelling." })
  emailAddress!: string;

  @Field(() => String, {
    description: "Why it must not be mailed, up to 100 characters; no personal data.",
  })
  reason!: string;
}

@ObjectType({ simpleResolvers: true, description: "Whether the address is suppressed now." })
export class SuppressionAddPayload {
  @Field(() => Boolean, { nullable: true, description: "True, whoever the address belongs to." })
  isSuppressed!: boolean | null;

  @ListSize(2)
  @Field(() => [UserError], { description: "Why nothing was done." })
  userErrors!: UserError[];
}

/** Suppresses an address. Repeating is harmless; known and unknown addresses answer alike. */
export async function suppressionAdd(
  viewer: Viewer,
  input: SuppressionAddInput,
): Promise<SuppressionAddPayload> {
  const canonical = canonicalAddress(input.emailAddress);
  const userErrors = refusals(
    checkText(input.reason, "reason", { maximum: 100, isRequired: true }),
    canonical
      ? null
      : userError(
          "INVALID",
          "emailAddress",
          "Give emailAddress one e-mail address, such as name@example.com.",
        ),
  );
  if (!canonical || userErrors.length) return { isSuppressed: null, userErrors };
  await unitOfWork(actorOf(viewer, "SUBSCRIBER"), (unit) =>
    unit.run(
      whileSuppressing(),
      sql`select suppress(${addressHash(canonical)}::bytea, ${input.reason.trim()}::text)`,
      entryOf(viewer, {
        action: "WRITE",
        operation: "suppressionAdd",
        kind: "SUBSCRIBER",
        rowCount: 1,
      }),
    ),
  );
  return { isSuppressed: true, userErrors };
}
