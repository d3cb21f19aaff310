// Written by .tools/documents.mjs from audit.graphql: change that.
import { documentOf } from "../api/document";

type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type Incremental<T> =
  T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
export type AuditAction = "DENIED" | "READ" | "REVEAL" | "WRITE";

export type AuditEntryFilter = {
  action?: AuditAction | null | undefined;
  audience?: string | null | undefined;
  operation?: string | null | undefined;
  subjectId?: string | null | undefined;
  viewerId?: string | null | undefined;
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

export type ExportFormat = "CSV" | "NDJSON";

export type ExportKind =
  | "ACCESS_LOG"
  | "AUDIT_ENTRIES"
  | "DISCLOSURES"
  | "PLATFORM_USERS"
  | "PROSPECTS"
  | "SEALED_AUDIT"
  | "SUBSCRIBERS";

export type ExportStartInput = {
  format?: ExportFormat;
  isCompressed?: boolean;
  kind: ExportKind;
  onlyMailable?: boolean;
  reason?: string | null | undefined;
  serviceProviderId?: string | null | undefined;
};

export type ExportState = "CANCELLED" | "DONE" | "FAILED" | "QUEUED" | "RUNNING";

export type AuditForPrivacyQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: AuditEntryFilter | null | undefined;
}>;

export type AuditForPrivacyQuery = {
  auditEntries: {
    nodes: Array<{
      id: string;
      recordedAt: string;
      action: AuditAction;
      audience: string;
      operation: string;
      purpose: string;
      subjectKind: string | null;
      rowCount: number;
      viewerId: string | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type AuditEntryForPrivacyQueryVariables = Exact<{
  id: string;
}>;

export type AuditEntryForPrivacyQuery = {
  node:
    | {
        id: string;
        recordedAt: string;
        action: AuditAction;
        audience: string;
        operation: string;
        purpose: string;
        viewerId: string | null;
        customerId: string | null;
        serviceProviderId: string | null;
        subjectKind: string | null;
        subjectIds: Array<string>;
        rowCount: number;
        fields: Array<string>;
        firstChange: number | null;
        lastChange: number | null;
        basisIds: Array<string>;
        requestId: string | null;
        changed: {
          isErased: boolean;
          fields: Array<{ name: string; before: string | null; after: string | null }>;
        } | null;
      }
    | Record<PropertyKey, never>
    | null;
};

export type AuditSealingStateQueryVariables = Exact<{ [key: string]: never }>;

export type AuditSealingStateQuery = {
  auditSealing: {
    size: string;
    root: string | null;
    signedAt: string | null;
    keyId: string | null;
    waiting: number;
    waitingSince: string | null;
  };
};

export type ExportsOfAuditQueryVariables = Exact<{ [key: string]: never }>;

export type ExportsOfAuditQuery = {
  exports: {
    nodes: Array<{
      id: string;
      kind: ExportKind;
      state: ExportState;
      format: ExportFormat;
      percent: number;
      rowCount: number;
      bytes: number | null;
      fileName: string;
      reason: string | null;
      createdAt: string;
      createdBy: string;
      expiresAt: string | null;
      failure: string | null;
      downloadUrl: string | null;
    }>;
  };
};

export type ExportOfAuditStartMutationVariables = Exact<{
  input: ExportStartInput;
}>;

export type ExportOfAuditStartMutation = {
  exportStart: {
    export: { id: string } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export const AuditForPrivacy = documentOf<AuditForPrivacyQuery, AuditForPrivacyQueryVariables>(
  "AuditForPrivacy",
  "query AuditForPrivacy($first:Int!$after:String$filter:AuditEntryFilter){auditEntries(first:$first after:$after filter:$filter){nodes{id recordedAt action audience operation purpose subjectKind rowCount viewerId}pageInfo{hasNextPage endCursor}}}",
  ["PRIVACY_OFFICER"],
);
export const AuditEntryForPrivacy = documentOf<
  AuditEntryForPrivacyQuery,
  AuditEntryForPrivacyQueryVariables
>(
  "AuditEntryForPrivacy",
  "query AuditEntryForPrivacy($id:ID!){node(id:$id){...on AuditEntry{id recordedAt action audience operation purpose viewerId customerId serviceProviderId subjectKind subjectIds rowCount fields firstChange lastChange basisIds requestId changed{isErased fields{name before after}}}}}",
  ["PRIVACY_OFFICER"],
);
export const AuditSealingState = documentOf<
  AuditSealingStateQuery,
  AuditSealingStateQueryVariables
>(
  "AuditSealingState",
  "query AuditSealingState{auditSealing{size root signedAt keyId waiting waitingSince}}",
  ["PRIVACY_OFFICER"],
);
export const ExportsOfAudit = documentOf<ExportsOfAuditQuery, ExportsOfAuditQueryVariables>(
  "ExportsOfAudit",
  "query ExportsOfAudit{exports(first:25){nodes{id kind state format percent rowCount bytes fileName reason createdAt createdBy expiresAt failure downloadUrl}}}",
  ["PRIVACY_OFFICER", "ACCOUNT_ADMINISTRATOR"],
);
export const ExportOfAuditStart = documentOf<
  ExportOfAuditStartMutation,
  ExportOfAuditStartMutationVariables
>(
  "ExportOfAuditStart",
  "mutation ExportOfAuditStart($input:ExportStartInput!){exportStart(input:$input){export{id}userErrors{code field message}}}",
  ["MARKETING", "PRIVACY_OFFICER", "ACCOUNT_ADMINISTRATOR"],
);
