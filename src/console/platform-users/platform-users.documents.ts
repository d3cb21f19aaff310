// Written by .tools/documents.mjs from platform-users.graphql: change that.
import { documentOf } from "../api/document";

type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type Incremental<T> =
  T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
export type ActivityKind =
  | "CALL_REVIEWED"
  | "COMMENT_ADDED"
  | "EXPORT_STARTED"
  | "REPORT_VIEWED"
  | "SETTING_CHANGED"
  | "SIGNED_IN";

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

export type MaskedKind = "CUSTOMER_CONTACT" | "PLATFORM_USER";

export type PlatformUserFilter = {
  emailAddress?: string | null | undefined;
  nameStartsWith?: string | null | undefined;
  role?: UserRole | null | undefined;
  state?: UserState | null | undefined;
};

export type PlatformUserOrder = "CREATED_AT" | "NAME";

export type Purpose =
  | "CUSTOMER_SUPPORT"
  | "LEGAL_OBLIGATIONS"
  | "MARKETING_AND_SALES"
  | "NEWSLETTER"
  | "SECURITY"
  | "SERVICE_IMPROVEMENT"
  | "SERVICE_PERFORMANCE";

export type RevealEmailAddressInput = {
  id: string;
  kind: MaskedKind;
};

export type UserRole = "ACCOUNT_ADMINISTRATOR" | "USER";

export type UserState = "ACTIVE" | "DEACTIVATED";

export type PlatformUsersForSupportQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: PlatformUserFilter | null | undefined;
  orderBy: PlatformUserOrder;
}>;

export type PlatformUsersForSupportQuery = {
  platformUsers: {
    nodes: Array<{
      id: string;
      name: string;
      emailAddressMasked: string;
      role: UserRole;
      state: UserState;
      jobTitle: string | null;
      createdAt: string;
      customer: { id: string; name: string } | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type PlatformUserForSupportQueryVariables = Exact<{
  id: string;
}>;

export type PlatformUserForSupportQuery = {
  platformUser: {
    id: string;
    name: string;
    emailAddressMasked: string;
    role: UserRole;
    state: UserState;
    jobTitle: string | null;
    phone: string | null;
    createdAt: string;
    deactivatedAt: string | null;
    permittedPurposes: Array<Purpose>;
    customer: { id: string; name: string } | null;
  } | null;
};

export type ActivitiesForSupportQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;

export type ActivitiesForSupportQuery = {
  platformUser: {
    id: string;
    activities: {
      nodes: Array<{ id: string; kind: ActivityKind; occurredAt: string; source: string }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
};

export type RevealEmailAddressMutationVariables = Exact<{
  input: RevealEmailAddressInput;
}>;

export type RevealEmailAddressMutation = {
  revealEmailAddress: {
    emailAddress: string | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export const PlatformUsersForSupport = documentOf<
  PlatformUsersForSupportQuery,
  PlatformUsersForSupportQueryVariables
>(
  "PlatformUsersForSupport",
  "query PlatformUsersForSupport($first:Int!$after:String$filter:PlatformUserFilter$orderBy:PlatformUserOrder!){platformUsers(first:$first after:$after filter:$filter orderBy:$orderBy){nodes{id name emailAddressMasked role state jobTitle createdAt customer{id name}}pageInfo{hasNextPage endCursor}}}",
  ["SUPPORT"],
);
export const PlatformUserForSupport = documentOf<
  PlatformUserForSupportQuery,
  PlatformUserForSupportQueryVariables
>(
  "PlatformUserForSupport",
  "query PlatformUserForSupport($id:ID!){platformUser(id:$id){id name emailAddressMasked role state jobTitle phone createdAt deactivatedAt permittedPurposes customer{id name}}}",
  ["SUPPORT"],
);
export const ActivitiesForSupport = documentOf<
  ActivitiesForSupportQuery,
  ActivitiesForSupportQueryVariables
>(
  "ActivitiesForSupport",
  "query ActivitiesForSupport($id:ID!$first:Int!$after:String){platformUser(id:$id){id activities(first:$first after:$after){nodes{id kind occurredAt source}pageInfo{hasNextPage endCursor}}}}",
  ["SUPPORT", "ACCOUNT_ADMINISTRATOR"],
);
export const RevealEmailAddress = documentOf<
  RevealEmailAddressMutation,
  RevealEmailAddressMutationVariables
>(
  "RevealEmailAddress",
  "mutation RevealEmailAddress($input:RevealEmailAddressInput!){revealEmailAddress(input:$input){emailAddress userErrors{code field message}}}",
  ["SUPPORT"],
);
