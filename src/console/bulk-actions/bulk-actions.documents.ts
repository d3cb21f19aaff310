// Written by .tools/documents.mjs from bulk-actions.graphql: change that.
import { documentOf } from "../api/document";

type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type Incremental<T> =
  T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
export type BulkActionInput = {
  id: string;
};

export type BulkActionKind = "INFORM" | "SET_KIND";

export type BulkActionPrepareInput = {
  filter?: ProspectFilter | null | undefined;
  ids?: Array<string> | null | undefined;
  informedOn?: string | null | undefined;
  kind: BulkActionKind;
  prospectKind?: ProspectKind | null | undefined;
};

export type BulkActionState =
  "CANCELLED" | "DONE" | "DRY" | "FAILED" | "QUEUED" | "RUNNING" | "UNDOING" | "UNDONE";

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

export type ProspectFilter = {
  emailAddress?: string | null | undefined;
  isToBeInformed?: boolean | null | undefined;
  kind?: ProspectKind | null | undefined;
  nameStartsWith?: string | null | undefined;
  toBeInformedBefore?: string | null | undefined;
};

export type ProspectKind = "EVENT_PARTICIPANT" | "PARTNER" | "PROSPECTIVE_CUSTOMER" | "VISITOR";

export type BulkActionsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type BulkActionsQuery = {
  bulkActions: {
    nodes: Array<{
      id: string;
      kind: BulkActionKind;
      state: BulkActionState;
      percent: number;
      matched: number;
      changed: number;
      informedOn: string | null;
      prospectKind: ProspectKind | null;
      createdAt: string;
      endedAt: string | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type BulkActionQueryVariables = Exact<{
  id: string;
}>;

export type BulkActionQuery = {
  bulkAction: {
    id: string;
    kind: BulkActionKind;
    state: BulkActionState;
    percent: number;
    matched: number;
    wouldChange: number;
    wouldStay: number;
    wouldBeRefused: number;
    changed: number;
    unchanged: number;
    refused: number;
    restored: number;
    kept: number;
    canBeUndone: boolean;
    failure: string | null;
    informedOn: string | null;
    prospectKind: ProspectKind | null;
    createdAt: string;
    endedAt: string | null;
    refusals: Array<{ code: ErrorCode; count: number; message: string }>;
  } | null;
};

export type BulkActionPrepareMutationVariables = Exact<{
  input: BulkActionPrepareInput;
}>;

export type BulkActionPrepareMutation = {
  bulkActionPrepare: {
    bulkAction: { id: string } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type BulkActionStartMutationVariables = Exact<{
  input: BulkActionInput;
}>;

export type BulkActionStartMutation = {
  bulkActionStart: {
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type BulkActionCancelMutationVariables = Exact<{
  input: BulkActionInput;
}>;

export type BulkActionCancelMutation = {
  bulkActionCancel: {
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type BulkActionUndoMutationVariables = Exact<{
  input: BulkActionInput;
}>;

export type BulkActionUndoMutation = {
  bulkActionUndo: { userErrors: Array<{ code: ErrorCode; field: string | null; message: string }> };
};

export const BulkActions = documentOf<BulkActionsQuery, BulkActionsQueryVariables>(
  "BulkActions",
  "query BulkActions($first:Int!$after:String){bulkActions(first:$first after:$after){nodes{id kind state percent matched changed informedOn prospectKind createdAt endedAt}pageInfo{hasNextPage endCursor}}}",
  ["MARKETING", "PRIVACY_OFFICER"],
);
export const BulkAction = documentOf<BulkActionQuery, BulkActionQueryVariables>(
  "BulkAction",
  "query BulkAction($id:ID!){bulkAction(id:$id){id kind state percent matched wouldChange wouldStay wouldBeRefused changed unchanged refused restored kept canBeUndone failure informedOn prospectKind createdAt endedAt refusals{code count message}}}",
  ["MARKETING", "PRIVACY_OFFICER"],
);
export const BulkActionPrepare = documentOf<
  BulkActionPrepareMutation,
  BulkActionPrepareMutationVariables
>(
  "BulkActionPrepare",
  "mutation BulkActionPrepare($input:BulkActionPrepareInput!){bulkActionPrepare(input:$input){bulkAction{id}userErrors{code field message}}}",
  ["MARKETING"],
);
export const BulkActionStart = documentOf<
  BulkActionStartMutation,
  BulkActionStartMutationVariables
>(
  "BulkActionStart",
  "mutation BulkActionStart($input:BulkActionInput!){bulkActionStart(input:$input){userErrors{code field message}}}",
  ["MARKETING"],
);
export const BulkActionCancel = documentOf<
  BulkActionCancelMutation,
  BulkActionCancelMutationVariables
>(
  "BulkActionCancel",
  "mutation BulkActionCancel($input:BulkActionInput!){bulkActionCancel(input:$input){userErrors{code field message}}}",
  ["MARKETING"],
);
export const BulkActionUndo = documentOf<BulkActionUndoMutation, BulkActionUndoMutationVariables>(
  "BulkActionUndo",
  "mutation BulkActionUndo($input:BulkActionInput!){bulkActionUndo(input:$input){userErrors{code field message}}}",
  ["MARKETING"],
);
