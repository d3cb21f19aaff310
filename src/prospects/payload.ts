// What creating or correcting a prospect answers, and the checks that both share.
import { Field, ObjectType } from "type-graphql";
import { checkText, refusals } from "../graphql/input";
import { UserError, userError } from "../graphql/user-error";
import { addressAsGiven, canonicalAddress } from "../mail/address";
import { addressHash } from "../mail/address-hash";
import { Prospect } from "./prospect";

@ObjectType({ simpleResolvers: true, description: "The prospect after the change." })
export class ProspectPayload {
  @Field(() => Prospect, { nullable: true, description: "The prospect." })
  prospect!: Prospect | null;

  @Field(() => [UserError], { description: "Why nothing was changed." })
  userErrors!: UserError[];
}

export const refused = (...userErrors: UserError[]): ProspectPayload => ({
  prospect: null,
  userErrors,
});

export const checkTexts = (
  input: { name?: string | null; companyName?: string | null },
  isNameRequired: boolean,
) =>
  refusals(
    checkText(input.name, "name", { maximum: 200, isRequired: isNameRequired }),
    checkText(input.companyName, "companyName", { maximum: 200, isRequired: false }),
  );

export type Address = { given: string; canonical: string; hash: Buffer };

/** The three forms in which an address is kept, or null where it is none. */
export function addressOf(text: string): Address | null {
  const canonical = canonicalAddress(text);
  return canonical
    ? { given: addressAsGiven(text), canonical, hash: addressHash(canonical) }
    : null;
}

export const noAddress = () =>
  userError(
    "INVALID",
    "emailAddress",
    "Give emailAddress one e-mail address, such as name@example.com.",
  );

/** Suppressed, or of somebody whose record is closed: the two read alike. */
export const closedAddress = () =>
  userError(
    "ADDRESS_CLOSED",
    "emailAddress",
    "This address may not be brought in for marketing. Leave it out.",
  );
