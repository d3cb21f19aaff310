// Written by .tools/documents.mjs from company.graphql: change that.
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

export type CustomerInput = {
  id: string;
};

export type CustomerState = "ACTIVE" | "CLOSED";

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

export type OurCompanyQueryVariables = Exact<{ [key: string]: never }>;

export type OurCompanyQuery = {
  customer: {
    id: string;
    name: string;
    country: string;
    state: CustomerState;
    createdAt: string;
    permittedPurposes: Array<Purpose>;
    platformUserCount: number;
    restrictedRecords: Array<{ id: string; kind: SubjectKind; since: string }> | null;
  } | null;
};

export type OurContactsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type OurContactsQuery = {
  customer: {
    id: string;
    contacts: {
      nodes: Array<{
        id: string;
        name: string;
        emailAddress: string;
        phone: string | null;
        role: ContactRole;
        permittedPurposes: Array<Purpose>;
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    } | null;
  } | null;
};

export type OurActivitiesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type OurActivitiesQuery = {
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

export type OurContractEndMutationVariables = Exact<{
  input: CustomerInput;
}>;

export type OurContractEndMutation = {
  customerEndContract: {
    closedRecords: number | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export const OurCompany = documentOf<OurCompanyQuery, OurCompanyQueryVariables>(
  "OurCompany",
  "query OurCompany{customer{id name country state createdAt permittedPurposes platformUserCount restrictedRecords{id kind since}}}",
  ["ACCOUNT_ADMINISTRATOR"],
);
export const OurContacts = documentOf<OurContactsQuery, OurContactsQueryVariables>(
  "OurContacts",
  "query OurContacts($first:Int!$after:String){customer{id contacts(first:$first after:$after){nodes{id name emailAddress phone role permittedPurposes}pageInfo{hasNextPage endCursor}}}}",
  ["ACCOUNT_ADMINISTRATOR"],
);
export const OurActivities = documentOf<OurActivitiesQuery, OurActivitiesQueryVariables>(
  "OurActivities",
  "query OurActivities($first:Int!$after:String){customer{id activities(first:$first after:$after){nodes{id kind occurredAt source platformUser{id name}}pageInfo{hasNextPage endCursor}}}}",
  ["ACCOUNT_ADMINISTRATOR"],
);
export const OurContractEnd = documentOf<OurContractEndMutation, OurContractEndMutationVariables>(
  "OurContractEnd",
  "mutation OurContractEnd($input:CustomerInput!){customerEndContract(input:$input){closedRecords userErrors{code field message}}}",
  ["ACCOUNT_ADMINISTRATOR"],
);
