// An address is not mailed any more, for one purpose or for all, whoever it belongs to: a keyed hash that survives erasure
// (GDPR Art. 21(3)). What came back or was complained about is for all; whoever leaves one list is stopped for that one.
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
import { MailingPurpose } from "./mailing-purpose";

@InputType({ description: "Which address, for what, and why." })
export class SuppressionAddInput {
  @Field(() => String, { description: "The address, in any spelling." })
  emailAddress!: string;

  @Field(() => MailingPurpose, {
    nullable: true,
    description: "For what it must not be mailed any more; left out, for anything.",
  })
  purpose?: MailingPurpose | null;

  @Field(() => String, {
    description: "Why it must not be mailed, up to 100 characters; no personal data.",
  })
  reason!: string;
}

@ObjectType({ simpleResolvers: true, description: "Whether the address is suppressed now." })
export class SuppressionAddPayload {
  @Field(() => Boolean, {
    nullable: true,
    description: "True, whoever the address belongs to, and whatever was stopped before.",
  })
  isSuppressed!: boolean | null;

  @ListSize(2)
  @Field(() => [UserError], { description: "Why nothing was done." })
  userErrors!: UserError[];
}

/** Suppresses an address, once for each purpose. Repeating is harmless; known and unknown addresses answer alike. */
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
  const purpose = input.purpose ?? null;
  const kind = purpose === MailingPurpose.MARKETING_AND_SALES ? "PROSPECT" : "SUBSCRIBER";
  await unitOfWork(actorOf(viewer, kind), (unit) =>
    unit.run(
      whileSuppressing(),
      sql`select suppress(${addressHash(canonical)}::bytea, ${input.reason.trim()}::text, ${purpose}::purpose)`,
      entryOf(viewer, { action: "WRITE", operation: "suppressionAdd", kind, rowCount: 1 }),
    ),
  );
  return { isSuppressed: true, userErrors };
}
