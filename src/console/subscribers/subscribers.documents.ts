// Written by .tools/documents.mjs from subscribers.graphql: change that.
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

export type SubscriberFilter = {
  emailAddress?: string | null | undefined;
};

export type SubscriberOrder = "CREATED_AT" | "NAME";

export type SubscribersQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: SubscriberFilter | null | undefined;
  orderBy: SubscriberOrder;
}>;

export type SubscribersQuery = {
  subscribers: {
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

export type SubscriberQueryVariables = Exact<{
  id: string;
}>;

export type SubscriberQuery = {
  subscriber: {
    id: string;
    name: string;
    emailAddress: string;
    createdAt: string;
    permittedPurposes: Array<Purpose>;
    channels: Array<{ channel: Channel; isAllowed: boolean; because: string }>;
  } | null;
};

export const Subscribers = documentOf<SubscribersQuery, SubscribersQueryVariables>(
  "Subscribers",
  "query Subscribers($first:Int!$after:String$filter:SubscriberFilter$orderBy:SubscriberOrder!){subscribers(first:$first after:$after filter:$filter orderBy:$orderBy){nodes{id name emailAddress mayEmail createdAt}pageInfo{hasNextPage endCursor}}}",
  ["MARKETING"],
);
export const Subscriber = documentOf<SubscriberQuery, SubscriberQueryVariables>(
  "Subscriber",
  "query Subscriber($id:ID!){subscriber(id:$id){id name emailAddress createdAt permittedPurposes channels{channel isAllowed because}}}",
  ["MARKETING"],
);
