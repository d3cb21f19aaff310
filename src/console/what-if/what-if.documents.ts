// Written by .tools/documents.mjs from what-if.graphql: change that.
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

export type LawfulBasis =
  | "CONSENT"
  | "CONTRACT"
  | "LEGAL_OBLIGATION"
  | "LEGITIMATE_INTERESTS"
  | "PUBLIC_TASK"
  | "VITAL_INTERESTS";

export type Purpose =
  | "CUSTOMER_SUPPORT"
  | "LEGAL_OBLIGATIONS"
  | "MARKETING_AND_SALES"
  | "NEWSLETTER"
  | "SECURITY"
  | "SERVICE_IMPROVEMENT"
  | "SERVICE_PERFORMANCE";

export type RegisterRowInput = {
  kind: SubjectKind;
  lawfulBasis: LawfulBasis;
  purpose: Purpose;
};

export type SubjectKind =
  "CUSTOMER" | "CUSTOMER_CONTACT" | "PLATFORM_USER" | "PROSPECT" | "SUBSCRIBER";

export type WhatIfInput = {
  endBasis?: LawfulBasis | null | undefined;
  removeRows?: Array<RegisterRowInput> | null | undefined;
  retirePurpose?: Purpose | null | undefined;
};

export type WhatIfGivenUpQueryVariables = Exact<{
  change: WhatIfInput;
}>;

export type WhatIfGivenUpQuery = {
  whatIf: {
    whatIf: {
      peopleToTell: number;
      toolsToCall: number;
      kinds: Array<{ kind: SubjectKind; records: number; closed: number; erased: number }>;
    } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export const WhatIfGivenUp = documentOf<WhatIfGivenUpQuery, WhatIfGivenUpQueryVariables>(
  "WhatIfGivenUp",
  "query WhatIfGivenUp($change:WhatIfInput!){whatIf(change:$change){whatIf{peopleToTell toolsToCall kinds{kind records closed erased}}userErrors{code field message}}}",
  ["PRIVACY_OFFICER"],
);
