// Our own people over GraphQL.
import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Mutation, Query, Resolver } from "type-graphql";
import { connectionOf } from "../graphql/connection";
import type { Context } from "../graphql/context";
import { PageArguments } from "../graphql/page";
import { Children } from "../graphql/reads/children";
import { readPage } from "../graphql/reads/rows";
import { staffDeactivate, StaffDeactivateInput } from "./deactivate";
import { StaffMemberPayload, StaffRolePayload } from "./payload";
import {
  staffRoleConfirm,
  staffRoleEnd,
  staffRoleGrant,
  StaffRoleGrantInput,
  StaffRoleInput,
} from "./roles";
import { StaffMember, staffShape } from "./staff-member";
import { StaffRole, staffRoleShape } from "./staff-role";
import "./scope";

const StaffMemberConnection = connectionOf("StaffMember", () => StaffMember);
const StaffRoleConnection = connectionOf("StaffRole", () => StaffRole);

@Resolver(() => StaffMember)
export class StaffResolver {
  @Query(() => StaffMemberConnection, { description: "Our own people, by name." })
  staff(
    @Args(() => PageArguments) page: PageArguments,
    @Ctx() { viewer }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const order = { property: "name", isDescending: false };
    return readPage<StaffMember>(viewer, staffShape, { operation: "staff", page, order, info });
  }

  @Children("StaffMember", {
    ...{ shape: staffRoleShape, parent: "staffId" },
    order: { property: "id", isDescending: true },
  })
  @FieldResolver(() => StaffRoleConnection, {
    description: "What the person may act as, and could before, the latest first.",
  })
  roles(@Args(() => PageArguments) _page: PageArguments) {}

  @Mutation(() => StaffRolePayload, {
    description:
      "Let somebody act as something more. Power over others waits for a second operator.",
  })
  staffRoleGrant(
    @Arg("input", () => StaffRoleGrantInput, { description: "Who, as what." })
    input: StaffRoleGrantInput,
    @Ctx() { viewer }: Context,
  ) {
    return staffRoleGrant(viewer, input);
  }

  @Mutation(() => StaffRolePayload, {
    description: "Confirm, as the second operator, what another one granted.",
  })
  staffRoleConfirm(
    @Arg("input", () => StaffRoleInput, { description: "Which." }) input: StaffRoleInput,
    @Ctx() { viewer }: Context,
  ) {
    return staffRoleConfirm(viewer, input);
  }

  @Mutation(() => StaffRolePayload, { description: "End a role. Repeating is harmless." })
  staffRoleEnd(
    @Arg("input", () => StaffRoleInput, { description: "Which." }) input: StaffRoleInput,
    @Ctx() { viewer }: Context,
  ) {
    return staffRoleEnd(viewer, input);
  }

  @Mutation(() => StaffMemberPayload, { description: "Take somebody of ours out of service." })
  staffDeactivate(
    @Arg("input", () => StaffDeactivateInput, { description: "Whom." }) input: StaffDeactivateInput,
    @Ctx() { viewer }: Context,
  ) {
    return staffDeactivate(viewer, input);
  }
}

export const staffResolvers = [StaffResolver];
