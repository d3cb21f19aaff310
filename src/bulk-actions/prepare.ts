// Looking at what an action would do, before it is done. The filter is not kept: a name or an address in it would outlive the
// person. Whom it finds is kept as pseudonyms, in batches that are gone as they are done, or after a day; of the filter stays
// what names nobody, and is asked again of each batch.
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { reachOf } from "../access/scope";
import { entryOf } from "../audit/entries";
import { every, type Fragment, sql } from "../database/sql";
import { type Unit, unitOfWork } from "../database/unit-of-work";
import { newId, UUID } from "../database/uuid";
import { notFound, refusals } from "../graphql/input";
import { CalendarDay } from "../graphql/scalars";
import { UserError, userError } from "../graphql/user-error";
import { ListSize } from "../limits/declared-cost";
import { conditionsOf, namesPeople, namingNobody, ProspectFilter } from "../prospects/filter";
import { ProspectKind } from "../prospects/prospect";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { BulkAction, BulkActionKind } from "./bulk-action";
import { BulkActionDryRun, dryRun, keepBatches } from "./dry-run";
import { RULES, type Wanted } from "./kinds";
import { bulkActionNow } from "./payload";
import "./scope";

const IDS_MAXIMUM = 1_000;
/** Hours for which what was looked at may still be begun; the sweeper's policies wait an hour more. */
export const DRY_HOURS = 24;
/** Actions of one person that were looked at or are under way. */
const LIVING_MAXIMUM = 20;

@InputType({
  description:
    "What to do, and to whom: either to all who match a filter, or to those with these identifiers.",
})
export class BulkActionPrepareInput {
  @Field(() => BulkActionKind, { description: "What to do to each." })
  kind!: BulkActionKind;

  @Field(() => ProspectFilter, {
    nullable: true,
    description: "All of these, as the list of prospects shows them; an empty one is everybody.",
  })
  filter?: ProspectFilter | null;

  @Field(() => [ID], { nullable: true, description: `These, ${IDS_MAXIMUM} at the most.` })
  ids?: string[] | null;

  @Field(() => CalendarDay, {
    nullable: true,
    description: "Needed for INFORM: the day on which they were told.",
  })
  informedOn?: string | null;

  @Field(() => ProspectKind, {
    nullable: true,
    description: "Needed for SET_KIND: how they relate to us from then on.",
  })
  prospectKind?: ProspectKind | null;
}

@ObjectType({ simpleResolvers: true, description: "What the action would do." })
export class BulkActionPreparePayload {
  @Field(() => BulkAction, { nullable: true, description: "The action, to be begun or left." })
  bulkAction!: BulkAction | null;

  @Field(() => BulkActionDryRun, { nullable: true, description: "What it would do." })
  dryRun!: BulkActionDryRun | null;

  @ListSize(3)
  @Field(() => [UserError], { description: "Why nothing was looked at." })
  userErrors!: UserError[];
}

/** Nobody is changed. Written are the action, whom it is about, and the entry of what was looked at. */
export async function bulkActionPrepare(
  viewer: Viewer,
  input: BulkActionPrepareInput,
): Promise<BulkActionPreparePayload> {
  const { kind, informedOn = null, prospectKind = null } = input;
  const userErrors = refusals(...checksOf(input));
  if (userErrors.length) return refused(...userErrors);
  const wanted: Wanted = { kind, informedOn, prospectKind };
  const id = newId();
  const found = await unitOfWork(actorOf(viewer, "PROSPECT"), async (unit) => {
    const fault =
      (await RULES[kind].unfit(unit, wanted)) ??
      (await tooMany(viewer, unit)) ??
      (await nobodyGiven(viewer, unit, input.ids));
    if (fault) return fault;
    await unit.run(insertOf(viewer, id, wanted, input));
    const looked = await keepBatches(viewer, unit, { id, wanted, where: peopleIn(input) });
    const wouldBeRefused = input.ids ? new Set(input.ids.map(lower)).size - looked.matched : 0;
    await unit.run(
      sql`update bulk_actions set matched = ${looked.matched}::integer, would_change = ${looked.wouldChange}::integer,
          would_stay = ${looked.matched - looked.wouldChange}::integer, would_be_refused = ${wouldBeRefused}::integer
        where id = ${id}::uuid`,
      entryOf(viewer, { action: "WRITE", operation: "bulkActionPrepare", kind: "BULK_ACTION" }),
    );
    return dryRun(viewer, unit, { looked, wanted, wouldBeRefused });
  });
  if (found instanceof BulkActionDryRun) {
    const { bulkAction } = await bulkActionNow(viewer, "bulkActionPrepare", id);
    return { bulkAction, dryRun: found, userErrors: [] };
  }
  return refused(found);
}

