// Written by .tools/documents.mjs from people.graphql: change that.
import { documentOf } from "../api/document";

type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type Incremental<T> =
  T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
export type BasisGround =
  | "ACCURACY_CONTESTED"
  | "EXISTING_CUSTOMER"
  | "INVOICES"
  | "NEEDED_FOR_CLAIMS"
  | "PROCESSING_UNLAWFUL"
  | "UNTIL_INFORMED";

export type BasisTransition =
  | "CONFIRMED"
  | "CONTRACT_ENDED"
  | "ESTABLISHED"
  | "EXPIRED"
  | "IMPORT_UNDONE"
  | "LIFTED"
  | "OBJECTED"
  | "RESTRICTED"
  | "SUPERSEDED"
  | "WITHDRAWN";

export type Channel = "EMAIL";

export type ConsentRecordInput = {
  evidence: EvidenceInput;
  id: string;
  kind: SubjectKind;
  noticeVersion: string;
  purpose: Purpose;
};

export type ConsentWithdrawInput = {
  evidence: EvidenceInput;
  id: string;
  kind: SubjectKind;
  purpose: Purpose;
};

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

export type EvidenceInput = {
  at?: string | null | undefined;
  source: string;
  wording: string;
};

export type ExistingCustomerRecordInput = {
  canObjectInEachMail: boolean;
  couldObjectWhenCollected: boolean;
  evidence: EvidenceInput;
  id: string;
  isForSimilarServices: boolean;
  wasObtainedWithSale: boolean;
};

export type LawfulBasis =
  | "CONSENT"
  | "CONTRACT"
  | "LEGAL_OBLIGATION"
  | "LEGITIMATE_INTERESTS"
  | "PUBLIC_TASK"
  | "VITAL_INTERESTS";

export type ObjectionDecideInput = {
  evidence: EvidenceInput;
  id: string;
  outcome: ObjectionOutcome;
};

export type ObjectionOutcome = "OVERRIDDEN" | "UPHELD";

export type ObjectionRecordInput = {
  evidence: EvidenceInput;
  id: string;
  kind: SubjectKind;
  purpose: Purpose;
};

export type Purpose =
  | "CUSTOMER_SUPPORT"
  | "LEGAL_OBLIGATIONS"
  | "MARKETING_AND_SALES"
  | "NEWSLETTER"
  | "SECURITY"
  | "SERVICE_IMPROVEMENT"
  | "SERVICE_PERFORMANCE";

export type RestrictionGround = "ACCURACY_CONTESTED" | "NEEDED_FOR_CLAIMS" | "PROCESSING_UNLAWFUL";

export type RestrictionLiftInput = {
  evidence: EvidenceInput;
  id: string;
};

export type RestrictionRecordInput = {
  evidence: EvidenceInput;
  ground: RestrictionGround;
  id: string;
  kind: SubjectKind;
};

export type SubjectKind =
  "CUSTOMER" | "CUSTOMER_CONTACT" | "PLATFORM_USER" | "PROSPECT" | "SUBSCRIBER";

export type RowOfLedgerFragment = {
  id: string;
  transition: BasisTransition;
  purpose: Purpose | null;
  lawfulBasis: LawfulBasis | null;
  ground: BasisGround | null;
  effectiveAt: string;
  recordedAt: string;
  validUntil: string | null;
  concerns: string | null;
  evidence: {
    source: string | null;
    wording: string | null;
    noticeVersion: string | null;
    givenAt: string | null;
    confirmedAt: string | null;
    isErased: boolean;
  } | null;
};

export type PersonByAddressQueryVariables = Exact<{
  emailAddress: string;
}>;

export type PersonByAddressQuery = {
  personSearch: Array<{
    kind: SubjectKind;
    id: string;
    customerId: string | null;
    name: string;
    emailAddress: string;
    createdAt: string;
    permittedPurposes: Array<Purpose>;
  }>;
};

export type LawfulnessOfRecordQueryVariables = Exact<{
  kind: SubjectKind;
  id: string;
}>;

export type LawfulnessOfRecordQuery = {
  lawfulness: {
    kind: SubjectKind;
    id: string;
    decisions: Array<{
      purpose: Purpose;
      isPermitted: boolean;
      because: string;
      until: string | null;
      basis: { id: string; lawfulBasis: LawfulBasis | null; effectiveAt: string } | null;
    }>;
    channels: Array<{ channel: Channel; isAllowed: boolean; because: string }>;
    ledger: Array<{
      id: string;
      transition: BasisTransition;
      purpose: Purpose | null;
      lawfulBasis: LawfulBasis | null;
      ground: BasisGround | null;
      effectiveAt: string;
      recordedAt: string;
      validUntil: string | null;
      concerns: string | null;
      evidence: {
        source: string | null;
        wording: string | null;
        noticeVersion: string | null;
        givenAt: string | null;
        confirmedAt: string | null;
        isErased: boolean;
      } | null;
    }>;
  } | null;
};

export type LawfulnessAtMomentQueryVariables = Exact<{
  kind: SubjectKind;
  id: string;
  at: string;
  knownAt?: string | null | undefined;
}>;

export type LawfulnessAtMomentQuery = {
  lawfulness: {
    kind: SubjectKind;
    id: string;
    decisions: Array<{
      purpose: Purpose;
      isPermitted: boolean;
      because: string;
      until: string | null;
      basis: { id: string; lawfulBasis: LawfulBasis | null; effectiveAt: string } | null;
    }>;
    ledger: Array<{ id: string }>;
  } | null;
};

