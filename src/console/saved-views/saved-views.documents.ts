// Written by .tools/documents.mjs from saved-views.graphql: change that.
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

export type SavedViewRemoveInput = {
  id: string;
};

export type SavedViewSaveInput = {
  id?: string | null | undefined;
  isShared: boolean;
  list: string;
  name: string;
  search: string;
};

export type SavedViewsOfListQueryVariables = Exact<{
  list: string;
  first: number;
}>;

export type SavedViewsOfListQuery = {
  savedViews: {
    nodes: Array<{
      id: string;
      name: string;
      search: string;
      isShared: boolean;
      viewerCanChange: boolean;
    }>;
  };
};

export type SavedViewSaveMutationVariables = Exact<{
  input: SavedViewSaveInput;
}>;

export type SavedViewSaveMutation = {
  savedViewSave: {
    savedView: { id: string; name: string } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type SavedViewRemoveMutationVariables = Exact<{
  input: SavedViewRemoveInput;
}>;

export type SavedViewRemoveMutation = {
  savedViewRemove: {
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export const SavedViewsOfList = documentOf<SavedViewsOfListQuery, SavedViewsOfListQueryVariables>(
  "SavedViewsOfList",
  "query SavedViewsOfList($list:String!$first:Int!){savedViews(list:$list first:$first){nodes{id name search isShared viewerCanChange}}}",
  ["SUPPORT", "MARKETING", "PRIVACY_OFFICER", "OPERATOR", "ACCOUNT_ADMINISTRATOR"],
);
export const SavedViewSave = documentOf<SavedViewSaveMutation, SavedViewSaveMutationVariables>(
  "SavedViewSave",
  "mutation SavedViewSave($input:SavedViewSaveInput!){savedViewSave(input:$input){savedView{id name}userErrors{code field message}}}",
  ["SUPPORT", "MARKETING", "PRIVACY_OFFICER", "OPERATOR", "ACCOUNT_ADMINISTRATOR"],
);
export const SavedViewRemove = documentOf<
  SavedViewRemoveMutation,
  SavedViewRemoveMutationVariables
>(
  "SavedViewRemove",
  "mutation SavedViewRemove($input:SavedViewRemoveInput!){savedViewRemove(input:$input){userErrors{code field message}}}",
  ["SUPPORT", "MARKETING", "PRIVACY_OFFICER", "OPERATOR", "ACCOUNT_ADMINISTRATOR"],
);
