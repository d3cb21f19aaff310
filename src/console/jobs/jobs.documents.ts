// Written by .tools/documents.mjs from jobs.graphql: change that.
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

export type JobRunAgainInput = {
  id: string;
};

export type JobsQueryVariables = Exact<{
  onlyFailed: boolean;
}>;

export type JobsQuery = {
  jobs: Array<{
    id: string;
    task: string;
    state: string;
    attempts: number;
    maxAttempts: number;
    runAt: string;
    createdAt: string;
    reason: string | null;
  }>;
};

export type JobRunAgainMutationVariables = Exact<{
  input: JobRunAgainInput;
}>;

export type JobRunAgainMutation = {
  jobRunAgain: {
    job: { id: string; state: string } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export const Jobs = documentOf<JobsQuery, JobsQueryVariables>(
  "Jobs",
  "query Jobs($onlyFailed:Boolean!){jobs(onlyFailed:$onlyFailed){id task state attempts maxAttempts runAt createdAt reason}}",
  ["OPERATOR"],
);
export const JobRunAgain = documentOf<JobRunAgainMutation, JobRunAgainMutationVariables>(
  "JobRunAgain",
  "mutation JobRunAgain($input:JobRunAgainInput!){jobRunAgain(input:$input){job{id state}userErrors{code field message}}}",
  ["OPERATOR"],
);
