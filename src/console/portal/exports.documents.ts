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

export type ExportsOfOursQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type ExportsOfOursQuery = {
  exports: {
    nodes: Array<{
      id: string;
      kind: ExportKind;
      format: ExportFormat;
      reason: string | null;
      state: ExportState;
      percent: number;
      rowCount: number;
      bytes: number | null;
      failure: string | null;
      isOutdated: boolean;
      createdBy: string;
      createdAt: string;
      expiresAt: string | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type ExportOfOursDownloadQueryVariables = Exact<{
  id: string;
}>;

export type ExportOfOursDownloadQuery = {
  export: { id: string; downloadUrl: string | null } | null;
};

export type ExportOfOursStartMutationVariables = Exact<{
  input: ExportStartInput;
}>;

export type ExportOfOursStartMutation = {
  exportStart: { userErrors: Array<{ code: ErrorCode; field: string | null; message: string }> };
};

export type ExportOfOursCancelMutationVariables = Exact<{
  input: ExportInput;
}>;

export type ExportOfOursCancelMutation = {
  exportCancel: { userErrors: Array<{ code: ErrorCode; field: string | null; message: string }> };
};

export const ExportsOfOurs = documentOf<ExportsOfOursQuery, ExportsOfOursQueryVariables>(
  "ExportsOfOurs",
  "query ExportsOfOurs($first:Int!$after:String){exports(first:$first after:$after){nodes{id kind format reason state percent rowCount bytes failure isOutdated createdBy createdAt expiresAt}pageInfo{hasNextPage endCursor}}}",
  ["ACCOUNT_ADMINISTRATOR"],
);
export const ExportOfOursDownload = documentOf<
  ExportOfOursDownloadQuery,
  ExportOfOursDownloadQueryVariables
>("ExportOfOursDownload", "query ExportOfOursDownload($id:ID!){export(id:$id){id downloadUrl}}", [
  "ACCOUNT_ADMINISTRATOR",
]);
export const ExportOfOursStart = documentOf<
  ExportOfOursStartMutation,
  ExportOfOursStartMutationVariables
>(
  "ExportOfOursStart",
  "mutation ExportOfOursStart($input:ExportStartInput!){exportStart(input:$input){userErrors{code field message}}}",
  ["ACCOUNT_ADMINISTRATOR"],
);
export const ExportOfOursCancel = documentOf<
  ExportOfOursCancelMutation,
  ExportOfOursCancelMutationVariables
>(
  "ExportOfOursCancel",
  "mutation ExportOfOursCancel($input:ExportInput!){exportCancel(input:$input){userErrors{code field message}}}",
  ["ACCOUNT_ADMINISTRATOR"],
);
