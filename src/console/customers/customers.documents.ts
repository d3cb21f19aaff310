// Written by .tools/documents.mjs from customers.graphql: change that.
import { documentOf } from "../api/document";

type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type Incremental<T> =
  T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
export type CustomerFilter = {
  nameStartsWith?: string | null | undefined;
  state?: CustomerState | null | undefined;
};

export type CustomerOrder = "CREATED_AT" | "NAME";

export type CustomerState = "ACTIVE" | "CLOSED";

export type Purpose =
  | "CUSTOMER_SUPPORT"
  | "LEGAL_OBLIGATIONS"
  | "MARKETING_AND_SALES"
  | "NEWSLETTER"
  | "SECURITY"
  | "SERVICE_IMPROVEMENT"
  | "SERVICE_PERFORMANCE";

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

export const Customers = documentOf<CustomersQuery, CustomersQueryVariables>(
  "Customers",
  "query Customers($first:Int!$after:String$filter:CustomerFilter$orderBy:CustomerOrder!){customers(first:$first after:$after filter:$filter orderBy:$orderBy){nodes{id name country state createdAt permittedPurposes}pageInfo{hasNextPage endCursor}}}",
  ["SUPPORT", "OPERATOR", "ACCOUNT_ADMINISTRATOR"],
);
