// Written by .tools/documents.mjs from access.graphql: change that.
import { documentOf } from "../api/document";

type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type Incremental<T> =
  T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
export type ClientAudience = "CONNECTOR" | "CONTACT_SYNC" | "DASHBOARD" | "INTAKE";

export type Purpose =
  | "CUSTOMER_SUPPORT"
  | "LEGAL_OBLIGATIONS"
  | "MARKETING_AND_SALES"
  | "NEWSLETTER"
  | "SECURITY"
  | "SERVICE_IMPROVEMENT"
  | "SERVICE_PERFORMANCE";

export type StaffAudience = "MARKETING" | "OPERATOR" | "PRIVACY_OFFICER" | "SUPPORT";

export type StaffState = "ACTIVE" | "DEACTIVATED";

export type StaffForPrivacyQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type StaffForPrivacyQuery = {
  staff: {
    nodes: Array<{
      id: string;
      name: string;
      state: StaffState;
      roles: {
        nodes: Array<{
          id: string;
          audience: StaffAudience;
          isInForce: boolean;
          grantedAt: string;
          endedAt: string | null;
        }>;
      };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type ApiClientsForPrivacyQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type ApiClientsForPrivacyQuery = {
  apiClients: {
    nodes: Array<{
      id: string;
      name: string;
      audience: ClientAudience;
      scopes: Array<Purpose> | null;
      createdAt: string;
      expiresAt: string;
      lastUsedAt: string | null;
      revokedAt: string | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export const StaffForPrivacy = documentOf<StaffForPrivacyQuery, StaffForPrivacyQueryVariables>(
  "StaffForPrivacy",
  "query StaffForPrivacy($first:Int!$after:String){staff(first:$first after:$after){nodes{id name state roles(first:10){nodes{id audience isInForce grantedAt endedAt}}}pageInfo{hasNextPage endCursor}}}",
  ["PRIVACY_OFFICER", "OPERATOR"],
);
export const ApiClientsForPrivacy = documentOf<
  ApiClientsForPrivacyQuery,
  ApiClientsForPrivacyQueryVariables
>(
  "ApiClientsForPrivacy",
  "query ApiClientsForPrivacy($first:Int!$after:String){apiClients(first:$first after:$after){nodes{id name audience scopes createdAt expiresAt lastUsedAt revokedAt}pageInfo{hasNextPage endCursor}}}",
  ["PRIVACY_OFFICER", "OPERATOR"],
);
