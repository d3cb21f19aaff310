// What an action would do: everybody whom it is about is counted, here and nowhere else, and some are shown. Counting few tells
// of each of them, so the entry names them.
import { Field, ID, Int, ObjectType } from "type-graphql";
import { reachOf } from "../access/scope";
import { entryOf } from "../audit/entries";
import { every, type Fragment, raw, sql } from "../database/sql";
import type { Unit } from "../database/unit-of-work";
import { CalendarDay } from "../graphql/scalars";
import { ListSize } from "../limits/declared-cost";
import { ProspectKind } from "../prospects/prospect";
import type { Viewer } from "../viewer/viewer";
import { RULES, type Values, type Wanted } from "./kinds";
import { BulkActionRefusal, REFUSALS_MAXIMUM, refusalsOf } from "./refusals";

/** People whom one unit of work changes. */
export const BATCH_PEOPLE = 1_000;
const SAMPLE_MAXIMUM = 20;
/** Up to so many who are counted, a count tells of each. */
const NAMED_MAXIMUM = 100;

@ObjectType({ simpleResolvers: true, description: "What an action can change of a prospect." })
export class BulkActionValues {
  @Field(() => ProspectKind, { description: "How the person relates to us." })
  kind!: ProspectKind;

  @Field(() => CalendarDay, {
    nullable: true,
    description: "The day on which the person was told that we hold the data.",
  })
  informedOn!: string | null;
}

@ObjectType({ simpleResolvers: true, description: "What the action would do to one of them." })
export class BulkActionSample {
  @Field(() => ID, { description: "The prospect's identifier." })
  prospectId!: string;

  @Field(() => String, { description: "The person's name." })
  name!: string;

  @Field(() => BulkActionValues, { description: "As it is." })
  before!: BulkActionValues;

  @Field(() => BulkActionValues, { description: "As it would be." })
  after!: BulkActionValues;
}

@ObjectType({ simpleResolvers: true, description: "What an action would do." })
export class BulkActionDryRun {
  @Field(() => Int, { description: "People who match." })
  matched!: number;

  @Field(() => Int, { description: "People whom it would change." })
  wouldChange!: number;

  @Field(() => Int, { description: "People of whom it is so already." })
  wouldStay!: number;

  @Field(() => Int, { description: "Identifiers that were given and not found." })
  wouldBeRefused!: number;

  @ListSize(REFUSALS_MAXIMUM)
  @Field(() => [BulkActionRefusal], { description: "Why, by reason." })
  refusals!: BulkActionRefusal[];

  @ListSize(SAMPLE_MAXIMUM)
  @Field(() => [BulkActionSample], {
    description: `Up to ${SAMPLE_MAXIMUM} of them, those first whom it would change.`,
  })
  sample!: BulkActionSample[];
}

export type Looked = {
  matched: number;
  wouldChange: number;
  sampleIds: string[];
  fewIds: string[];
};
type Looking = { id: string; wanted: Wanted; where: readonly Fragment[] };

/** Counts everybody in reach who matches and keeps them as the action's batches: one statement, which sees one moment. */
export async function keepBatches(
  viewer: Viewer,
  unit: Unit,
  { id, wanted, where }: Looking,
): Promise<Looked> {
  const [found] = await unit.run(
    sql`with matching as materialized (
        select id, version, ${RULES[wanted.kind].changes(wanted)} as would from prospects
        where ${every([reachOf(viewer, "prospects"), ...where])}),
      kept as (
        insert into bulk_action_batches (bulk_action_id, number, subject_ids, versions)
        select ${id}::uuid, number, array_agg(id order by id), array_agg(version order by id)
        from (select id, version, (row_number() over (order by id) - 1) / ${BATCH_PEOPLE}::integer as number from matching) m
        group by number)
      select count(*)::integer as matched, (count(*) filter (where would))::integer as "wouldChange",
        array(select id from matching order by would desc, id ${raw(`limit ${SAMPLE_MAXIMUM}`)}) as "sampleIds",
        array(select id from matching ${raw(`limit ${NAMED_MAXIMUM + 1}`)}) as "fewIds"
      from matching`,
  );
  return found!.rows[0] as Looked;
}

type Found = { id: string; name: string } & Values;

/** What it would do, with the entry of who was looked at. */
export async function dryRun(
  viewer: Viewer,
  unit: Unit,
  of: { looked: Looked; wanted: Wanted; wouldBeRefused: number },
): Promise<BulkActionDryRun> {
  const { looked, wanted, wouldBeRefused } = of;
  const { matched, wouldChange, sampleIds, fewIds } = looked;
  const rule = RULES[wanted.kind];
  const subjectIds = fewIds.length > NAMED_MAXIMUM ? sampleIds : fewIds;
  const [found] = await unit.run(
    sql`select id, name, kind, informed_on as "informedOn" from prospects
      where ${every([sql`id = any(${sampleIds}::uuid[])`, reachOf(viewer, "prospects")])}
      order by array_position(${sampleIds}::uuid[], id)`,
    ...(matched
      ? [
          entryOf(viewer, {
            ...{ action: "READ", operation: "bulkActionPrepare", kind: "PROSPECT" },
            ...{ fields: ["name", "kind", "informedOn"], subjectIds, rowCount: matched },
          }),
        ]
      : []),
  );
  const sample = (found?.rows as Found[]).map(({ id, name, ...before }): BulkActionSample => ({
    ...{ prospectId: id, name, before, after: rule.after(before, wanted) },
  }));
  return Object.assign(new BulkActionDryRun(), {
    ...{ matched, wouldChange, wouldStay: matched - wouldChange, wouldBeRefused, sample },
    refusals: refusalsOf({ NOT_FOUND: wouldBeRefused }),
  });
}
