// Written by .tools/documents.mjs from service-providers.graphql: change that.
import { documentOf } from "../api/document";

type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type Incremental<T> =
  T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
export type DisclosureOutcome = "ABORTED" | "COMPLETED";

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

export type ProviderAgreementCreateInput = {
  kinds: Array<SubjectKind>;
  purposes: Array<Purpose>;
  serviceProviderId: string;
};

export type ProviderAgreementEndInput = {
  id: string;
};

export type Purpose =
  | "CUSTOMER_SUPPORT"
  | "LEGAL_OBLIGATIONS"
  | "MARKETING_AND_SALES"
  | "NEWSLETTER"
  | "SECURITY"
  | "SERVICE_IMPROVEMENT"
  | "SERVICE_PERFORMANCE";

export type ServiceProviderCreateInput = {
  name: string;
  service: string;
};

export type SubjectKind =
  "CUSTOMER" | "CUSTOMER_CONTACT" | "PLATFORM_USER" | "PROSPECT" | "SUBSCRIBER";

export type ServiceProvidersForPrivacyQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type ServiceProvidersForPrivacyQuery = {
  serviceProviders: {
    nodes: Array<{
      id: string;
      name: string;
      service: string;
      createdAt: string;
      agreements: {
        nodes: Array<{
          id: string;
          purposes: Array<Purpose>;
          kinds: Array<SubjectKind>;
          endedAt: string | null;
        }>;
      };
      disclosures: { nodes: Array<{ disclosedAt: string }> };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type ServiceProviderForPrivacyQueryVariables = Exact<{
  id: string;
}>;

export type ServiceProviderForPrivacyQuery = {
  node:
    | { id: string; name: string; service: string; createdAt: string }
    | Record<PropertyKey, never>
    | null;
};

export type AgreementsOfProviderQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;

export type AgreementsOfProviderQuery = {
  node:
    | {
        id: string;
        agreements: {
          nodes: Array<{
            id: string;
            kinds: Array<SubjectKind>;
            purposes: Array<Purpose>;
            inForceFrom: string;
            endedAt: string | null;
          }>;
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
        };
      }
    | Record<PropertyKey, never>
    | null;
};

export type DisclosuresToProviderQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;

export type DisclosuresToProviderQuery = {
  node:
    | {
        id: string;
        disclosures: {
          nodes: Array<{
            id: string;
            disclosedAt: string;
            contactCount: number;
            purposes: Array<Purpose>;
            fields: Array<string>;
            outcome: DisclosureOutcome | null;
            exportId: string | null;
            sha256: string | null;
          }>;
          pageInfo: { hasNextPage: boolean; endCursor: string | null };
        };
      }
    | Record<PropertyKey, never>
    | null;
};

export type ServiceProviderCreateMutationVariables = Exact<{
  input: ServiceProviderCreateInput;
}>;

export type ServiceProviderCreateMutation = {
  serviceProviderCreate: {
    serviceProvider: { id: string; name: string } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type ProviderAgreementCreateMutationVariables = Exact<{
  input: ProviderAgreementCreateInput;
}>;

export type ProviderAgreementCreateMutation = {
  providerAgreementCreate: {
    agreement: { id: string } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type ProviderAgreementEndMutationVariables = Exact<{
  input: ProviderAgreementEndInput;
}>;

export type ProviderAgreementEndMutation = {
  providerAgreementEnd: {
    agreement: { id: string } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export const ServiceProvidersForPrivacy = documentOf<
  ServiceProvidersForPrivacyQuery,
  ServiceProvidersForPrivacyQueryVariables
>(
  "ServiceProvidersForPrivacy",
  "query ServiceProvidersForPrivacy($first:Int!$after:String){serviceProviders(first:$first after:$after){nodes{id name service createdAt agreements(first:5){nodes{id purposes kinds endedAt}}disclosures(first:1){nodes{disclosedAt}}}pageInfo{hasNextPage endCursor}}}",
  ["PRIVACY_OFFICER"],
);
export const ServiceProviderForPrivacy = documentOf<
  ServiceProviderForPrivacyQuery,
  ServiceProviderForPrivacyQueryVariables
>(
  "ServiceProviderForPrivacy",
  "query ServiceProviderForPrivacy($id:ID!){node(id:$id){...on ServiceProvider{id name service createdAt}}}",
  ["PRIVACY_OFFICER"],
);
export const AgreementsOfProvider = documentOf<
  AgreementsOfProviderQuery,
  AgreementsOfProviderQueryVariables
>(
  "AgreementsOfProvider",
  "query AgreementsOfProvider($id:ID!$first:Int!$after:String){node(id:$id){...on ServiceProvider{id agreements(first:$first after:$after){nodes{id kinds purposes inForceFrom endedAt}pageInfo{hasNextPage endCursor}}}}}",
  ["PRIVACY_OFFICER"],
);
export const DisclosuresToProvider = documentOf<
  DisclosuresToProviderQuery,
  DisclosuresToProviderQueryVariables
>(
  "DisclosuresToProvider",
  "query DisclosuresToProvider($id:ID!$first:Int!$after:String){node(id:$id){...on ServiceProvider{id disclosures(first:$first after:$after){nodes{id disclosedAt contactCount purposes fields outcome exportId sha256}pageInfo{hasNextPage endCursor}}}}}",
  ["PRIVACY_OFFICER"],
);
export const ServiceProviderCreate = documentOf<
  ServiceProviderCreateMutation,
  ServiceProviderCreateMutationVariables
>(
  "ServiceProviderCreate",
  "mutation ServiceProviderCreate($input:ServiceProviderCreateInput!){serviceProviderCreate(input:$input){serviceProvider{id name}userErrors{code field message}}}",
  ["PRIVACY_OFFICER"],
);
export const ProviderAgreementCreate = documentOf<
  ProviderAgreementCreateMutation,
  ProviderAgreementCreateMutationVariables
>(
  "ProviderAgreementCreate",
  "mutation ProviderAgreementCreate($input:ProviderAgreementCreateInput!){providerAgreementCreate(input:$input){agreement{id}userErrors{code field message}}}",
  ["PRIVACY_OFFICER"],
);
export const ProviderAgreementEnd = documentOf<
  ProviderAgreementEndMutation,
  ProviderAgreementEndMutationVariables
>(
  "ProviderAgreementEnd",
  "mutation ProviderAgreementEnd($input:ProviderAgreementEndInput!){providerAgreementEnd(input:$input){agreement{id}userErrors{code field message}}}",
  ["PRIVACY_OFFICER"],
);
