// Written by .tools/documents.mjs from me.graphql: change that.
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

export type AuditAction = "DENIED" | "READ" | "REVEAL" | "WRITE";

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

export type AboutMeQueryVariables = Exact<{ [key: string]: never }>;

export type AboutMeQuery = {
  me: {
    id: string;
    name: string;
    emailAddress: string;
    jobTitle: string | null;
    phone: string | null;
    role: UserRole;
    state: UserState;
    createdAt: string;
    permittedPurposes: Array<Purpose>;
  } | null;
};

export type WhatIDidQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type WhatIDidQuery = {
  me: {
    id: string;
    activities: {
      nodes: Array<{ id: string; kind: ActivityKind; occurredAt: string; source: string }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
};

export type MyAdministratorsQueryVariables = Exact<{ [key: string]: never }>;

export type MyAdministratorsQuery = {
  myAccountAdministrators: Array<{ id: string; name: string; emailAddress: string }>;
};

export type LatestAccessesToMeQueryVariables = Exact<{
  first: number;
}>;

export type LatestAccessesToMeQuery = {
  support: {
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
  };
  privacyOfficer: {
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
  };
  operator: {
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
  };
  administrator: {
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
  };
};

export type SeenOfMeFragment = {
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

export const AboutMe = documentOf<AboutMeQuery, AboutMeQueryVariables>(
  "AboutMe",
  "query AboutMe{me{id name emailAddress jobTitle phone role state createdAt permittedPurposes}}",
  ["ACCOUNT_ADMINISTRATOR", "PLATFORM_USER"],
);
export const WhatIDid = documentOf<WhatIDidQuery, WhatIDidQueryVariables>(
  "WhatIDid",
  "query WhatIDid($first:Int!$after:String){me{id activities(first:$first after:$after){nodes{id kind occurredAt source}pageInfo{hasNextPage endCursor}}}}",
  ["ACCOUNT_ADMINISTRATOR", "PLATFORM_USER"],
);
export const MyAdministrators = documentOf<MyAdministratorsQuery, MyAdministratorsQueryVariables>(
  "MyAdministrators",
  "query MyAdministrators{myAccountAdministrators{id name emailAddress}}",
  ["ACCOUNT_ADMINISTRATOR", "PLATFORM_USER"],
);
export const LatestAccessesToMe = documentOf<
  LatestAccessesToMeQuery,
  LatestAccessesToMeQueryVariables
>(
  "LatestAccessesToMe",
  'query LatestAccessesToMe($first:Int!){support:accessFeed(first:$first filter:{audience:"SUPPORT"}){nodes{...SeenOfMe}}privacyOfficer:accessFeed(first:$first filter:{audience:"PRIVACY_OFFICER"}){nodes{...SeenOfMe}}operator:accessFeed(first:$first filter:{audience:"OPERATOR"}){nodes{...SeenOfMe}}administrator:accessFeed(first:$first filter:{audience:"ACCOUNT_ADMINISTRATOR"}){nodes{...SeenOfMe}}}fragment SeenOfMe on Access{id recordedAt action audience purpose operation subjectKind fields rule}',
  ["ACCOUNT_ADMINISTRATOR", "PLATFORM_USER"],
);
