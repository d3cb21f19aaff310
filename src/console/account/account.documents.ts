// Written by .tools/documents.mjs from account.graphql: change that.
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

export type PasswordChangeInput = {
  newPassword: string;
  password: string;
};

export type SecondFactorBeginInput = {
  password: string;
};

export type SecondFactorConfirmInput = {
  challenge: string;
  code: string;
};

export type SessionEnd =
  "DEACTIVATED" | "ENDED_BY_PERSON" | "PASSWORD_CHANGED" | "SIGNED_OUT" | "TOKEN_REUSED";

export type SessionEndInput = {
  id: string;
};

export type MySessionsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;

export type MySessionsQuery = {
  mySessions: {
    nodes: Array<{
      id: string;
      audience: Audience;
      device: string | null;
      startedAt: string;
      lastUsedAt: string;
      expiresAt: string;
      endedAt: string | null;
      endReason: SessionEnd | null;
      isCurrent: boolean;
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type SessionEndMutationVariables = Exact<{
  input: SessionEndInput;
}>;

export type SessionEndMutation = {
  sessionEnd: {
    endedCount: number;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type PasswordChangeMutationVariables = Exact<{
  input: PasswordChangeInput;
}>;

export type PasswordChangeMutation = {
  passwordChange: { userErrors: Array<{ code: ErrorCode; field: string | null; message: string }> };
};

export type SecondFactorBeginMutationVariables = Exact<{
  input: SecondFactorBeginInput;
}>;

export type SecondFactorBeginMutation = {
  secondFactorBegin: {
    challenge: { token: string; secret: string | null; otpauthUri: string | null } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type SecondFactorConfirmMutationVariables = Exact<{
  input: SecondFactorConfirmInput;
}>;

export type SecondFactorConfirmMutation = {
  secondFactorConfirm: {
    recoveryCodes: Array<string>;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type RecoveryCodesRenewMutationVariables = Exact<{
  input: SecondFactorBeginInput;
}>;

export type RecoveryCodesRenewMutation = {
  recoveryCodesRenew: {
    recoveryCodes: Array<string>;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export const MySessions = documentOf<MySessionsQuery, MySessionsQueryVariables>(
  "MySessions",
  "query MySessions($first:Int!$after:String){mySessions(first:$first after:$after){nodes{id audience device startedAt lastUsedAt expiresAt endedAt endReason isCurrent}pageInfo{hasNextPage endCursor}}}",
  null,
);
export const SessionEnd = documentOf<SessionEndMutation, SessionEndMutationVariables>(
  "SessionEnd",
  "mutation SessionEnd($input:SessionEndInput!){sessionEnd(input:$input){endedCount userErrors{code field message}}}",
  null,
);
export const PasswordChange = documentOf<PasswordChangeMutation, PasswordChangeMutationVariables>(
  "PasswordChange",
  "mutation PasswordChange($input:PasswordChangeInput!){passwordChange(input:$input){userErrors{code field message}}}",
  null,
);
export const SecondFactorBegin = documentOf<
  SecondFactorBeginMutation,
  SecondFactorBeginMutationVariables
>(
  "SecondFactorBegin",
  "mutation SecondFactorBegin($input:SecondFactorBeginInput!){secondFactorBegin(input:$input){challenge{token secret otpauthUri}userErrors{code field message}}}",
  null,
);
export const SecondFactorConfirm = documentOf<
  SecondFactorConfirmMutation,
  SecondFactorConfirmMutationVariables
>(
  "SecondFactorConfirm",
  "mutation SecondFactorConfirm($input:SecondFactorConfirmInput!){secondFactorConfirm(input:$input){recoveryCodes userErrors{code field message}}}",
  null,
);
export const RecoveryCodesRenew = documentOf<
  RecoveryCodesRenewMutation,
  RecoveryCodesRenewMutationVariables
>(
  "RecoveryCodesRenew",
  "mutation RecoveryCodesRenew($input:SecondFactorBeginInput!){recoveryCodesRenew(input:$input){recoveryCodes userErrors{code field message}}}",
  null,
);
