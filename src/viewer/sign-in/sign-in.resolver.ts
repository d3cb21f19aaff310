// Signing in, over GraphQL: for whoever is nobody yet.
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from "type-graphql";
import type { Context } from "../../graphql/context";
import { UserError } from "../../graphql/user-error";
import { ListSize } from "../../limits/declared-cost";
import { acceptInvitation } from "../invitations/accept";
import { requestPasswordReset, resetPassword } from "../passwords/reset";
import { refreshSession } from "../sessions/refresh";
import { signInPayload } from "./answer";
import { signInChoose } from "./choose";
import { signInConfirm } from "./confirm";
import { signIn } from "./sign-in";
import {
  RefreshTokenKeeping,
  SessionRefreshInput,
  SignInChooseInput,
  SignInConfirmInput,
  SignInInput,
  SignInPayload,
} from "./sign-in-types";

const WRONG_PASSWORD =
  "Address and password don't belong together. Try again, or reset the password.";
const WRONG_ANSWER =
  "That is not right, it was used before, or it took too long. A code is good once: wait for the next, or sign in anew.";
const WRONG_TOKEN = "The session is over. Sign in again.";

@InputType({ description: "Whose password was forgotten." })
export class PasswordResetRequestInput {
  @Field(() => String, { description: "The address that signs in." })
  emailAddress!: string;
}

@ObjectType({ simpleResolvers: true, description: "What happens now; the same for every address." })
export class PasswordResetRequestPayload {
  @Field(() => String, { description: "For people." })
  message!: string;
}

@InputType({ description: "A password to set with a link." })
export class LinkPasswordInput {
  @Field(() => String, { description: "The token in the link." })
  token!: string;

  @Field(() => String, { description: "The password: 10 to 128 characters of any kind." })
  password!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "Whether the password was set. Sign in with it.",
})
export class LinkPasswordPayload {
  @ListSize(2)
  @Field(() => [UserError], { description: "Why it was not." })
  userErrors!: UserError[];
}

@Resolver()
export class SignInResolver {
  @Mutation(() => SignInPayload, { description: "Sign in with address and password." })
  async signIn(
    @Arg("input", () => SignInInput, { description: "Address and password." }) input: SignInInput,
    @Ctx() { viewer, caller }: Context,
  ) {
    const step = await signIn(viewer, caller, input);
    return signInPayload(caller, step, input.keepIn, WRONG_PASSWORD);
  }

  @Mutation(() => SignInPayload, { description: "Say as whom, where one password fits several." })
  async signInChoose(
    @Arg("input", () => SignInChooseInput, { description: "As whom." }) input: SignInChooseInput,
    @Ctx() { viewer, caller }: Context,
  ) {
    const step = await signInChoose(viewer, caller, input);
    return signInPayload(caller, step, input.keepIn, WRONG_ANSWER);
  }

  @Mutation(() => SignInPayload, { description: "Give the code of the second factor." })
  async signInConfirm(
    @Arg("input", () => SignInConfirmInput, { description: "The code." }) input: SignInConfirmInput,
    @Ctx() { viewer, caller }: Context,
  ) {
    const step = await signInConfirm(viewer, caller, input);
    return signInPayload(caller, step, input.keepIn, WRONG_ANSWER);
  }

  @Mutation(() => SignInPayload, {
    description: "A new access token, for a refresh token that serves once.",
  })
  async sessionRefresh(
    @Arg("input", () => SessionRefreshInput, { description: "The refresh token." })
    input: SessionRefreshInput,
    @Ctx() { viewer, caller }: Context,
  ) {
    const token = input.refreshToken ?? caller.keptToken ?? "";
    const session = await refreshSession(viewer, token);
    const keepIn = input.refreshToken ? RefreshTokenKeeping.ANSWER : RefreshTokenKeeping.COOKIE;
    if (!session && keepIn === RefreshTokenKeeping.COOKIE) caller.keep = "";
    return signInPayload(caller, session && { step: "DONE", session }, keepIn, WRONG_TOKEN);
  }

  @Mutation(() => PasswordResetRequestPayload, {
    description: "Ask for a link to set a new password.",
  })
  async passwordResetRequest(
    @Arg("input", () => PasswordResetRequestInput, { description: "For which address." })
    input: PasswordResetRequestInput,
    @Ctx() { viewer, caller }: Context,
  ) {
    await requestPasswordReset(viewer, caller, input.emailAddress);
    return {
      message:
        "If somebody signs in with this address, a link is on its way to it. It works for an hour.",
    };
  }

  @Mutation(() => LinkPasswordPayload, {
    description: "Set a new password with the link of a reset.",
  })
  async passwordReset(
    @Arg("input", () => LinkPasswordInput, { description: "Token and password." })
    input: LinkPasswordInput,
    @Ctx() { viewer, caller }: Context,
  ) {
    return { userErrors: await resetPassword(viewer, caller, input) };
  }

  @Mutation(() => LinkPasswordPayload, {
    description: "Accept an invitation, and choose the password to sign in with.",
  })
  async invitationAccept(
    @Arg("input", () => LinkPasswordInput, { description: "Token and password." })
    input: LinkPasswordInput,
    @Ctx() { viewer, caller }: Context,
  ) {
    return { userErrors: await acceptInvitation(viewer, caller, input) };
  }
}
