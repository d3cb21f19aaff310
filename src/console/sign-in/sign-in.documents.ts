// Written by .tools/documents.mjs from sign-in.graphql: change that.
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

export type PasswordResetRequestInput = {
  emailAddress: string;
};

export type RefreshTokenKeeping = "ANSWER" | "COOKIE";

export type SignInChooseInput = {
  challenge: string;
  choice: string;
  keepIn?: RefreshTokenKeeping;
};

export type SignInConfirmInput = {
  challenge: string;
  code: string;
  keepIn?: RefreshTokenKeeping;
};

export type SignInInput = {
  emailAddress: string;
  keepIn?: RefreshTokenKeeping;
  password: string;
};

export type SignInStep = "CHOOSE" | "SECOND_FACTOR" | "SET_UP_SECOND_FACTOR";

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;

export type SignInMutation = {
  signIn: {
    recoveryCodes: Array<string>;
    session: { accessToken: string; expiresInSeconds: number } | null;
    challenge: {
      token: string;
      step: SignInStep;
      secret: string | null;
      otpauthUri: string | null;
      choices: Array<{ id: string; audience: Audience; customerName: string | null }>;
    } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type SignInChooseMutationVariables = Exact<{
  input: SignInChooseInput;
}>;

export type SignInChooseMutation = {
  signInChoose: {
    recoveryCodes: Array<string>;
    session: { accessToken: string; expiresInSeconds: number } | null;
    challenge: {
      token: string;
      step: SignInStep;
      secret: string | null;
      otpauthUri: string | null;
      choices: Array<{ id: string; audience: Audience; customerName: string | null }>;
    } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type SignInConfirmMutationVariables = Exact<{
  input: SignInConfirmInput;
}>;

export type SignInConfirmMutation = {
  signInConfirm: {
    recoveryCodes: Array<string>;
    session: { accessToken: string; expiresInSeconds: number } | null;
    challenge: {
      token: string;
      step: SignInStep;
      secret: string | null;
      otpauthUri: string | null;
      choices: Array<{ id: string; audience: Audience; customerName: string | null }>;
    } | null;
    userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
  };
};

export type StepFragment = {
  recoveryCodes: Array<string>;
  session: { accessToken: string; expiresInSeconds: number } | null;
  challenge: {
    token: string;
    step: SignInStep;
    secret: string | null;
    otpauthUri: string | null;
    choices: Array<{ id: string; audience: Audience; customerName: string | null }>;
  } | null;
  userErrors: Array<{ code: ErrorCode; field: string | null; message: string }>;
};

export type PasswordResetRequestMutationVariables = Exact<{
  input: PasswordResetRequestInput;
}>;

export type PasswordResetRequestMutation = { passwordResetRequest: { message: string } };

export const SignIn = documentOf<SignInMutation, SignInMutationVariables>(
  "SignIn",
  "mutation SignIn($input:SignInInput!){signIn(input:$input){...Step}}fragment Step on SignInPayload{session{accessToken expiresInSeconds}challenge{token step secret otpauthUri choices{id audience customerName}}recoveryCodes userErrors{code field message}}",
  ["PUBLIC"],
);
export const SignInChoose = documentOf<SignInChooseMutation, SignInChooseMutationVariables>(
  "SignInChoose",
  "mutation SignInChoose($input:SignInChooseInput!){signInChoose(input:$input){...Step}}fragment Step on SignInPayload{session{accessToken expiresInSeconds}challenge{token step secret otpauthUri choices{id audience customerName}}recoveryCodes userErrors{code field message}}",
  ["PUBLIC"],
);
export const SignInConfirm = documentOf<SignInConfirmMutation, SignInConfirmMutationVariables>(
  "SignInConfirm",
  "mutation SignInConfirm($input:SignInConfirmInput!){signInConfirm(input:$input){...Step}}fragment Step on SignInPayload{session{accessToken expiresInSeconds}challenge{token step secret otpauthUri choices{id audience customerName}}recoveryCodes userErrors{code field message}}",
  ["PUBLIC"],
);
export const PasswordResetRequest = documentOf<
  PasswordResetRequestMutation,
  PasswordResetRequestMutationVariables
>(
  "PasswordResetRequest",
  "mutation PasswordResetRequest($input:PasswordResetRequestInput!){passwordResetRequest(input:$input){message}}",
  ["PUBLIC"],
);
