// Written by .tools/documents.mjs from preferences.graphql: change that.
import { documentOf } from "../api/document";

type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type Incremental<T> =
  T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
export type Colours = "DARK" | "LIGHT" | "SYSTEM";

export type Density = "COMFORTABLE" | "COMPACT";

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

export type Language = "DE" | "EN" | "SYSTEM";

export type ListPreferencesSetInput = {
  columns?: Array<string> | null | undefined;
  density?: Density | null | undefined;
  list: string;
};

export type PreferencesSetInput = {
  colours?: Colours | null | undefined;
  language?: Language | null | undefined;
};

export type PreferencesOfMineQueryVariables = Exact<{ [key: string]: never }>;

export type PreferencesOfMineQuery = {
  preferences: {
    id: string;
    language: Language;
    colours: Colours;
    lists: Array<{ list: string; columns: Array<string>; density: Density }>;
  };
};

export type PreferencesSetMutationVariables = Exact<{
  input: PreferencesSetInput;
}>;

export type PreferencesSetMutation = {
  preferencesSet: { userErrors: Array<{ code: ErrorCode; field: string | null; message: string }> };
};

export type ListPreferencesSetMutationVariables = Exact<{
  input: ListPreferencesSetInput;
}>;

export type ListPreferencesSetMutation = {
  listPreferencesSet: {
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export const PreferencesOfMine = documentOf<
  PreferencesOfMineQuery,
  PreferencesOfMineQueryVariables
>(
  "PreferencesOfMine",
  "query PreferencesOfMine{preferences{id language colours lists{list columns density}}}",
  null,
);
export const PreferencesSet = documentOf<PreferencesSetMutation, PreferencesSetMutationVariables>(
  "PreferencesSet",
  "mutation PreferencesSet($input:PreferencesSetInput!){preferencesSet(input:$input){userErrors{code field message}}}",
  null,
);
export const ListPreferencesSet = documentOf<
  ListPreferencesSetMutation,
  ListPreferencesSetMutationVariables
>(
  "ListPreferencesSet",
  "mutation ListPreferencesSet($input:ListPreferencesSetInput!){listPreferencesSet(input:$input){userErrors{code field message}}}",
  null,
);
