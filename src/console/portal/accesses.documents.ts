// Written by .tools/documents.mjs from accesses.graphql: change that.
import { documentOf } from "../api/document";

type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type Incremental<T> =
  T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
export type AccessFilter = {
  action?: AuditAction | null | undefined;
  audience?: string | null | undefined;
  subjectId?: string | null | undefined;
};

export type AuditAction = "DENIED" | "READ" | "REVEAL" | "WRITE";

export type AccessesToOurDataQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: AccessFilter | null | undefined;
}>;

export type AccessesToOurDataQuery = {
  accessFeed: {
    nodes: Array<{
      number: string;
      subjectIds: Array<string>;
      id: string;
      recordedAt: string;
      action: AuditAction;
      audience: string;
      purpose: string;
      operation: string;
      subjectKind: string | null;
      fields: Array<string>;
      rule: string;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type AccessesToMeQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: AccessFilter | null | undefined;
}>;

export type AccessesToMeQuery = {
  accessFeed: {
    nodes: Array<{
      id: string;
      recordedAt: string;
      action: AuditAction;
      audience: string;
      purpose: string;
      operation: string;
      subjectKind: string | null;
      fields: Array<string>;
      rule: string;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type LatestAccessesToOurDataQueryVariables = Exact<{
  first: number;
}>;

export type LatestAccessesToOurDataQuery = {
  support: {
    nodes: Array<{
      subjectIds: Array<string>;
      id: string;
      recordedAt: string;
      action: AuditAction;
      audience: string;
      purpose: string;
      operation: string;
      subjectKind: string | null;
      fields: Array<string>;
      rule: string;
    }>;
  };
  marketing: {
    nodes: Array<{
      subjectIds: Array<string>;
      id: string;
      recordedAt: string;
      action: AuditAction;
      audience: string;
      purpose: string;
      operation: string;
      subjectKind: string | null;
      fields: Array<string>;
      rule: string;
    }>;
  };
  privacyOfficer: {
    nodes: Array<{
      subjectIds: Array<string>;
      id: string;
      recordedAt: string;
      action: AuditAction;
      audience: string;
      purpose: string;
      operation: string;
      subjectKind: string | null;
      fields: Array<string>;
      rule: string;
    }>;
  };
  operator: {
    nodes: Array<{
      subjectIds: Array<string>;
      id: string;
      recordedAt: string;
      action: AuditAction;
      audience: string;
      purpose: string;
      operation: string;
      subjectKind: string | null;
      fields: Array<string>;
      rule: string;
    }>;
  };
};

export type SeenFragment = {
  id: string;
  recordedAt: string;
  action: AuditAction;
  audience: string;
  purpose: string;
  operation: string;
  subjectKind: string | null;
  fields: Array<string>;
  rule: string;
};

export const AccessesToOurData = documentOf<
  AccessesToOurDataQuery,
  AccessesToOurDataQueryVariables
>(
  "AccessesToOurData",
  "query AccessesToOurData($first:Int!$after:String$filter:AccessFilter){accessFeed(first:$first after:$after filter:$filter){nodes{...Seen number subjectIds}pageInfo{hasNextPage endCursor}}}fragment Seen on Access{id recordedAt action audience purpose operation subjectKind fields rule}",
  ["ACCOUNT_ADMINISTRATOR"],
);
export const AccessesToMe = documentOf<AccessesToMeQuery, AccessesToMeQueryVariables>(
  "AccessesToMe",
  "query AccessesToMe($first:Int!$after:String$filter:AccessFilter){accessFeed(first:$first after:$after filter:$filter){nodes{...Seen}pageInfo{hasNextPage endCursor}}}fragment Seen on Access{id recordedAt action audience purpose operation subjectKind fields rule}",
  ["ACCOUNT_ADMINISTRATOR", "PLATFORM_USER"],
);
export const LatestAccessesToOurData = documentOf<
  LatestAccessesToOurDataQuery,
  LatestAccessesToOurDataQueryVariables
>(
  "LatestAccessesToOurData",
  'query LatestAccessesToOurData($first:Int!){support:accessFeed(first:$first filter:{audience:"SUPPORT"}){nodes{...Seen subjectIds}}marketing:accessFeed(first:$first filter:{audience:"MARKETING"}){nodes{...Seen subjectIds}}privacyOfficer:accessFeed(first:$first filter:{audience:"PRIVACY_OFFICER"}){nodes{...Seen subjectIds}}operator:accessFeed(first:$first filter:{audience:"OPERATOR"}){nodes{...Seen subjectIds}}}fragment Seen on Access{id recordedAt action audience purpose operation subjectKind fields rule}',
  ["ACCOUNT_ADMINISTRATOR"],
);
