// Invitations over GraphQL.
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { connectionOf } from "../graphql/connection";
import type { Context } from "../graphql/context";
import { PageArguments } from "../graphql/page";
import { readPage } from "../graphql/reads/rows";
import type { Shown } from "../graphql/shown";
import type { UserError } from "../graphql/user-error";
import type { Viewer } from "../viewer/viewer";
import { resend, withdraw } from "./change";
import { InvitationState, StaffInvitation, stateOf, UserInvitation } from "./invitation";
import {
  firstAdministratorInvite,
  FirstAdministratorInviteInput,
  type Invited,
  staffInvite,
  StaffInviteInput,
  userInvite,
  UserInviteInput,
} from "./invite";
import { type InvitationKind, STAFF, USER } from "./kinds";
import { invitationNow, StaffInvitationPayload, UserInvitationPayload } from "./payload";
import "./scope";

const UserInvitationConnection = connectionOf("UserInvitation", () => UserInvitation);
const StaffInvitationConnection = connectionOf("StaffInvitation", () => StaffInvitation);
const NEWEST_FIRST = { property: "id", isDescending: true };

@InputType({ description: "Which invitation." })
export class InvitationInput {
  @Field(() => ID, { description: "The invitation." })
  id!: string;
}

const invited = <T>(viewer: Viewer, kind: InvitationKind<T>, operation: string, outcome: Invited) =>
  invitationNow(viewer, kind, { operation, ...outcome });

type Change = typeof resend;
async function changed<T>(
  viewer: Viewer,
  kind: InvitationKind<T>,
  change: Change,
  operation: string,
  id: string,
) {
  const fault: UserError | null = await change(viewer, kind, id, operation);
  return invitationNow(viewer, kind, { operation, id, userErrors: fault ? [fault] : [] });
}

@Resolver(() => UserInvitation)
export class UserInvitationResolver {
  @Query(() => UserInvitationConnection, { description: "Whom you invited, the latest first." })
  userInvitations(@Args(() => PageArguments) page: PageArguments, @Ctx() { viewer }: Context) {
    return readPage<UserInvitation>(viewer, USER.shape, {
      operation: "userInvitations",
      page,
      order: NEWEST_FIRST,
    });
  }

  @FieldResolver(() => InvitationState, { description: "What became of it." })
  state(@Root() invitation: Shown<UserInvitation>) {
    return stateOf(invitation);
  }

  @Mutation(() => UserInvitationPayload, {
    description: "Invite somebody to your account, by a link to their address.",
  })
  async userInvite(
    @Arg("input", () => UserInviteInput, { description: "Whom." }) input: UserInviteInput,
    @Ctx() { viewer }: Context,
  ) {
    return invited(viewer, USER, "userInvite", await userInvite(viewer, input));
  }

  @Mutation(() => UserInvitationPayload, {
    description: "Invite the first administrator of a customer.",
  })
  async firstAdministratorInvite(
    @Arg("input", () => FirstAdministratorInviteInput, { description: "Whom." })
    input: FirstAdministratorInviteInput,
    @Ctx() { viewer }: Context,
  ) {
    return invited(
      viewer,
      USER,
      "firstAdministratorInvite",
      await firstAdministratorInvite(viewer, input),
    );
  }

  @Mutation(() => UserInvitationPayload, {
    description: "Send it again: a new link, seven days; the old link ends.",
  })
  userInvitationResend(
    @Arg("input", () => InvitationInput, { description: "Which." }) { id }: InvitationInput,
    @Ctx() { viewer }: Context,
  ) {
    return changed(viewer, USER, resend, "userInvitationResend", id);
  }

  @Mutation(() => UserInvitationPayload, { description: "Take it back. Repeating is harmless." })
  userInvitationWithdraw(
    @Arg("input", () => InvitationInput, { description: "Which." }) { id }: InvitationInput,
    @Ctx() { viewer }: Context,
  ) {
    return changed(viewer, USER, withdraw, "userInvitationWithdraw", id);
  }
}

@Resolver(() => StaffInvitation)
export class StaffInvitationResolver {
  @Query(() => StaffInvitationConnection, {
    description: "Who was invited to work with us, the latest first.",
  })
  staffInvitations(@Args(() => PageArguments) page: PageArguments, @Ctx() { viewer }: Context) {
    return readPage<StaffInvitation>(viewer, STAFF.shape, {
      operation: "staffInvitations",
      page,
      order: NEWEST_FIRST,
    });
  }

  @FieldResolver(() => InvitationState, { description: "What became of it." })
  state(@Root() invitation: Shown<StaffInvitation>) {
    return stateOf(invitation);
  }

  @Mutation(() => StaffInvitationPayload, {
    description: "Invite somebody to work with us, by a link to their address.",
  })
  async staffInvite(
    @Arg("input", () => StaffInviteInput, { description: "Whom." }) input: StaffInviteInput,
    @Ctx() { viewer }: Context,
  ) {
    return invited(viewer, STAFF, "staffInvite", await staffInvite(viewer, input));
  }

  @Mutation(() => StaffInvitationPayload, {
    description: "Send it again: a new link, seven days; the old link ends.",
  })
  staffInvitationResend(
    @Arg("input", () => InvitationInput, { description: "Which." }) { id }: InvitationInput,
    @Ctx() { viewer }: Context,
  ) {
    return changed(viewer, STAFF, resend, "staffInvitationResend", id);
  }

  @Mutation(() => StaffInvitationPayload, { description: "Take it back. Repeating is harmless." })
  staffInvitationWithdraw(
    @Arg("input", () => InvitationInput, { description: "Which." }) { id }: InvitationInput,
    @Ctx() { viewer }: Context,
  ) {
    return changed(viewer, STAFF, withdraw, "staffInvitationWithdraw", id);
  }
}

export const invitationResolvers = [UserInvitationResolver, StaffInvitationResolver];
