// Written by .tools/documents.mjs from exports.graphql: change that.
import { documentOf } from "../api/document";

type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type Incremental<T> =
  T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
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

export type ExportInput = {
  id: string;
};

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

export type ExportsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type ExportsQuery = {
  exports: {
    nodes: Array<{
      id: string;
      kind: ExportKind;
      format: ExportFormat;
      state: ExportState;
      percent: number;
      rowCount: number;
      bytes: number | null;
      fileName: string;
      sha256: string | null;
      columns: Array<string>;
      isCompressed: boolean;
      onlyMailable: boolean;
      isOutdated: boolean;
      reason: string | null;
      failure: string | null;
      createdAt: string;
      startedAt: string | null;
      endedAt: string | null;
      expiresAt: string | null;
      downloadUrl: string | null;
      recipient: { id: string; name: string } | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type ExportDownloadQueryVariables = Exact<{
  id: string;
}>;

export type ExportDownloadQuery = {
  export: { id: string; isOutdated: boolean; downloadUrl: string | null } | null;
};

export type ServiceProvidersForExportQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type ServiceProvidersForExportQuery = {
  serviceProviders: {
    nodes: Array<{ id: string; name: string }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type ExportStartMutationVariables = Exact<{
  input: ExportStartInput;
}>;

export type ExportStartMutation = {
  exportStart: {
    export: { id: string } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type ExportCancelMutationVariables = Exact<{
  input: ExportInput;
}>;

export type ExportCancelMutation = {
  exportCancel: {
    export: { id: string; state: ExportState } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export const Exports = documentOf<ExportsQuery, ExportsQueryVariables>(
  "Exports",
  "query Exports($first:Int!$after:String){exports(first:$first after:$after){nodes{id kind format state percent rowCount bytes fileName sha256 columns isCompressed onlyMailable isOutdated reason failure createdAt startedAt endedAt expiresAt downloadUrl recipient{id name}}pageInfo{hasNextPage endCursor}}}",
  ["MARKETING", "PRIVACY_OFFICER"],
);
export const ExportDownload = documentOf<ExportDownloadQuery, ExportDownloadQueryVariables>(
  "ExportDownload",
  "query ExportDownload($id:ID!){export(id:$id){id isOutdated downloadUrl}}",
  ["MARKETING", "PRIVACY_OFFICER", "ACCOUNT_ADMINISTRATOR"],
);
export const ServiceProvidersForExport = documentOf<
  ServiceProvidersForExportQuery,
  ServiceProvidersForExportQueryVariables
>(
  "ServiceProvidersForExport",
  "query ServiceProvidersForExport($first:Int!$after:String){serviceProviders(first:$first after:$after){nodes{id name}pageInfo{hasNextPage endCursor}}}",
  ["MARKETING", "PRIVACY_OFFICER", "OPERATOR"],
);
export const ExportStart = documentOf<ExportStartMutation, ExportStartMutationVariables>(
  "ExportStart",
  "mutation ExportStart($input:ExportStartInput!){exportStart(input:$input){export{id}userErrors{code field message}}}",
  ["MARKETING", "PRIVACY_OFFICER", "ACCOUNT_ADMINISTRATOR"],
);
export const ExportCancel = documentOf<ExportCancelMutation, ExportCancelMutationVariables>(
  "ExportCancel",
  "mutation ExportCancel($input:ExportInput!){exportCancel(input:$input){export{id state}userErrors{code field message}}}",
  ["MARKETING", "PRIVACY_OFFICER", "ACCOUNT_ADMINISTRATOR"],
);
