// Written by .tools/documents.mjs from informing.graphql: change that.
import { documentOf } from "../api/document";

type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type Incremental<T> =
  T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
export type ProspectsToInformQueryVariables = Exact<{ [key: string]: never }>;

export type ProspectsToInformQuery = {
  prospectsDueToBeInformed: {
    asOf: string;
    dueSoon: number;
    dueWithinDays: number;
    missed: number;
  } | null;
};

export const ProspectsToInform = documentOf<
  ProspectsToInformQuery,
  ProspectsToInformQueryVariables
>(
  "ProspectsToInform",
  "query ProspectsToInform{prospectsDueToBeInformed{asOf dueSoon dueWithinDays missed}}",
  ["MARKETING", "PRIVACY_OFFICER"],
);
