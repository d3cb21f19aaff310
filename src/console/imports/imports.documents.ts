// Written by .tools/documents.mjs from imports.graphql: change that.
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

export type ImportCellInput = {
  field: ImportField;
  text: string;
};

export type ImportField =
  | "CLEANED_AT"
  | "COMPANY_NAME"
  | "CONFIRMED_AT"
  | "EMAIL_ADDRESS"
  | "FIRST_NAME"
  | "LAST_NAME"
  | "LEGAL_BASIS"
  | "NAME"
  | "OPTED_OUT"
  | "OPT_IN_AT"
  | "STATUS"
  | "UNSUBSCRIBED_AT";

export type ImportFieldInput = {
  column: number;
  field: ImportField;
};

export type ImportInput = {
  id: string;
};

export type ImportKind = "PROSPECTS" | "SUBSCRIBERS";

export type ImportMappingSetInput = {
  fields: Array<ImportFieldInput>;
  id: string;
};

export type ImportPrediction =
  "CHANGED" | "LEFT_OUT" | "NEW" | "REFUSED" | "STOPPED" | "SUPPRESSED" | "UNCHANGED";

export type ImportPrepareInput = {
  fileId: string;
  kind: ImportKind;
};

export type ImportRowInput = {
  confirmedAt?: string | null | undefined;
  id: string;
  row: number;
};

export type ImportRowMendInput = {
  cells?: Array<ImportCellInput>;
  confirmedAt?: string | null | undefined;
  id: string;
  isLeftOut?: boolean;
  row: number;
};

export type ImportStartInput = {
  confirmedAt?: string | null | undefined;
  id: string;
  source: string;
  wording?: string | null | undefined;
};

export type ImportState =
  "CANCELLED" | "DONE" | "FAILED" | "PREPARED" | "QUEUED" | "RUNNING" | "UNDOING" | "UNDONE";

export type ImportTool = "BREVO" | "HUBSPOT" | "MAILCHIMP" | "OTHER";

