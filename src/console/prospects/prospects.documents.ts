// Written by .tools/documents.mjs from prospects.graphql: change that.
import { documentOf } from "../api/document";

type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type Incremental<T> =
  T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
export type Channel = "EMAIL";

export type ConsentInput = {
  givenAt: string;
  wording: string;
};

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

export type InteractionKind = "AD" | "EMAIL" | "EVENT" | "SITE";

export type ProspectBasis = "CONSENT" | "LEGITIMATE_INTERESTS";

export type ProspectCreateInput = {
  basis: ProspectBasis;
  companyName?: string | null | undefined;
  consent?: ConsentInput | null | undefined;
  emailAddress: string;
  informedOn?: string | null | undefined;
  kind: ProspectKind;
  name: string;
  source: string;
};

export type ProspectFilter = {
  emailAddress?: string | null | undefined;
  isToBeInformed?: boolean | null | undefined;
  kind?: ProspectKind | null | undefined;
  nameStartsWith?: string | null | undefined;
  toBeInformedBefore?: string | null | undefined;
};

export type ProspectKind = "EVENT_PARTICIPANT" | "PARTNER" | "PROSPECTIVE_CUSTOMER" | "VISITOR";

export type ProspectOrder = "CREATED_AT" | "NAME";

export type ProspectUpdateInput = {
  companyName?: string | null | undefined;
  emailAddress?: string | null | undefined;
  id: string;
  kind?: ProspectKind | null | undefined;
  name?: string | null | undefined;
  version?: number | null | undefined;
};

export type ProspectsInformedInput = {
  ids: Array<string>;
  informedOn: string;
};

export type Purpose =
  | "CUSTOMER_SUPPORT"
  | "LEGAL_OBLIGATIONS"
  | "MARKETING_AND_SALES"
  | "NEWSLETTER"
  | "SECURITY"
  | "SERVICE_IMPROVEMENT"
  | "SERVICE_PERFORMANCE";

export type ProspectsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: ProspectFilter | null | undefined;
  orderBy: ProspectOrder;
}>;

export type ProspectsQuery = {
  prospects: {
    nodes: Array<{
      id: string;
      name: string;
      kind: ProspectKind;
      companyName: string | null;
      emailAddress: string;
      source: string;
      mayEmail: boolean;
      informedOn: string | null;
      toBeInformedBy: string | null;
      createdAt: string;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type ProspectQueryVariables = Exact<{
  id: string;
}>;

export type ProspectQuery = {
  prospect: {
    id: string;
    name: string;
    kind: ProspectKind;
    companyName: string | null;
    emailAddress: string;
    source: string;
    informedOn: string | null;
    toBeInformedBy: string | null;
    createdAt: string;
    version: number;
    permittedPurposes: Array<Purpose>;
    channels: Array<{ channel: Channel; isAllowed: boolean; because: string }>;
  } | null;
};

export type InteractionsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;

export type InteractionsQuery = {
  prospect: {
    id: string;
    interactions: {
      nodes: Array<{
        id: string;
        kind: InteractionKind;
        occurredAt: string;
        source: string;
        subject: string | null;
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
};

export type ProspectCreateMutationVariables = Exact<{
  input: ProspectCreateInput;
}>;

export type ProspectCreateMutation = {
  prospectCreate: {
    prospect: { id: string } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type ProspectUpdateMutationVariables = Exact<{
  input: ProspectUpdateInput;
}>;

export type ProspectUpdateMutation = {
  prospectUpdate: {
    prospect: { id: string; version: number } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type ProspectsInformedMutationVariables = Exact<{
  input: ProspectsInformedInput;
}>;

export type ProspectsInformedMutation = {
  prospectsInformed: {
    informed: number | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type ProspectsDueToBeInformedQueryVariables = Exact<{ [key: string]: never }>;

export type ProspectsDueToBeInformedQuery = {
  prospectsDueToBeInformed: {
    asOf: string;
    dueSoon: number;
    dueWithinDays: number;
    missed: number;
  } | null;
};

export const Prospects = documentOf<ProspectsQuery, ProspectsQueryVariables>(
  "Prospects",
  "query Prospects($first:Int!$after:String$filter:ProspectFilter$orderBy:ProspectOrder!){prospects(first:$first after:$after filter:$filter orderBy:$orderBy){nodes{id name kind companyName emailAddress source mayEmail informedOn toBeInformedBy createdAt}pageInfo{hasNextPage endCursor}}}",
  ["MARKETING"],
);
export const Prospect = documentOf<ProspectQuery, ProspectQueryVariables>(
  "Prospect",
  "query Prospect($id:ID!){prospect(id:$id){id name kind companyName emailAddress source informedOn toBeInformedBy createdAt version permittedPurposes channels{channel isAllowed because}}}",
  ["MARKETING"],
);
export const Interactions = documentOf<InteractionsQuery, InteractionsQueryVariables>(
  "Interactions",
  "query Interactions($id:ID!$first:Int!$after:String){prospect(id:$id){id interactions(first:$first after:$after){nodes{id kind occurredAt source subject}pageInfo{hasNextPage endCursor}}}}",
  ["MARKETING"],
);
export const ProspectCreate = documentOf<ProspectCreateMutation, ProspectCreateMutationVariables>(
  "ProspectCreate",
  "mutation ProspectCreate($input:ProspectCreateInput!){prospectCreate(input:$input){prospect{id}userErrors{code field message}}}",
  ["MARKETING"],
);
export const ProspectUpdate = documentOf<ProspectUpdateMutation, ProspectUpdateMutationVariables>(
  "ProspectUpdate",
  "mutation ProspectUpdate($input:ProspectUpdateInput!){prospectUpdate(input:$input){prospect{id version}userErrors{code field message}}}",
  ["MARKETING"],
);
export const ProspectsInformed = documentOf<
  ProspectsInformedMutation,
  ProspectsInformedMutationVariables
>(
  "ProspectsInformed",
  "mutation ProspectsInformed($input:ProspectsInformedInput!){prospectsInformed(input:$input){informed userErrors{code field message}}}",
  ["MARKETING"],
);
export const ProspectsDueToBeInformed = documentOf<
  ProspectsDueToBeInformedQuery,
  ProspectsDueToBeInformedQueryVariables
>(
  "ProspectsDueToBeInformed",
  "query ProspectsDueToBeInformed{prospectsDueToBeInformed{asOf dueSoon dueWithinDays missed}}",
  ["MARKETING", "PRIVACY_OFFICER"],
);
