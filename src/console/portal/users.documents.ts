// Written by .tools/documents.mjs from users.graphql: change that.
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

export type PlatformUserDeactivateInput = {
  id: string;
};

export type PlatformUserFilter = {
  emailAddress?: string | null | undefined;
  nameStartsWith?: string | null | undefined;
  role?: UserRole | null | undefined;
  state?: UserState | null | undefined;
};

export type PlatformUserOrder = "CREATED_AT" | "NAME";

export type PlatformUserUpdateInput = {
  id: string;
  name?: string | null | undefined;
  role?: UserRole | null | undefined;
  version?: number | null | undefined;
};

export type Purpose =
  | "CUSTOMER_SUPPORT"
  | "LEGAL_OBLIGATIONS"
  | "MARKETING_AND_SALES"
  | "NEWSLETTER"
  | "SECURITY"
  | "SERVICE_IMPROVEMENT"
  | "SERVICE_PERFORMANCE";

export type UserRole = "ACCOUNT_ADMINISTRATOR" | "USER";

export type UserState = "ACTIVE" | "DEACTIVATED";

export type UsersOfOursQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: PlatformUserFilter | null | undefined;
  orderBy: PlatformUserOrder;
}>;

export type UsersOfOursQuery = {
  platformUsers: {
    nodes: Array<{
      id: string;
      name: string;
      emailAddress: string;
      role: UserRole;
      state: UserState;
      jobTitle: string | null;
      phone: string | null;
      createdAt: string;
      deactivatedAt: string | null;
      version: number;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type UserByNameOfOursQueryVariables = Exact<{
  first: number;
  filter?: PlatformUserFilter | null | undefined;
}>;

export type UserByNameOfOursQuery = {
  platformUsers: {
    nodes: Array<{ id: string; name: string; jobTitle: string | null; version: number }>;
  };
};

export type UserOfOursQueryVariables = Exact<{
  id: string;
}>;

export type UserOfOursQuery = {
  platformUser: {
    id: string;
    name: string;
    emailAddress: string;
    role: UserRole;
    state: UserState;
    jobTitle: string | null;
    phone: string | null;
    createdAt: string;
    deactivatedAt: string | null;
    permittedPurposes: Array<Purpose>;
    version: number;
  } | null;
};

export type ActivitiesOfUserOfOursQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;

export type ActivitiesOfUserOfOursQuery = {
  platformUser: {
    id: string;
    version: number;
    activities: {
      nodes: Array<{ id: string; kind: ActivityKind; occurredAt: string; source: string }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
};

export type UserOfOursUpdateMutationVariables = Exact<{
  input: PlatformUserUpdateInput;
}>;

export type UserOfOursUpdateMutation = {
  platformUserUpdate: {
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type UserOfOursDeactivateMutationVariables = Exact<{
  input: PlatformUserDeactivateInput;
}>;

export type UserOfOursDeactivateMutation = {
  platformUserDeactivate: {
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export const UsersOfOurs = documentOf<UsersOfOursQuery, UsersOfOursQueryVariables>(
  "UsersOfOurs",
  "query UsersOfOurs($first:Int!$after:String$filter:PlatformUserFilter$orderBy:PlatformUserOrder!){platformUsers(first:$first after:$after filter:$filter orderBy:$orderBy){nodes{id name emailAddress role state jobTitle phone createdAt deactivatedAt version}pageInfo{hasNextPage endCursor}}}",
  ["ACCOUNT_ADMINISTRATOR"],
);
export const UserByNameOfOurs = documentOf<UserByNameOfOursQuery, UserByNameOfOursQueryVariables>(
  "UserByNameOfOurs",
  "query UserByNameOfOurs($first:Int!$filter:PlatformUserFilter){platformUsers(first:$first filter:$filter orderBy:NAME){nodes{id name jobTitle version}}}",
  ["ACCOUNT_ADMINISTRATOR"],
);
export const UserOfOurs = documentOf<UserOfOursQuery, UserOfOursQueryVariables>(
  "UserOfOurs",
  "query UserOfOurs($id:ID!){platformUser(id:$id){id name emailAddress role state jobTitle phone createdAt deactivatedAt permittedPurposes version}}",
  ["ACCOUNT_ADMINISTRATOR"],
);
export const ActivitiesOfUserOfOurs = documentOf<
  ActivitiesOfUserOfOursQuery,
  ActivitiesOfUserOfOursQueryVariables
>(
  "ActivitiesOfUserOfOurs",
  "query ActivitiesOfUserOfOurs($id:ID!$first:Int!$after:String){platformUser(id:$id){id version activities(first:$first after:$after){nodes{id kind occurredAt source}pageInfo{hasNextPage endCursor}}}}",
  ["ACCOUNT_ADMINISTRATOR"],
);
export const UserOfOursUpdate = documentOf<
  UserOfOursUpdateMutation,
  UserOfOursUpdateMutationVariables
>(
  "UserOfOursUpdate",
  "mutation UserOfOursUpdate($input:PlatformUserUpdateInput!){platformUserUpdate(input:$input){userErrors{code field message}}}",
  ["ACCOUNT_ADMINISTRATOR"],
);
export const UserOfOursDeactivate = documentOf<
  UserOfOursDeactivateMutation,
  UserOfOursDeactivateMutationVariables
>(
  "UserOfOursDeactivate",
  "mutation UserOfOursDeactivate($input:PlatformUserDeactivateInput!){platformUserDeactivate(input:$input){userErrors{code field message}}}",
  ["ACCOUNT_ADMINISTRATOR"],
);
