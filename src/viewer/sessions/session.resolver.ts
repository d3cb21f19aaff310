// One's own sessions, password and second factor, over GraphQL.
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { connectionOf } from "../../graphql/connection";
import type { Context } from "../../graphql/context";
import { checkId, notFound } from "../../graphql/input";
import { PageArguments } from "../../graphql/page";
import { readPage } from "../../graphql/reads/rows";
import type { Shown } from "../../graphql/shown";
import { UserError } from "../../graphql/user-error";
import { ListSize } from "../../limits/declared-cost";
import { changeOwnPassword } from "../passwords/change";
import {
  beginSecondFactor,
  confirmSecondFactor,
  renewOwnRecoveryCodes,
} from "../passwords/second-factor";
import { SecondFactorPayload } from "../sign-in/sign-in-types";
import { endOtherSessions, endSession, signOut } from "./end-session";
import { Session, sessionShape } from "./session";

const SessionConnection = connectionOf("Session", () => Session);

@InputType({ description: "Which session to end." })
export class SessionEndInput {
  @Field(() => ID, { description: "The session." })
  id!: string;
}

@ObjectType({ simpleResolvers: true, description: "What was ended." })
export class SessionEndPayload {
  @Field(() => Int, { description: "How many sessions ended now." })
  endedCount!: number;

  @ListSize(2)
  @Field(() => [UserError], { description: "Why none was ended." })
  userErrors!: UserError[];
}

@InputType({ description: "The old and the new password." })
export class PasswordChangeInput {
  @Field(() => String, { description: "The password so far." })
  password!: string;

  @Field(() => String, { description: "The new one: 10 to 128 characters of any kind." })
  newPassword!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: "Whether the password was changed. Your other sessions ended with it.",
})
export class PasswordChangePayload {
  @ListSize(2)
  @Field(() => [UserError], { description: "Why it was not." })
  userErrors!: UserError[];
}

@InputType({ description: "Your password, once more." })
export class SecondFactorBeginInput {
  @Field(() => String, { description: "Your password." })
  password!: string;
}

@InputType({ description: "The first code of the new second factor." })
export class SecondFactorConfirmInput {
  @Field(() => String, { description: "The challenge's token." })
  challenge!: string;

  @Field(() => String, { description: "Six digits of the app." })
  code!: string;
}

@Resolver(() => Session)
export class SessionResolver {
  @Query(() => SessionConnection, {
    description: "Where you are and were signed in, the latest first.",
  })
  mySessions(@Args(() => PageArguments) page: PageArguments, @Ctx() { viewer }: Context) {
    const order = { property: "id", isDescending: true };
    return readPage<Session>(viewer, sessionShape, { operation: "mySessions", page, order });
  }

  @FieldResolver(() => Boolean, { description: "Whether it is the session that asks." })
  isCurrent(@Root() { id }: Shown<Session>, @Ctx() { viewer }: Context): boolean {
    return id === viewer.sessionId;
  }

  @Mutation(() => SessionEndPayload, { description: "Sign out here." })
  async signOut(@Ctx() { viewer, caller }: Context): Promise<SessionEndPayload> {
    caller.keep = "";
    return { endedCount: await signOut(viewer), userErrors: [] };
  }

  @Mutation(() => SessionEndPayload, {
    description: "End one of your sessions. Repeating is harmless.",
  })
  async sessionEnd(
    @Arg("input", () => SessionEndInput, { description: "Which." }) { id }: SessionEndInput,
    @Ctx() { viewer }: Context,
  ): Promise<SessionEndPayload> {
    const wrong = checkId(id, "id");
    if (wrong) return { endedCount: 0, userErrors: [wrong] };
    const endedCount = await endSession(viewer, id);
    return { endedCount: endedCount ?? 0, userErrors: endedCount === null ? [notFound("id")] : [] };
  }

  @Mutation(() => SessionEndPayload, { description: "Sign out everywhere else." })
  async sessionEndOthers(@Ctx() { viewer }: Context): Promise<SessionEndPayload> {
    return { endedCount: await endOtherSessions(viewer), userErrors: [] };
  }

  @Mutation(() => PasswordChangePayload, { description: "Change your password." })
  async passwordChange(
    @Arg("input", () => PasswordChangeInput, { description: "Old and new." })
    input: PasswordChangeInput,
    @Ctx() { viewer }: Context,
  ): Promise<PasswordChangePayload> {
    return { userErrors: await changeOwnPassword(viewer, input) };
  }

  @Mutation(() => SecondFactorPayload, {
    description: "Begin to set up a second factor, or another one.",
  })
  secondFactorBegin(
    @Arg("input", () => SecondFactorBeginInput, { description: "Your password." })
    { password }: SecondFactorBeginInput,
    @Ctx() { viewer }: Context,
  ): Promise<SecondFactorPayload> {
    return beginSecondFactor(viewer, password);
  }

  @Mutation(() => SecondFactorPayload, { description: "Finish it with the first code." })
  secondFactorConfirm(
    @Arg("input", () => SecondFactorConfirmInput, { description: "The code." })
    input: SecondFactorConfirmInput,
    @Ctx() { viewer }: Context,
  ): Promise<SecondFactorPayload> {
    return confirmSecondFactor(viewer, input);
  }

  @Mutation(() => SecondFactorPayload, { description: "New recovery codes; the old ones end." })
  recoveryCodesRenew(
    @Arg("input", () => SecondFactorBeginInput, { description: "Your password." })
    { password }: SecondFactorBeginInput,
    @Ctx() { viewer }: Context,
  ): Promise<SecondFactorPayload> {
    return renewOwnRecoveryCodes(viewer, password);
  }
}
