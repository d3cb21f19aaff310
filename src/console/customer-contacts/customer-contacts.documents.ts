// Written by .tools/documents.mjs from customer-contacts.graphql: change that.
import { documentOf } from "../api/document";

type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type Incremental<T> =
  T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
export type Channel = "EMAIL";

export type Purpose =
  | "CUSTOMER_SUPPORT"
  | "LEGAL_OBLIGATIONS"
  | "MARKETING_AND_SALES"
  | "NEWSLETTER"
  | "SECURITY"
  | "SERVICE_IMPROVEMENT"
  | "SERVICE_PERFORMANCE";

export type CustomerContactsForMarketingQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type CustomerContactsForMarketingQuery = {
  customerContacts: {
    nodes: Array<{
      id: string;
      name: string;
      emailAddress: string;
      mayEmail: boolean;
      createdAt: string;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type CustomerContactForMarketingQueryVariables = Exact<{
  id: string;
}>;

export type CustomerContactForMarketingQuery = {
  customerContact: {
    id: string;
    name: string;
    emailAddress: string;
    createdAt: string;
    permittedPurposes: Array<Purpose>;
    channels: Array<{ channel: Channel; isAllowed: boolean; because: string }>;
  } | null;
};

export const CustomerContactsForMarketing = documentOf<
  CustomerContactsForMarketingQuery,
  CustomerContactsForMarketingQueryVariables
>(
  "CustomerContactsForMarketing",
  "query CustomerContactsForMarketing($first:Int!$after:String){customerContacts(first:$first after:$after){nodes{id name emailAddress mayEmail createdAt}pageInfo{hasNextPage endCursor}}}",
  ["MARKETING"],
);
export const CustomerContactForMarketing = documentOf<
  CustomerContactForMarketingQuery,
  CustomerContactForMarketingQueryVariables
>(
  "CustomerContactForMarketing",
  "query CustomerContactForMarketing($id:ID!){customerContact(id:$id){id name emailAddress createdAt permittedPurposes channels{channel isAllowed because}}}",
  ["MARKETING"],
);
