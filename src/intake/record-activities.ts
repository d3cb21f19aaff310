// Our own platform tells what its users did, in batches that are safe to repeat by source id. It reads nothing back.
import { Field, ID, InputType } from "type-graphql";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { newId, UUID } from "../database/uuid";
import { DateTime } from "../graphql/scalars";
import { queueFigures } from "./queue-figures";
import { ActivityKind } from "../platform-users/activity";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { batchTooLarge, faultOf, isBatch, type RecordPayload, type RefusedRecord } from "./payload";

@InputType({ description: "Something that a user did." })
export class ActivityInput {
  @Field(() => String, { description: "Your own id of it: sent twice, it is kept once." })
  sourceId!: string;

  @Field(() => ID, { description: "The customer." })
  customerId!: string;

  @Field(() => ID, { description: "The user." })
  platformUserId!: string;

  @Field(() => ActivityKind, { description: "What the user did." })
  kind!: ActivityKind;

  @Field(() => DateTime, { description: "When." })
  occurredAt!: string;
}

@InputType({ description: "A batch." })
export class ActivityRecordInput {
  @Field(() => [ActivityInput], { description: "Up to 500 activities." })
  activities!: ActivityInput[];
}

const NOBODY = {
  code: "NOT_FOUND",
  message: "No user of this customer has this id. Send the record again once there is one.",
} as const;

/** A user is known by the customer and the id: one person's id may be sent under a wrong customer too. */
const nameOf = (customerId: string, id: string) => `${customerId} ${id}`.toLowerCase();

export async function activityRecord(
  viewer: Viewer,
  { activities }: ActivityRecordInput,
): Promise<RecordPayload> {
  if (!isBatch(activities)) return batchTooLarge("activities");
  const refused: RefusedRecord[] = [];
  const sound = activities.flatMap((activity, index) => {
    const isId = UUID.test(activity.customerId) && UUID.test(activity.platformUserId);
    const fault = faultOf(activity) ?? (isId ? null : NOBODY);
    if (fault) refused.push({ index, ...fault });
    return fault ? [] : [{ ...activity, index }];
  });
  const recorded = await unitOfWork(actorOf(viewer, "ACTIVITY"), async (unit) => {
    const [unknown] = await unit.run(
      sql`select customer_id, id from (
          select customer_id, array_agg(id) as ids
          from unnest(${sound.map((a) => a.customerId)}::uuid[], ${sound.map((a) => a.platformUserId)}::uuid[]) as t (customer_id, id)
          group by customer_id
        ) c, unknown_platform_users(array_fill(customer_id, array[cardinality(ids)]), ids) as id`,
    );
    const nobody = new Set(
      unknown?.rows.map((row) => nameOf(row.customer_id as string, row.id as string)),
    );
    const isNobody = (a: ActivityInput) => nobody.has(nameOf(a.customerId, a.platformUserId));
    const known = sound.filter((activity) => !isNobody(activity));
    for (const activity of sound)
      if (isNobody(activity)) refused.push({ index: activity.index, ...NOBODY });
    if (!known.length) return 0;
    await unit.run(
      sql`insert into activities (id, customer_id, platform_user_id, kind, occurred_at, source, source_id)
        select id, customer_id, platform_user_id, kind, occurred_at, ${viewer.source}::text, source_id
        from unnest(${known.map((a) => newId(Date.parse(a.occurredAt)))}::uuid[], ${known.map((a) => a.customerId)}::uuid[],
          ${known.map((a) => a.platformUserId)}::uuid[], ${known.map((a) => a.kind)}::activity_kind[],
          ${known.map((a) => a.occurredAt)}::timestamptz[], ${known.map((a) => a.sourceId.trim())}::text[])
          as t (id, customer_id, platform_user_id, kind, occurred_at, source_id)
        on conflict do nothing`,
      entryOf(viewer, {
        action: "WRITE",
        operation: "activityRecord",
        kind: "ACTIVITY",
        subjectIds: [...new Set(known.map(({ platformUserId }) => platformUserId))],
        rowCount: known.length,
      }),
      queueFigures(),
    );
    return known.length;
  });
  return { recorded, refused: refused.sort((a, b) => a.index - b.index), userErrors: [] };
}
