// Written by .tools/documents.mjs from start.graphql: change that.
import { documentOf } from "../api/document";

type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type Incremental<T> =
  T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
export type ExportState = "CANCELLED" | "DONE" | "FAILED" | "QUEUED" | "RUNNING";

export type InvitationState = "ACCEPTED" | "EXPIRED" | "OPEN" | "WITHDRAWN";

export type SubjectKind =
  "CUSTOMER" | "CUSTOMER_CONTACT" | "PLATFORM_USER" | "PROSPECT" | "SUBSCRIBER";

export type WhatWaitsForAdministratorQueryVariables = Exact<{ [key: string]: never }>;

export type WhatWaitsForAdministratorQuery = {
  customer: {
    id: string;
    name: string;
    restrictedRecords: Array<{ id: string; kind: SubjectKind; since: string }> | null;
  } | null;
  userInvitations: { nodes: Array<{ id: string; state: InvitationState; expiresAt: string }> };
  administrators: { nodes: Array<{ id: string }> };
  exports: {
    nodes: Array<{
      id: string;
      createdBy: string;
      state: ExportState;
      isOutdated: boolean;
      expiresAt: string | null;
    }>;
  };
};

export const WhatWaitsForAdministrator = documentOf<
  WhatWaitsForAdministratorQuery,
  WhatWaitsForAdministratorQueryVariables
>(
  "WhatWaitsForAdministrator",
  "query WhatWaitsForAdministrator{customer{id name restrictedRecords{id kind since}}userInvitations(first:50){nodes{id state expiresAt}}administrators:platformUsers(first:2 filter:{role:ACCOUNT_ADMINISTRATOR state:ACTIVE}orderBy:NAME){nodes{id}}exports(first:20){nodes{id createdBy state isOutdated expiresAt}}}",
  ["ACCOUNT_ADMINISTRATOR"],
);
