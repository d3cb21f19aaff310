// The audit over GraphQL: the privacy officer's.
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
import { connectionFields, fields, fragment, only } from "../access/fragment";
import { type Fragment, sql } from "../database/sql";
import { connectionOf } from "../graphql/connection";
import type { Context } from "../graphql/context";
import { PageArguments } from "../graphql/page";
import { readPage } from "../graphql/reads/rows";
import { AuditAction, AuditEntry, auditEntryShape } from "./audit-entry";
import { Changed, changedIn } from "./changes/changed";
import { idOf, isGiven, storable } from "./filter";
import "./scope";

const AuditEntryConnection = connectionOf("AuditEntry", () => AuditEntry);

@InputType({ description: "Which entries." })
class AuditEntryFilter {
  @Field(() => String, { nullable: true, description: "Of this audience." })
  audience?: string | null;

  @Field(() => AuditAction, { nullable: true, description: "Of this action." })
  action?: AuditAction | null;

  @Field(() => String, { nullable: true, description: "By this operation." })
  operation?: string | null;

  @Field(() => ID, { nullable: true, description: "By this person or client." })
  viewerId?: string | null;

  @Field(() => ID, { nullable: true, description: "About this record." })
  subjectId?: string | null;
}

const conditionsOf = ({
  audience,
  action,
  operation,
  viewerId,
  subjectId,
}: AuditEntryFilter): Fragment[] => [
  ...(isGiven(audience) ? [sql`audience = ${storable(audience)}`] : []),
  ...(action ? [sql`action = ${action}::audit_action`] : []),
  ...(isGiven(operation) ? [sql`operation = ${storable(operation)}`] : []),
  ...(isGiven(viewerId) ? [sql`viewer_id = ${idOf(viewerId)}::uuid`] : []),
  ...(isGiven(subjectId) ? [sql`id in (select entries_about(${idOf(subjectId)}::uuid))`] : []),
];

@Resolver()
export class AuditResolver {
  @Query(() => AuditEntryConnection, { description: "The audit, the latest first." })
  auditEntries(
    @Args(() => PageArguments) page: PageArguments,
    @Arg("filter", () => AuditEntryFilter, { nullable: true, description: "Only these." })
    filter: AuditEntryFilter | null,
    @Ctx() { viewer }: Context,
  ) {
    const order = { property: "id", isDescending: true };
    return readPage<AuditEntry>(viewer, auditEntryShape, {
      operation: "auditEntries",
      where: conditionsOf(filter ?? {}),
      page,
      order,
    });
  }
}

@Resolver(() => AuditEntry)
export class AuditEntryResolver {
  @FieldResolver(() => Changed, {
    nullable: true,
    description:
      "What was changed of one person, from what into what; null where none of it was kept.",
  })
  changed(@Root() { id }: AuditEntry, @Ctx() { viewer }: Context) {
    return changedIn(viewer, id);
  }
}

const officer = only("PRIVACY_OFFICER");

export const auditResolvers = [AuditResolver, AuditEntryResolver];
export const auditAccess = fragment({
  Query: fields("auditEntries", officer),
  AuditEntry: fields(
    "id recordedAt action audience viewerId customerId serviceProviderId purpose operation subjectKind fields subjectIds basisIds firstChange lastChange rowCount requestId changed",
    officer,
  ),
  Changed: fields("fields isErased", officer),
  ChangedField: fields("name before after", officer),
  ...connectionFields("AuditEntry", officer),
});
