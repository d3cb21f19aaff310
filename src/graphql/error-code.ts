// The one list of codes that an expected refusal can have.
import { registerEnumType } from "type-graphql";

export const ERROR_CODES = {
  INVALID: "The value is not of the form that the field takes.",
  REQUIRED: "The field must be given.",
  TOO_LONG: "The value is longer than the field takes.",
  NOT_FOUND: "Nothing of this kind has this identifier, for you.",
  ALREADY_EXISTS: "There is one already.",
  CONFLICT: "Somebody else changed it meanwhile: read it again, and repeat.",
  DUPLICATE: "An earlier row of the same batch has this address.",
  LAST_ADMINISTRATOR: "A customer keeps at least one active account administrator.",
  ADDRESS_CLOSED: "This address may not be brought in.",
  NOT_CONFIRMED: "Nobody becomes a subscriber without having confirmed it.",
  NOT_INFORMED: "The person was not told in time that we hold the data.",
  SIGN_IN_REFUSED: "You are not signed in: what was given is not right, or too old.",
  LINK_NOT_GOOD: "The link was used already, is too old, or was never ours.",
  DUTIES_APART: "One person may not hold both.",
  NOT_BY_YOURSELF: "Nobody changes an own role: ask another operator.",
  LAST_IN_OFFICE: "Somebody else has to hold this role first.",
  NO_AGREEMENT: "No agreement with this service provider is in force.",
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

export const ErrorCodeType = Object.fromEntries(
  Object.keys(ERROR_CODES).map((code) => [code, code]),
) as Record<ErrorCode, ErrorCode>;

registerEnumType(ErrorCodeType, {
  name: "ErrorCode",
  description: "Why an input was refused.",
  valuesConfig: Object.fromEntries(
    Object.entries(ERROR_CODES).map(([code, description]) => [code, { description }]),
  ),
});
