// Written by .tools/documents.mjs from customers.graphql: change that.
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

export type ContactRole = "BILLING" | "SIGNATORY" | "SPONSOR" | "TECHNICAL";

export type CustomerFilter = {
  nameStartsWith?: string | null | undefined;
  state?: CustomerState | null | undefined;
};

export type CustomerOrder = "CREATED_AT" | "NAME";

export type CustomerState = "ACTIVE" | "CLOSED";

export type PlatformUserFilter = {
  emailAddress?: string | null | undefined;
  nameStartsWith?: string | null | undefined;
  role?: UserRole | null | undefined;
  state?: UserState | null | undefined;
};

export type Purpose =
  | "CUSTOMER_SUPPORT"
  | "LEGAL_OBLIGATIONS"
  | "MARKETING_AND_SALES"
  | "NEWSLETTER"
  | "SECURITY"
  | "SERVICE_IMPROVEMENT"
  | "SERVICE_PERFORMANCE";

export type SubjectKind =
  "CUSTOMER" | "CUSTOMER_CONTACT" | "PLATFORM_USER" | "PROSPECT" | "SUBSCRIBER";

export type UserRole = "ACCOUNT_ADMINISTRATOR" | "USER";

export type UserState = "ACTIVE" | "DEACTIVATED";

export type CustomersQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: CustomerFilter | null | undefined;
  orderBy: CustomerOrder;
}>;

export type CustomersQuery = {
  customers: {
    nodes: Array<{
      id: string;
      name: string;
      country: string;
      state: CustomerState;
      createdAt: string;
      permittedPurposes: Array<Purpose>;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type CustomerForSupportQueryVariables = Exact<{
  id: string;
  contactsShown: number;
  usersShown: number;
}>;

export type CustomerForSupportQuery = {
  customer: {
    id: string;
    name: string;
    country: string;
    state: CustomerState;
    createdAt: string;
    permittedPurposes: Array<Purpose>;
    platformUserCount: number;
    restrictedRecords: Array<{ kind: SubjectKind; id: string; since: string }> | null;
    contacts: {
      nodes: Array<{
        id: string;
        name: string;
        role: ContactRole;
        phone: string | null;
        emailAddressMasked: string;
        permittedPurposes: Array<Purpose>;
      }>;
      pageInfo: { hasNextPage: boolean };
    } | null;
    platformUsers: {
      nodes: Array<{
        id: string;
        name: string;
        role: UserRole;
        state: UserState;
        emailAddressMasked: string;
      }>;
      pageInfo: { hasNextPage: boolean };
    } | null;
  } | null;
};

export type ActivitiesOfCustomerQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;

export type ActivitiesOfCustomerQuery = {
  customer: {
    id: string;
    activities: {
      nodes: Array<{
        id: string;
        kind: ActivityKind;
        occurredAt: string;
        source: string;
        platformUser: { id: string; name: string } | null;
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    } | null;
  } | null;
};

export type UsersOfCustomerQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
  filter?: PlatformUserFilter | null | undefined;
}>;

export type UsersOfCustomerQuery = {
  customer: {
    id: string;
    name: string;
    platformUsers: {
      nodes: Array<{
        id: string;
        name: string;
        jobTitle: string | null;
        role: UserRole;
        state: UserState;
        emailAddressMasked: string;
        createdAt: string;
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    } | null;
  } | null;
};

export const Customers = documentOf<CustomersQuery, CustomersQueryVariables>(
  "Customers",
  "query Customers($first:Int!$after:String$filter:CustomerFilter$orderBy:CustomerOrder!){customers(first:$first after:$after filter:$filter orderBy:$orderBy){nodes{id name country state createdAt permittedPurposes}pageInfo{hasNextPage endCursor}}}",
  ["SUPPORT", "OPERATOR", "ACCOUNT_ADMINISTRATOR"],
);
export const CustomerForSupport = documentOf<
  CustomerForSupportQuery,
  CustomerForSupportQueryVariables
>(
  "CustomerForSupport",
  "query CustomerForSupport($id:ID!$contactsShown:Int!$usersShown:Int!){customer(id:$id){id name country state createdAt permittedPurposes platformUserCount restrictedRecords{kind id since}contacts(first:$contactsShown){nodes{id name role phone emailAddressMasked permittedPurposes}pageInfo{hasNextPage}}platformUsers(first:$usersShown){nodes{id name role state emailAddressMasked}pageInfo{hasNextPage}}}}",
  ["SUPPORT"],
);
export const ActivitiesOfCustomer = documentOf<
  ActivitiesOfCustomerQuery,
  ActivitiesOfCustomerQueryVariables
>(
  "ActivitiesOfCustomer",
  "query ActivitiesOfCustomer($id:ID!$first:Int!$after:String){customer(id:$id){id activities(first:$first after:$after){nodes{id kind occurredAt source platformUser{id name}}pageInfo{hasNextPage endCursor}}}}",
  ["SUPPORT", "ACCOUNT_ADMINISTRATOR"],
);
export const UsersOfCustomer = documentOf<UsersOfCustomerQuery, UsersOfCustomerQueryVariables>(
  "UsersOfCustomer",
  "query UsersOfCustomer($id:ID!$first:Int!$after:String$filter:PlatformUserFilter){customer(id:$id){id name platformUsers(first:$first after:$after filter:$filter){nodes{id name jobTitle role state emailAddressMasked createdAt}pageInfo{hasNextPage endCursor}}}}",
  ["SUPPORT"],
);
