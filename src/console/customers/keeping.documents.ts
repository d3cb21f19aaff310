// Written by .tools/documents.mjs from keeping.graphql: change that.
import { documentOf } from "../api/document";

type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };

export type Incremental<T> =
  T | { [P in keyof T]?: P extends " $fragmentName" | "__typename" ? T[P] : never };
export type CustomerCreateInput = {
  country: string;
  name: string;
};

export type CustomerInput = {
  id: string;
};

export type CustomerState = "ACTIVE" | "CLOSED";

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

export type FirstAdministratorInviteInput = {
  customerId: string;
  emailAddress: string;
  name: string;
};

export type InvitationInput = {
  id: string;
};

export type InvitationState = "ACCEPTED" | "EXPIRED" | "OPEN" | "WITHDRAWN";

export type Purpose =
  | "CUSTOMER_SUPPORT"
  | "LEGAL_OBLIGATIONS"
  | "MARKETING_AND_SALES"
  | "NEWSLETTER"
  | "SECURITY"
  | "SERVICE_IMPROVEMENT"
  | "SERVICE_PERFORMANCE";

export type CustomerForOperatorQueryVariables = Exact<{
  id: string;
}>;

export type CustomerForOperatorQuery = {
  customer: {
    id: string;
    name: string;
    country: string;
    state: CustomerState;
    createdAt: string;
    permittedPurposes: Array<Purpose>;
  } | null;
};

export type AdministratorInvitationsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type AdministratorInvitationsQuery = {
  userInvitations: {
    nodes: Array<{
      id: string;
      customerId: string;
      name: string;
      emailAddress: string;
      state: InvitationState;
      invitedAt: string;
      expiresAt: string;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type CustomerCreateMutationVariables = Exact<{
  input: CustomerCreateInput;
}>;

export type CustomerCreateMutation = {
  customerCreate: {
    customer: { id: string; name: string } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type CustomerCloseMutationVariables = Exact<{
  input: CustomerInput;
}>;

export type CustomerCloseMutation = {
  customerClose: { userErrors: Array<{ code: ErrorCode; field: string | null; message: string }> };
};

export type CustomerReopenMutationVariables = Exact<{
  input: CustomerInput;
}>;

export type CustomerReopenMutation = {
  customerReopen: { userErrors: Array<{ code: ErrorCode; field: string | null; message: string }> };
};

export type CustomerEndContractMutationVariables = Exact<{
  input: CustomerInput;
}>;

export type CustomerEndContractMutation = {
  customerEndContract: {
    closedRecords: number | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type FirstAdministratorInviteMutationVariables = Exact<{
  input: FirstAdministratorInviteInput;
}>;

export type FirstAdministratorInviteMutation = {
  firstAdministratorInvite: {
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type AdministratorInvitationResendMutationVariables = Exact<{
  input: InvitationInput;
}>;

export type AdministratorInvitationResendMutation = {
  userInvitationResend: {
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type AdministratorInvitationWithdrawMutationVariables = Exact<{
  input: InvitationInput;
}>;

export type AdministratorInvitationWithdrawMutation = {
  userInvitationWithdraw: {
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export const CustomerForOperator = documentOf<
  CustomerForOperatorQuery,
  CustomerForOperatorQueryVariables
>(
  "CustomerForOperator",
  "query CustomerForOperator($id:ID!){customer(id:$id){id name country state createdAt permittedPurposes}}",
  ["SUPPORT", "OPERATOR", "ACCOUNT_ADMINISTRATOR"],
);
export const AdministratorInvitations = documentOf<
  AdministratorInvitationsQuery,
  AdministratorInvitationsQueryVariables
>(
  "AdministratorInvitations",
  "query AdministratorInvitations($first:Int!$after:String){userInvitations(first:$first after:$after){nodes{id customerId name emailAddress state invitedAt expiresAt}pageInfo{hasNextPage endCursor}}}",
  ["OPERATOR", "ACCOUNT_ADMINISTRATOR"],
);
export const CustomerCreate = documentOf<CustomerCreateMutation, CustomerCreateMutationVariables>(
  "CustomerCreate",
  "mutation CustomerCreate($input:CustomerCreateInput!){customerCreate(input:$input){customer{id name}userErrors{code field message}}}",
  ["OPERATOR"],
);
export const CustomerClose = documentOf<CustomerCloseMutation, CustomerCloseMutationVariables>(
  "CustomerClose",
  "mutation CustomerClose($input:CustomerInput!){customerClose(input:$input){userErrors{code field message}}}",
  ["OPERATOR"],
);
export const CustomerReopen = documentOf<CustomerReopenMutation, CustomerReopenMutationVariables>(
  "CustomerReopen",
  "mutation CustomerReopen($input:CustomerInput!){customerReopen(input:$input){userErrors{code field message}}}",
  ["OPERATOR"],
);
export const CustomerEndContract = documentOf<
  CustomerEndContractMutation,
  CustomerEndContractMutationVariables
>(
  "CustomerEndContract",
  "mutation CustomerEndContract($input:CustomerInput!){customerEndContract(input:$input){closedRecords userErrors{code field message}}}",
  ["OPERATOR", "ACCOUNT_ADMINISTRATOR"],
);
export const FirstAdministratorInvite = documentOf<
  FirstAdministratorInviteMutation,
  FirstAdministratorInviteMutationVariables
>(
  "FirstAdministratorInvite",
  "mutation FirstAdministratorInvite($input:FirstAdministratorInviteInput!){firstAdministratorInvite(input:$input){userErrors{code field message}}}",
  ["OPERATOR"],
);
export const AdministratorInvitationResend = documentOf<
  AdministratorInvitationResendMutation,
  AdministratorInvitationResendMutationVariables
>(
  "AdministratorInvitationResend",
  "mutation AdministratorInvitationResend($input:InvitationInput!){userInvitationResend(input:$input){userErrors{code field message}}}",
  ["OPERATOR", "ACCOUNT_ADMINISTRATOR"],
);
export const AdministratorInvitationWithdraw = documentOf<
  AdministratorInvitationWithdrawMutation,
  AdministratorInvitationWithdrawMutationVariables
>(
  "AdministratorInvitationWithdraw",
  "mutation AdministratorInvitationWithdraw($input:InvitationInput!){userInvitationWithdraw(input:$input){userErrors{code field message}}}",
  ["OPERATOR", "ACCOUNT_ADMINISTRATOR"],
);
