// The access feed over GraphQL: of a person for the person, of a company for its account administrators.
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import { connectionFields, fields, fragment, only } from "../../access/fragment";
import { type Fragment, sql } from "../../database/sql";
import { connectionOf } from "../../graphql/connection";
import type { Context } from "../../graphql/context";
import { PageArguments } from "../../graphql/page";
import { readPage } from "../../graphql/reads/rows";
import type { Shown } from "../../graphql/shown";
import { AuditAction } from "../audit-entry";
import { idOf, isGiven, storable } from "../filter";
import "../scope";
import { Access, accessShape } from "./access";
import { ruleOf } from "./rule";

const AccessConnection = connectionOf("Access", () => Access);

@InputType({ description: "Which of them." })
class AccessFilter {
  @Field(() => String, { nullable: true, description: "In this role: `SUPPORT`." })
  audience?: string | null;

  @Field(() => AuditAction, { nullable: true, description: "Of this action." })
  action?: AuditAction | null;

  @Field(() => ID, { nullable: true, description: "About this user or contact of yours." })
  subjectId?: string | null;
}

const conditionsOf = ({ audience, action, subjectId }: AccessFilter): Fragment[] => [
  ...(isGiven(audience) ? [sql`audience = ${storable(audience)}`] : []),
  ...(action ? [sql`action = ${action}::audit_action`] : []),
  ...(isGiven(subjectId) ? [sql`id in (select accesses_to(${idOf(subjectId)}::uuid))`] : []),
];

@Resolver(() => Access)
export class AccessResolver {
  @Query(() => AccessConnection, {
    description:
      "When, in which role, for which purpose and by which rule somebody looked at what is yours, the latest first; a few seconds after it happened.",
  })
  accessFeed(
    @Args(() => PageArguments) page: PageArguments,
    @Arg("filter", () => AccessFilter, { nullable: true, description: "Only these." })
    filter: AccessFilter | null,
    @Ctx() { viewer }: Context,
  ) {
    return readPage<Access>(viewer, accessShape, {
      ...{ operation: "accessFeed", page, where: conditionsOf(filter ?? {}) },
      order: { property: "id", isDescending: true },
    });
  }

  @FieldResolver(() => String, {
    description: "By which rule: whom the role reaches, for which purpose, on which basis.",
  })
  rule(@Root() { audience, subjectKind, purpose }: Shown<Access>): string {
    return ruleOf(audience, subjectKind, purpose);
  }
}

const administrator = only("ACCOUNT_ADMINISTRATOR");
const concerned = only("ACCOUNT_ADMINISTRATOR", "PLATFORM_USER");

export const accessLogResolvers = [AccessResolver];
export const accessLogAccess = fragment({
  Query: fields("accessFeed", concerned),
  Access: {
    ...fields("id recordedAt action audience purpose operation subjectKind fields rule", concerned),
    ...fields("subjectIds number", administrator),
  },
  ...connectionFields("Access", concerned),
});
