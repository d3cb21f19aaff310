// Written by .tools/documents.mjs from api-clients.graphql: change that.
import { documentOf } from "../api/document";

type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type Incremental<T> =
  T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
export type ApiClientCreateInput = {
  audience: ClientAudience;
  customerId?: string | null | undefined;
  expiresAt?: string | null | undefined;
  mayUseKey?: boolean;
  name: string;
  networks?: Array<string>;
  scopes?: Array<Purpose> | null | undefined;
  serviceProviderId?: string | null | undefined;
  source?: string | null | undefined;
};

export type ApiClientInput = {
  id: string;
};

export type ApiClientSecretEndInput = {
  id: string;
};

export type ClientAudience = "CONNECTOR" | "CONTACT_SYNC" | "DASHBOARD" | "INTAKE";

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

export type Purpose =
  | "CUSTOMER_SUPPORT"
  | "LEGAL_OBLIGATIONS"
  | "MARKETING_AND_SALES"
  | "NEWSLETTER"
  | "SECURITY"
  | "SERVICE_IMPROVEMENT"
  | "SERVICE_PERFORMANCE";

export type ApiClientsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type ApiClientsQuery = {
  apiClients: {
    nodes: Array<{
      id: string;
      name: string;
      audience: ClientAudience;
      serviceProviderId: string | null;
      customerId: string | null;
      source: string | null;
      createdAt: string;
      expiresAt: string;
      lastUsedAt: string | null;
      revokedAt: string | null;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type ApiClientQueryVariables = Exact<{
  id: string;
}>;

export type ApiClientQuery = {
  node:
    | {
        id: string;
        name: string;
        audience: ClientAudience;
        serviceProviderId: string | null;
        customerId: string | null;
        source: string | null;
        scopes: Array<Purpose> | null;
        networks: Array<string>;
        mayUseKey: boolean;
        createdAt: string;
        createdBy: string;
        expiresAt: string;
        lastUsedAt: string | null;
        revokedAt: string | null;
        revokedBy: string | null;
        secrets: { nodes: Array<{ id: string; createdAt: string; endedAt: string | null }> };
      }
    | Record<PropertyKey, never>
    | null;
};

export type ProvidersUnderAgreementQueryVariables = Exact<{ [key: string]: never }>;

export type ProvidersUnderAgreementQuery = {
  serviceProviders: { nodes: Array<{ id: string; name: string }> };
};

export type ApiClientCreateMutationVariables = Exact<{
  input: ApiClientCreateInput;
}>;

export type ApiClientCreateMutation = {
  apiClientCreate: {
    secret: string | null;
    apiClient: { id: string; name: string } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type ApiClientSecretAddMutationVariables = Exact<{
  input: ApiClientInput;
}>;

export type ApiClientSecretAddMutation = {
  apiClientSecretAdd: {
    secret: string | null;
    apiClient: { id: string; name: string } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type ApiClientSecretEndMutationVariables = Exact<{
  input: ApiClientSecretEndInput;
}>;

export type ApiClientSecretEndMutation = {
  apiClientSecretEnd: {
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type ApiClientRevokeMutationVariables = Exact<{
  input: ApiClientInput;
}>;

export type ApiClientRevokeMutation = {
  apiClientRevoke: {
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export const ApiClients = documentOf<ApiClientsQuery, ApiClientsQueryVariables>(
  "ApiClients",
  "query ApiClients($first:Int!$after:String){apiClients(first:$first after:$after){nodes{id name audience serviceProviderId customerId source createdAt expiresAt lastUsedAt revokedAt}pageInfo{hasNextPage endCursor}}}",
  ["PRIVACY_OFFICER", "OPERATOR"],
);
export const ApiClient = documentOf<ApiClientQuery, ApiClientQueryVariables>(
  "ApiClient",
  "query ApiClient($id:ID!){node(id:$id){...on ApiClient{id name audience serviceProviderId customerId source scopes networks mayUseKey createdAt createdBy expiresAt lastUsedAt revokedAt revokedBy secrets(first:50){nodes{id createdAt endedAt}}}}}",
  ["PRIVACY_OFFICER", "OPERATOR"],
);
export const ProvidersUnderAgreement = documentOf<
  ProvidersUnderAgreementQuery,
  ProvidersUnderAgreementQueryVariables
>(
  "ProvidersUnderAgreement",
  "query ProvidersUnderAgreement{serviceProviders(first:100){nodes{id name}}}",
  ["MARKETING", "PRIVACY_OFFICER", "OPERATOR"],
);
export const ApiClientCreate = documentOf<
  ApiClientCreateMutation,
  ApiClientCreateMutationVariables
>(
  "ApiClientCreate",
  "mutation ApiClientCreate($input:ApiClientCreateInput!){apiClientCreate(input:$input){apiClient{id name}secret userErrors{code field message}}}",
  ["OPERATOR"],
);
export const ApiClientSecretAdd = documentOf<
  ApiClientSecretAddMutation,
  ApiClientSecretAddMutationVariables
>(
  "ApiClientSecretAdd",
  "mutation ApiClientSecretAdd($input:ApiClientInput!){apiClientSecretAdd(input:$input){apiClient{id name}secret userErrors{code field message}}}",
  ["OPERATOR"],
);
export const ApiClientSecretEnd = documentOf<
  ApiClientSecretEndMutation,
  ApiClientSecretEndMutationVariables
>(
  "ApiClientSecretEnd",
  "mutation ApiClientSecretEnd($input:ApiClientSecretEndInput!){apiClientSecretEnd(input:$input){userErrors{code field message}}}",
  ["OPERATOR"],
);
export const ApiClientRevoke = documentOf<
  ApiClientRevokeMutation,
  ApiClientRevokeMutationVariables
>(
  "ApiClientRevoke",
  "mutation ApiClientRevoke($input:ApiClientInput!){apiClientRevoke(input:$input){userErrors{code field message}}}",
  ["OPERATOR"],
);
