// Written by .tools/documents.mjs from erasures.graphql: change that.
import { documentOf } from "../api/document";

type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type Incremental<T> =
  T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
export type SubjectKind =
  "CUSTOMER" | "CUSTOMER_CONTACT" | "PLATFORM_USER" | "PROSPECT" | "SUBSCRIBER";

export type ErasuresForPrivacyQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type ErasuresForPrivacyQuery = {
  erasures: {
    nodes: Array<{
      id: string;
      subjectKind: SubjectKind;
      subjectId: string;
      because: string;
      scheduledAt: string;
      dueAt: string;
      willGo: Array<string>;
      stays: Array<string>;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export const ErasuresForPrivacy = documentOf<
  ErasuresForPrivacyQuery,
  ErasuresForPrivacyQueryVariables
>(
  "ErasuresForPrivacy",
  "query ErasuresForPrivacy($first:Int!$after:String){erasures(first:$first after:$after){nodes{id subjectKind subjectId because scheduledAt dueAt willGo stays}pageInfo{hasNextPage endCursor}}}",
  ["PRIVACY_OFFICER"],
);
