// Written by .tools/documents.mjs from suppressions.graphql: change that.
import { documentOf } from "../api/document";

type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type Incremental<T> =
  T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
export type ErrorCode =
  | "ABSOLUTE"
  | "ADDRESS_CLOSED"
  | "ADDRESS_OF_CONSENT"
  | "ALREADY_DECIDED"
  | "ALREADY_EXISTS"
  | "CONFLICT"
  | "DUPLICATE"
  | "DUTIES_APART"
  | "ERASED"
  | "INVALID"
  | "LAST_ADMINISTRATOR"
  | "LAST_IN_OFFICE"
  | "LINK_NOT_GOOD"
  | "NAMES_A_PERSON"
  | "NOT_BY_YOURSELF"
  | "NOT_CONFIRMED"
  | "NOT_FOUND"
  | "NOT_INFORMED"
  | "NOT_IN_REGISTER"
  | "NOT_IN_USE"
  | "NO_AGREEMENT"
  | "NO_SUCH_BASIS"
  | "OLDER_THAN_NOTICE"
  | "OLDER_THAN_WITHDRAWAL"
  | "REQUIRED"
  | "SECURITY_GOES_ON"
  | "SIGN_IN_REFUSED"
  | "TOO_LONG"
  | "TOO_MANY";

export type MailingPurpose = "MARKETING_AND_SALES" | "NEWSLETTER";

export type SuppressionAddInput = {
  emailAddress: string;
  purpose?: MailingPurpose | null | undefined;
  reason: string;
};

export type SuppressionAddMutationVariables = Exact<{
  input: SuppressionAddInput;
}>;

export type SuppressionAddMutation = {
  suppressionAdd: {
    isSuppressed: boolean | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export const SuppressionAdd = documentOf<SuppressionAddMutation, SuppressionAddMutationVariables>(
  "SuppressionAdd",
  "mutation SuppressionAdd($input:SuppressionAddInput!){suppressionAdd(input:$input){isSuppressed userErrors{code field message}}}",
  ["MARKETING"],
);