export type ObjectionRecordMutationVariables = Exact<{
  input: ObjectionRecordInput;
}>;

export type ObjectionRecordMutation = {
  objectionRecord: {
    lawfulness: { id: string } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type ObjectionDecideMutationVariables = Exact<{
  input: ObjectionDecideInput;
}>;

export type ObjectionDecideMutation = {
  objectionDecide: {
    lawfulness: { id: string } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type RestrictionRecordMutationVariables = Exact<{
  input: RestrictionRecordInput;
}>;

export type RestrictionRecordMutation = {
  restrictionRecord: {
    lawfulness: { id: string } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type RestrictionLiftMutationVariables = Exact<{
  input: RestrictionLiftInput;
}>;

export type RestrictionLiftMutation = {
  restrictionLift: {
    lawfulness: { id: string } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type ConsentRecordMutationVariables = Exact<{
  input: ConsentRecordInput;
}>;

export type ConsentRecordMutation = {
  consentRecord: {
    lawfulness: { id: string } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type ConsentWithdrawMutationVariables = Exact<{
  input: ConsentWithdrawInput;
}>;

export type ConsentWithdrawMutation = {
  consentWithdraw: {
    lawfulness: { id: string } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type ExistingCustomerRecordMutationVariables = Exact<{
  input: ExistingCustomerRecordInput;
}>;

export type ExistingCustomerRecordMutation = {
  existingCustomerRecord: {
    lawfulness: { id: string } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export const PersonByAddress = documentOf<PersonByAddressQuery, PersonByAddressQueryVariables>(
  "PersonByAddress",
  "query PersonByAddress($emailAddress:String!){personSearch(emailAddress:$emailAddress){kind id customerId name emailAddress createdAt permittedPurposes}}",
  ["PRIVACY_OFFICER"],
);
export const LawfulnessOfRecord = documentOf<
  LawfulnessOfRecordQuery,
  LawfulnessOfRecordQueryVariables
>(
  "LawfulnessOfRecord",
  "query LawfulnessOfRecord($kind:SubjectKind!$id:ID!){lawfulness(kind:$kind id:$id){kind id decisions{purpose isPermitted because until basis{id lawfulBasis effectiveAt}}channels{channel isAllowed because}ledger{...RowOfLedger}}}fragment RowOfLedger on LawfulBasisEntry{id transition purpose lawfulBasis ground effectiveAt recordedAt validUntil concerns evidence{source wording noticeVersion givenAt confirmedAt isErased}}",
  ["PRIVACY_OFFICER"],
);
export const LawfulnessAtMoment = documentOf<
  LawfulnessAtMomentQuery,
  LawfulnessAtMomentQueryVariables
>(
  "LawfulnessAtMoment",
  "query LawfulnessAtMoment($kind:SubjectKind!$id:ID!$at:DateTime!$knownAt:DateTime){lawfulness(kind:$kind id:$id at:$at knownAt:$knownAt){kind id decisions{purpose isPermitted because until basis{id lawfulBasis effectiveAt}}ledger{id}}}",
  ["PRIVACY_OFFICER"],
);
export const ObjectionRecord = documentOf<
  ObjectionRecordMutation,
  ObjectionRecordMutationVariables
>(
  "ObjectionRecord",
  "mutation ObjectionRecord($input:ObjectionRecordInput!){objectionRecord(input:$input){lawfulness{id}userErrors{code field message}}}",
  ["PRIVACY_OFFICER"],
);
export const ObjectionDecide = documentOf<
  ObjectionDecideMutation,
  ObjectionDecideMutationVariables
>(
  "ObjectionDecide",
  "mutation ObjectionDecide($input:ObjectionDecideInput!){objectionDecide(input:$input){lawfulness{id}userErrors{code field message}}}",
  ["PRIVACY_OFFICER"],
);
export const RestrictionRecord = documentOf<
  RestrictionRecordMutation,
  RestrictionRecordMutationVariables
>(
  "RestrictionRecord",
  "mutation RestrictionRecord($input:RestrictionRecordInput!){restrictionRecord(input:$input){lawfulness{id}userErrors{code field message}}}",
  ["PRIVACY_OFFICER"],
);
export const RestrictionLift = documentOf<
  RestrictionLiftMutation,
  RestrictionLiftMutationVariables
>(
  "RestrictionLift",
  "mutation RestrictionLift($input:RestrictionLiftInput!){restrictionLift(input:$input){lawfulness{id}userErrors{code field message}}}",
  ["PRIVACY_OFFICER"],
);
export const ConsentRecord = documentOf<ConsentRecordMutation, ConsentRecordMutationVariables>(
  "ConsentRecord",
  "mutation ConsentRecord($input:ConsentRecordInput!){consentRecord(input:$input){lawfulness{id}userErrors{code field message}}}",
  ["PRIVACY_OFFICER"],
);
export const ConsentWithdraw = documentOf<
  ConsentWithdrawMutation,
  ConsentWithdrawMutationVariables
>(
  "ConsentWithdraw",
  "mutation ConsentWithdraw($input:ConsentWithdrawInput!){consentWithdraw(input:$input){lawfulness{id}userErrors{code field message}}}",
  ["PRIVACY_OFFICER"],
);
export const ExistingCustomerRecord = documentOf<
  ExistingCustomerRecordMutation,
  ExistingCustomerRecordMutationVariables
>(
  "ExistingCustomerRecord",
  "mutation ExistingCustomerRecord($input:ExistingCustomerRecordInput!){existingCustomerRecord(input:$input){lawfulness{id}userErrors{code field message}}}",
  ["PRIVACY_OFFICER"],
);
