// Written by .tools/documents.mjs from legal-holds.graphql: change that.
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

export type LegalHoldLiftInput = {
  id: string;
};

export type LegalHoldPlaceInput = {
  endsOn: string;
  id: string;
  isWholeRecord?: boolean;
  items?: Array<string>;
  kind: SubjectKind;
  reason: string;
};

export type SubjectKind =
  "CUSTOMER" | "CUSTOMER_CONTACT" | "PLATFORM_USER" | "PROSPECT" | "SUBSCRIBER";

export type LegalHoldsForPrivacyQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type LegalHoldsForPrivacyQuery = {
  legalHolds: {
    nodes: Array<{
      id: string;
      subjectKind: SubjectKind;
      subjectId: string;
      isWholeRecord: boolean;
      items: Array<string>;
      reason: string;
      placedAt: string;
      placedBy: string;
      endsOn: string;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type LegalHoldPlaceMutationVariables = Exact<{
  input: LegalHoldPlaceInput;
}>;

export type LegalHoldPlaceMutation = {
  legalHoldPlace: {
    hold: { id: string } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type LegalHoldLiftMutationVariables = Exact<{
  input: LegalHoldLiftInput;
}>;

export type LegalHoldLiftMutation = {
  legalHoldLift: {
    hold: { id: string } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export const LegalHoldsForPrivacy = documentOf<
  LegalHoldsForPrivacyQuery,
  LegalHoldsForPrivacyQueryVariables
>(
  "LegalHoldsForPrivacy",
  "query LegalHoldsForPrivacy($first:Int!$after:String){legalHolds(first:$first after:$after){nodes{id subjectKind subjectId isWholeRecord items reason placedAt placedBy endsOn}pageInfo{hasNextPage endCursor}}}",
  ["PRIVACY_OFFICER"],
);
export const LegalHoldPlace = documentOf<LegalHoldPlaceMutation, LegalHoldPlaceMutationVariables>(
  "LegalHoldPlace",
  "mutation LegalHoldPlace($input:LegalHoldPlaceInput!){legalHoldPlace(input:$input){hold{id}userErrors{code field message}}}",
  ["PRIVACY_OFFICER"],
);
export const LegalHoldLift = documentOf<LegalHoldLiftMutation, LegalHoldLiftMutationVariables>(
  "LegalHoldLift",
  "mutation LegalHoldLift($input:LegalHoldLiftInput!){legalHoldLift(input:$input){hold{id}userErrors{code field message}}}",
  ["PRIVACY_OFFICER"],
);
