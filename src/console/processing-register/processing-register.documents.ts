// Written by .tools/documents.mjs from processing-register.graphql: change that.
import { documentOf } from "../api/document";

type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type Incremental<T> =
  T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
export type LawfulBasis =
  | "CONSENT"
  | "CONTRACT"
  | "LEGAL_OBLIGATION"
  | "LEGITIMATE_INTERESTS"
  | "PUBLIC_TASK"
  | "VITAL_INTERESTS";

export type Purpose =
  | "CUSTOMER_SUPPORT"
  | "LEGAL_OBLIGATIONS"
  | "MARKETING_AND_SALES"
  | "NEWSLETTER"
  | "SECURITY"
  | "SERVICE_IMPROVEMENT"
  | "SERVICE_PERFORMANCE";

export type SubjectKind =
  "CUSTOMER" | "CUSTOMER_CONTACT" | "PLATFORM_USER" | "PROSPECT" | "SUBSCRIBER";

export type ProcessingRegisterForPrivacyQueryVariables = Exact<{ [key: string]: never }>;

export type ProcessingRegisterForPrivacyQuery = {
  processingRegister: Array<{
    activity: string;
    kind: SubjectKind | null;
    ourRole: string;
    data: string;
    conditions: string;
    purposes: Array<{ purpose: Purpose; lawfulBases: Array<LawfulBasis> }>;
  }>;
};

export const ProcessingRegisterForPrivacy = documentOf<
  ProcessingRegisterForPrivacyQuery,
  ProcessingRegisterForPrivacyQueryVariables
>(
  "ProcessingRegisterForPrivacy",
  "query ProcessingRegisterForPrivacy{processingRegister{activity kind ourRole data conditions purposes{purpose lawfulBases}}}",
  ["PRIVACY_OFFICER"],
);
