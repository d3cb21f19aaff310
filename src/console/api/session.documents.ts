// Written by .tools/documents.mjs from session.graphql: change that.
import { documentOf } from "../api/document";

type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type Incremental<T> =
  T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
export type Audience =
  | "ACCOUNT_ADMINISTRATOR"
  | "CONNECTOR"
  | "CONTACT_SYNC"
  | "DASHBOARD"
  | "INTAKE"
  | "MARKETING"
  | "OPERATOR"
  | "PLATFORM_USER"
  | "PRIVACY_OFFICER"
  | "PUBLIC"
  | "SUPPORT";

export type DeclaredPurpose =
  | "ANSWERING_THE_PERSON"
  | "CUSTOMER_SUPPORT"
  | "LEGAL_OBLIGATIONS"
  | "MARKETING_AND_SALES"
  | "NEWSLETTER"
  | "SECURITY"
  | "SERVICE_IMPROVEMENT"
  | "SERVICE_PERFORMANCE";

export type SessionRefreshMutationVariables = Exact<{ [key: string]: never }>;

export type SessionRefreshMutation = {
  sessionRefresh: { session: { accessToken: string; expiresInSeconds: number } | null };
};

export type SignOutMutationVariables = Exact<{ [key: string]: never }>;

export type SignOutMutation = { signOut: { endedCount: number } };

export type WhoAmIQueryVariables = Exact<{ [key: string]: never }>;

export type WhoAmIQuery = {
  viewer: {
    id: string | null;
    audience: Audience;
    customerId: string | null;
    name: string | null;
    customerName: string | null;
    purposes: Array<DeclaredPurpose>;
  };
};

export type SessionEndOthersMutationVariables = Exact<{ [key: string]: never }>;

export type SessionEndOthersMutation = { sessionEndOthers: { endedCount: number } };

export const SessionRefresh = documentOf<SessionRefreshMutation, SessionRefreshMutationVariables>(
  "SessionRefresh",
  "mutation SessionRefresh{sessionRefresh(input:{}){session{accessToken expiresInSeconds}}}",
  ["PUBLIC"],
);
export const SignOut = documentOf<SignOutMutation, SignOutMutationVariables>(
  "SignOut",
  "mutation SignOut{signOut{endedCount}}",
  null,
);
export const WhoAmI = documentOf<WhoAmIQuery, WhoAmIQueryVariables>(
  "WhoAmI",
  "query WhoAmI{viewer{id audience customerId name customerName purposes}}",
  null,
);
export const SessionEndOthers = documentOf<
  SessionEndOthersMutation,
  SessionEndOthersMutationVariables
>("SessionEndOthers", "mutation SessionEndOthers{sessionEndOthers{endedCount}}", null);