const refused = (...userErrors: UserError[]): BulkActionPreparePayload => ({
  ...{ bulkAction: null, dryRun: null },
  userErrors,
});

function checksOf({ filter, ids }: BulkActionPrepareInput): (UserError | null)[] {
  if (!filter && !ids)
    return [userError("REQUIRED", "filter", "Say whom: give either a filter or ids.")];
  if (filter && ids)
    return [userError("INVALID", "ids", "Give either a filter or ids, and leave the other out.")];
  if (ids?.length === 0) return [userError("REQUIRED", "ids", "Give at least one id.")];
  if (ids && ids.length > IDS_MAXIMUM)
    return [
      userError("TOO_LONG", "ids", `Give ${IDS_MAXIMUM} ids at the most, or a filter instead.`),
    ];
  return [];
}

async function tooMany(viewer: Viewer, unit: Unit): Promise<UserError | null> {
  const [living] = await unit.run(
    sql`select count(*) >= ${LIVING_MAXIMUM}::integer as "isEnough" from bulk_actions
      where ${reachOf(viewer, "bulk_actions")} and created_by = ${viewer.id}::uuid
        and (state in ('QUEUED', 'RUNNING') or state = 'DRY' and ${isFresh()})`,
  );
  return living?.rows[0]?.isEnough === true
    ? userError(
        "CONFLICT",
        null,
        `You have ${LIVING_MAXIMUM} actions already that are prepared or under way. Cancel one that serves no more.`,
      )
    : null;
}

/** Whether what was looked at may still be begun. */
export const isFresh = (): Fragment =>
  sql`created_at > decision_time() - make_interval(hours => ${DRY_HOURS}::integer)`;

/** Where none of the ids is somebody within reach, nothing is prepared: the answer is that of ids of nobody. */
async function nobodyGiven(
  viewer: Viewer,
  unit: Unit,
  ids: readonly string[] | null | undefined,
): Promise<UserError | null> {
  if (!ids) return null;
  const [found] = await unit.run(
    sql`select exists (select from prospects where ${every([isOneOf(ids), reachOf(viewer, "prospects")])}) as "isAny"`,
  );
  return found?.rows[0]?.isAny === true ? null : notFound("ids");
}

const peopleIn = ({ filter, ids }: BulkActionPrepareInput): Fragment[] =>
  ids ? [isOneOf(ids)] : conditionsOf(filter ?? null);

const isOneOf = (ids: readonly string[]) =>
  sql`id = any(${ids.filter((id) => UUID.test(id))}::uuid[])`;
const lower = (id: string) => id.toLowerCase();

function insertOf(
  viewer: Viewer,
  id: string,
  { kind, informedOn, prospectKind }: Wanted,
  { filter }: BulkActionPrepareInput,
): Fragment {
  const narrowedBy = JSON.stringify(namingNobody(filter ?? {}));
  return sql`insert into bulk_actions
      (id, kind, informed_on, prospect_kind, narrowed_by, must_be_unchanged, created_by)
    values (${id}::uuid, ${kind}::bulk_action_kind, ${informedOn}::date, ${prospectKind}::prospect_kind,
      ${narrowedBy}::jsonb, ${namesPeople(filter ?? {})}::boolean, ${viewer.id}::uuid)`;
}
