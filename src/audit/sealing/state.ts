// How far the audit is sealed: what the privacy officer looks at before anything else is believed.
import { Ctx, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import { fields, fragment, only } from "../../access/fragment";
import { reachOf } from "../../access/scope";
import { raw, sql } from "../../database/sql";
import { inOneTrip } from "../../database/unit-of-work";
import type { Context } from "../../graphql/context";
import { DateTime } from "../../graphql/scalars";
import { actorOf } from "../../viewer/actor";
import "../scope";

/** Beyond this it is only told that there are so many. */
const COUNTED_MAXIMUM = 100_000;

@ObjectType({ simpleResolvers: true, description: "How far the audit is sealed." })
class AuditSealing {
  @Field(() => String, { description: "Entries below the latest signed head." })
  size!: string;

  @Field(() => String, {
    nullable: true,
    description: "The latest root of the tree of all entries, in hexadecimal (RFC 9162).",
  })
  root!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was signed." })
  signedAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The key that signed it, as `/.well-known/audit-keys.json` names it.",
  })
  keyId!: string | null;

  @Field(() => Int, { description: "Entries that wait to be sealed: a few, while a worker runs." })
  waiting!: number;

  @Field(() => DateTime, { nullable: true, description: "Since when the oldest of them waits." })
  waitingSince!: string | null;
}

@Resolver()
export class AuditSealingResolver {
  @Query(() => AuditSealing, { description: "How far the audit is sealed." })
  async auditSealing(@Ctx() { viewer }: Context): Promise<AuditSealing> {
    const [found] = await inOneTrip(actorOf(viewer, "GOVERNANCE"), [
      sql`select coalesce(h.size, 0)::text as size, encode(h.root, 'hex') as root, h.signed_at as "signedAt", h.key_id as "keyId",
          (select count(*) from (select from audit_unsealed limit ${raw(String(COUNTED_MAXIMUM))}) w) as waiting,
          (select min(e.recorded_at) from (select entry_id from audit_unsealed order by tid limit 1) w
            join audit_entries e on e.id = w.entry_id) as "waitingSince"
        from (values (1)) one left join lateral (
          select * from audit_heads where ${reachOf(viewer, "audit_heads")} and customer_id is null
          order by size desc limit 1) h on true`,
    ]);
    const [row] = found!.rows as unknown as [AuditSealing];
    return { ...row, waiting: Number(row.waiting) };
  }
}

const officer = only("PRIVACY_OFFICER");

export const auditSealingAccess = fragment({
  Query: fields("auditSealing", officer),
  AuditSealing: fields("size root signedAt keyId waiting waitingSince", officer),
});
