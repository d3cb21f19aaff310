// What signing in takes and answers.
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { UserError } from "../../graphql/user-error";
import { ListSize } from "../../limits/declared-cost";
import type { Audience } from "../audience";
import { AudienceType } from "../audience-type";

export enum RefreshTokenKeeping {
  COOKIE = "COOKIE",
  ANSWER = "ANSWER",
}
registerEnumType(RefreshTokenKeeping, {
  name: "RefreshTokenKeeping",
  description: "Where the refresh token goes.",
  valuesConfig: {
    COOKIE: { description: "Into a cookie that no script can read: for browsers." },
    ANSWER: { description: "Into the answer: for programs, which keep it themselves." },
  },
});

export enum SignInStep {
  CHOOSE = "CHOOSE",
  SECOND_FACTOR = "SECOND_FACTOR",
  SET_UP_SECOND_FACTOR = "SET_UP_SECOND_FACTOR",
}
registerEnumType(SignInStep, {
  name: "SignInStep",
  description: "What is still asked.",
  valuesConfig: {
    CHOOSE: { description: "As whom: call signInChoose with one of the choices." },
    SECOND_FACTOR: {
      description: "The code of your app, or a recovery code: call signInConfirm with it.",
    },
    SET_UP_SECOND_FACTOR: {
      description:
        "Put the secret into an authenticator app, and call signInConfirm with its first code.",
    },
  },
});

@ObjectType({ simpleResolvers: true, description: "One of those you may sign in as." })
export class SignInChoice {
  @Field(() => ID, { description: "Give it to signInChoose." })
  id!: string;

  @Field(() => AudienceType, { description: "The role in which you would act." })
  audience!: Audience;

  @Field(() => String, { nullable: true, description: "The customer that you would act for." })
  customerName!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "What is still asked before you are signed in." })
export class SignInChallenge {
  @Field(() => String, { description: "Give it back with the answer, within five minutes." })
  token!: string;

  @Field(() => SignInStep, { description: "What is asked." })
  step!: SignInStep;

  @ListSize(3)
  @Field(() => [SignInChoice], { description: "Those you may sign in as, where that is asked." })
  choices!: SignInChoice[];

  @Field(() => String, { nullable: true, description: "The new secret, in Base32." })
  secret!: string | null;

  @Field(() => String, { nullable: true, description: "The same as an address, for a QR code." })
  otpauthUri!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "You are signed in." })
export class SessionTokens {
  @Field(() => ID, { description: "The session." })
  sessionId!: string;

  @Field(() => String, { description: "Send it as `Authorization: Bearer …`." })
  accessToken!: string;

  @Field(() => Int, { description: "How long it is good for." })
  expiresInSeconds!: number;

  @Field(() => String, {
    nullable: true,
    description: "For sessionRefresh, once. Null where a cookie keeps it.",
  })
  refreshToken!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: "You are signed in, or something is still asked.",
})
export class SignInPayload {
  @Field(() => SessionTokens, {
    nullable: true,
    description: "The session, once nothing is asked.",
  })
  session!: SessionTokens | null;

  @Field(() => SignInChallenge, { nullable: true, description: "What is still asked." })
  challenge!: SignInChallenge | null;

  @ListSize(10)
  @Field(() => [String], {
    description: "Shown once, with a new second factor: each stands in for one code. Print them.",
  })
  recoveryCodes!: string[];

  @ListSize(2)
  @Field(() => [UserError], { description: "Why you are not signed in." })
  userErrors!: UserError[];
}

@ObjectType({ simpleResolvers: true, description: "A second factor, on the way to being set up." })
export class SecondFactorPayload {
  @Field(() => SignInChallenge, {
    nullable: true,
    description: "The secret for the app; call secondFactorConfirm with its first code.",
  })
  challenge!: SignInChallenge | null;

  @ListSize(10)
  @Field(() => [String], { description: "Shown once: each stands in for one code. Print them." })
  recoveryCodes!: string[];

  @ListSize(2)
  @Field(() => [UserError], { description: "Why not." })
  userErrors!: UserError[];
}

@InputType({ description: "Address and password." })
export class SignInInput {
  @Field(() => String, { description: "Your e-mail address." })
  emailAddress!: string;

  @Field(() => String, { description: "Your password." })
  password!: string;

  @Field(() => RefreshTokenKeeping, {
    defaultValue: RefreshTokenKeeping.ANSWER,
    description: "Where the refresh token goes.",
  })
  keepIn!: RefreshTokenKeeping;
}

@InputType({ description: "As whom." })
export class SignInChooseInput {
  @Field(() => String, { description: "The challenge's token." })
  challenge!: string;

  @Field(() => ID, { description: "The choice." })
  choice!: string;

  @Field(() => RefreshTokenKeeping, {
    defaultValue: RefreshTokenKeeping.ANSWER,
    description: "Where the refresh token goes.",
  })
  keepIn!: RefreshTokenKeeping;
}

@InputType({ description: "The code." })
export class SignInConfirmInput {
  @Field(() => String, { description: "The challenge's token." })
  challenge!: string;

  @Field(() => String, { description: "Six digits of the app, or a recovery code." })
  code!: string;

  @Field(() => RefreshTokenKeeping, {
    defaultValue: RefreshTokenKeeping.ANSWER,
    description: "Where the refresh token goes.",
  })
  keepIn!: RefreshTokenKeeping;
}

@InputType({ description: "The refresh token." })
export class SessionRefreshInput {
  @Field(() => String, {
    nullable: true,
    description: "The token; leave it out where a cookie keeps it.",
  })
  refreshToken?: string | null;
}