export type ImportsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type ImportsQuery = {
  imports: {
    nodes: Array<{
      id: string;
      fileName: string;
      kind: ImportKind;
      state: ImportState;
      tool: ImportTool;
      percent: number;
      rowsRead: number;
      added: number;
      changed: number;
      unchanged: number;
      stopped: number;
      refused: number;
      source: string | null;
      createdAt: string;
      endedAt: string | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type ImportQueryVariables = Exact<{
  id: string;
}>;

export type ImportQuery = {
  import: {
    id: string;
    fileName: string;
    byteCount: number;
    kind: ImportKind;
    state: ImportState;
    tool: ImportTool;
    encoding: string;
    delimiter: string;
    columns: Array<string>;
    percent: number;
    rowsRead: number;
    added: number;
    changed: number;
    unchanged: number;
    stopped: number;
    refused: number;
    kept: number;
    restored: number;
    mended: number;
    leftOut: number;
    source: string | null;
    wording: string | null;
    confirmedAt: string | null;
    failure: string | null;
    createdAt: string;
    startedAt: string | null;
    endedAt: string | null;
    fields: Array<{ field: ImportField; column: number; name: string }>;
  } | null;
};

export type ImportPreviewQueryVariables = Exact<{
  id: string;
  confirmedAt?: string | null | undefined;
  predictions?: Array<ImportPrediction> | ImportPrediction | null | undefined;
  afterRow: number;
  first: number;
}>;

export type ImportPreviewQuery = {
  importPreview: {
    rowsLookedAt: number;
    isWholeFile: boolean;
    columns: Array<{ name: string; sample: string }>;
    counts: Array<{ prediction: ImportPrediction; count: number }>;
    rows: Array<{
      row: number;
      prediction: ImportPrediction;
      isMended: boolean;
      code: ErrorCode | null;
      message: string | null;
      cells: Array<{ field: ImportField; text: string; isMendable: boolean }>;
    }>;
  } | null;
};

export type ImportRefusalsQueryVariables = Exact<{
  id: string;
  afterRow: number;
}>;

export type ImportRefusalsQuery = {
  import: {
    id: string;
    refusals: Array<{ row: number; column: string | null; code: ErrorCode; message: string }>;
  } | null;
};

export type ImportErrorsDownloadQueryVariables = Exact<{
  id: string;
}>;

export type ImportErrorsDownloadQuery = { import: { id: string; errorsUrl: string | null } | null };

export type ImportPrepareMutationVariables = Exact<{
  input: ImportPrepareInput;
}>;

export type ImportPrepareMutation = {
  importPrepare: {
    import: { id: string } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type ImportMappingSetMutationVariables = Exact<{
  input: ImportMappingSetInput;
}>;

export type ImportMappingSetMutation = {
  importMappingSet: {
    import: { id: string } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type ImportStartMutationVariables = Exact<{
  input: ImportStartInput;
}>;

export type ImportStartMutation = {
  importStart: {
    import: { id: string } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type ImportCancelMutationVariables = Exact<{
  input: ImportInput;
}>;

export type ImportCancelMutation = {
  importCancel: {
    import: { id: string } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type ImportUndoMutationVariables = Exact<{
  input: ImportInput;
}>;

export type ImportUndoMutation = {
  importUndo: {
    import: { id: string } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type ImportRowMendMutationVariables = Exact<{
  input: ImportRowMendInput;
}>;

export type ImportRowMendMutation = {
  importRowMend: {
    row: {
      row: number;
      prediction: ImportPrediction;
      isMended: boolean;
      code: ErrorCode | null;
      message: string | null;
      cells: Array<{ field: ImportField; text: string; isMendable: boolean }>;
    } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type ImportRowUnmendMutationVariables = Exact<{
  input: ImportRowInput;
}>;

export type ImportRowUnmendMutation = {
  importRowUnmend: {
    row: {
      row: number;
      prediction: ImportPrediction;
      isMended: boolean;
      code: ErrorCode | null;
      message: string | null;
      cells: Array<{ field: ImportField; text: string; isMendable: boolean }>;
    } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export const Imports = documentOf<ImportsQuery, ImportsQueryVariables>(
  "Imports",
  "query Imports($first:Int!$after:String){imports(first:$first after:$after){nodes{id fileName kind state tool percent rowsRead added changed unchanged stopped refused source createdAt endedAt}pageInfo{hasNextPage endCursor}}}",
  ["MARKETING", "PRIVACY_OFFICER"],
);
export const Import = documentOf<ImportQuery, ImportQueryVariables>(
  "Import",
  "query Import($id:ID!){import(id:$id){id fileName byteCount kind state tool encoding delimiter columns percent rowsRead added changed unchanged stopped refused kept restored mended leftOut source wording confirmedAt failure createdAt startedAt endedAt fields{field column name}}}",
  ["MARKETING", "PRIVACY_OFFICER"],
);
export const ImportPreview = documentOf<ImportPreviewQuery, ImportPreviewQueryVariables>(
  "ImportPreview",
  "query ImportPreview($id:ID!$confirmedAt:DateTime$predictions:[ImportPrediction!]$afterRow:Int!$first:Int!){importPreview(id:$id confirmedAt:$confirmedAt){columns{name sample}rowsLookedAt isWholeFile counts{prediction count}rows(predictions:$predictions afterRow:$afterRow first:$first){row prediction isMended code message cells{field text isMendable}}}}",
  ["MARKETING"],
);
export const ImportRefusals = documentOf<ImportRefusalsQuery, ImportRefusalsQueryVariables>(
  "ImportRefusals",
  "query ImportRefusals($id:ID!$afterRow:Int!){import(id:$id){id refusals(afterRow:$afterRow){row column code message}}}",
  ["MARKETING"],
);
export const ImportErrorsDownload = documentOf<
  ImportErrorsDownloadQuery,
  ImportErrorsDownloadQueryVariables
>("ImportErrorsDownload", "query ImportErrorsDownload($id:ID!){import(id:$id){id errorsUrl}}", [
  "MARKETING",
]);
export const ImportPrepare = documentOf<ImportPrepareMutation, ImportPrepareMutationVariables>(
  "ImportPrepare",
  "mutation ImportPrepare($input:ImportPrepareInput!){importPrepare(input:$input){import{id}userErrors{code field message}}}",
  ["MARKETING"],
);
export const ImportMappingSet = documentOf<
  ImportMappingSetMutation,
  ImportMappingSetMutationVariables
>(
  "ImportMappingSet",
  "mutation ImportMappingSet($input:ImportMappingSetInput!){importMappingSet(input:$input){import{id}userErrors{code field message}}}",
  ["MARKETING"],
);
export const ImportStart = documentOf<ImportStartMutation, ImportStartMutationVariables>(
  "ImportStart",
  "mutation ImportStart($input:ImportStartInput!){importStart(input:$input){import{id}userErrors{code field message}}}",
  ["MARKETING"],
);
export const ImportCancel = documentOf<ImportCancelMutation, ImportCancelMutationVariables>(
  "ImportCancel",
  "mutation ImportCancel($input:ImportInput!){importCancel(input:$input){import{id}userErrors{code field message}}}",
  ["MARKETING"],
);
export const ImportUndo = documentOf<ImportUndoMutation, ImportUndoMutationVariables>(
  "ImportUndo",
  "mutation ImportUndo($input:ImportInput!){importUndo(input:$input){import{id}userErrors{code field message}}}",
  ["MARKETING"],
);
export const ImportRowMend = documentOf<ImportRowMendMutation, ImportRowMendMutationVariables>(
  "ImportRowMend",
  "mutation ImportRowMend($input:ImportRowMendInput!){importRowMend(input:$input){row{row prediction isMended code message cells{field text isMendable}}userErrors{code field message}}}",
  ["MARKETING"],
);
export const ImportRowUnmend = documentOf<
  ImportRowUnmendMutation,
  ImportRowUnmendMutationVariables
>(
  "ImportRowUnmend",
  "mutation ImportRowUnmend($input:ImportRowInput!){importRowUnmend(input:$input){row{row prediction isMended code message cells{field text isMendable}}userErrors{code field message}}}",
  ["MARKETING"],
);
