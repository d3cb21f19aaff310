// Written by .tools/documents.mjs from invitations.graphql: change that.
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

export type InvitationInput = {
  id: string;
};

export type InvitationState = "ACCEPTED" | "EXPIRED" | "OPEN" | "WITHDRAWN";

export type UserInviteInput = {
  emailAddress: string;
  name: string;
  role?: UserRole;
};

export type UserRole = "ACCOUNT_ADMINISTRATOR" | "USER";

export type InvitationsOfOursQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type InvitationsOfOursQuery = {
  userInvitations: {
    nodes: Array<{
      id: string;
      name: string;
      emailAddress: string;
      role: UserRole;
      state: InvitationState;
      invitedAt: string;
      expiresAt: string;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type UserInviteMutationVariables = Exact<{
  input: UserInviteInput;
}>;

export type UserInviteMutation = {
  userInvite: {
    invitation: { id: string; emailAddress: string; expiresAt: string } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type InvitationOfOursResendMutationVariables = Exact<{
  input: InvitationInput;
}>;

export type InvitationOfOursResendMutation = {
  userInvitationResend: {
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type InvitationOfOursWithdrawMutationVariables = Exact<{
  input: InvitationInput;
}>;

export type InvitationOfOursWithdrawMutation = {
  userInvitationWithdraw: {
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export const InvitationsOfOurs = documentOf<
  InvitationsOfOursQuery,
  InvitationsOfOursQueryVariables
>(
  "InvitationsOfOurs",
  "query InvitationsOfOurs($first:Int!$after:String){userInvitations(first:$first after:$after){nodes{id name emailAddress role state invitedAt expiresAt}pageInfo{hasNextPage endCursor}}}",
  ["ACCOUNT_ADMINISTRATOR"],
);
export const UserInvite = documentOf<UserInviteMutation, UserInviteMutationVariables>(
  "UserInvite",
  "mutation UserInvite($input:UserInviteInput!){userInvite(input:$input){invitation{id emailAddress expiresAt}userErrors{code field message}}}",
  ["ACCOUNT_ADMINISTRATOR"],
);
export const InvitationOfOursResend = documentOf<
  InvitationOfOursResendMutation,
  InvitationOfOursResendMutationVariables
>(
  "InvitationOfOursResend",
  "mutation InvitationOfOursResend($input:InvitationInput!){userInvitationResend(input:$input){userErrors{code field message}}}",
  ["ACCOUNT_ADMINISTRATOR"],
);
export const InvitationOfOursWithdraw = documentOf<
  InvitationOfOursWithdrawMutation,
  InvitationOfOursWithdrawMutationVariables
>(
  "InvitationOfOursWithdraw",
  "mutation InvitationOfOursWithdraw($input:InvitationInput!){userInvitationWithdraw(input:$input){userErrors{code field message}}}",
  ["ACCOUNT_ADMINISTRATOR"],
);
