// What each kind of bulk action does to people: who would be changed by it, how they are changed, and how what they were is
// given back. A rule that a verb of one has already is that verb's, here as well.
import { every, type Fragment, sql } from "../database/sql";
import { reachOf } from "../access/scope";
import type { Unit } from "../database/unit-of-work";
import { type UserError, userError } from "../graphql/user-error";
import { conditionsOf } from "../prospects/filter";
import { countAsTold, dayAhead } from "../prospects/inform";
import type { ProspectKind } from "../prospects/prospect";
import "../prospects/scope";
import type { Viewer } from "../viewer/viewer";
import { type BulkActionKind } from "./bulk-action";

export type Wanted = {
  kind: BulkActionKind;
  informedOn: string | null;
  prospectKind: ProspectKind | null;
};
/** As much of people's values as any kind changes. */
export type Values = { kind: ProspectKind; informedOn: string | null };
/** Which of them: all in the reach of this viewer, and locked. */
type Some = { viewer: Viewer; bulkActionId: string; ids: readonly string[] };

type Rule = {
  /** The field that it changes. */
  field: keyof Values;
  /** Why it can't be asked at all, or null. */
  unfit(unit: Unit, wanted: Wanted): Promise<UserError | null>;
  /** Of somebody in reach: whether it would change them. */
  changes(wanted: Wanted): Fragment;
  after(values: Values, wanted: Wanted): Values;
  /** Changes them and keeps what they were. Answers who was changed. */
  act(unit: Unit, some: Some, wanted: Wanted): Promise<string[]>;
  /** Gives back what they were, where nobody changed them since. Answers whose. */
  restore(unit: Unit, some: Some): Promise<string[]>;
};

const INFORM: Rule = {
  field: "informedOn",
  unfit: (unit, { informedOn, prospectKind }) => {
    if (prospectKind) return Promise.resolve(leftOut("prospectKind"));
    return informedOn ? dayAhead(unit, informedOn) : Promise.resolve(missing("informedOn"));
  },
  changes: () => every(conditionsOf({ isToBeInformed: true })),
  after: (values, { informedOn }) => ({
    ...values,
    informedOn: values.informedOn ?? informedOn,
  }),
  async act(unit, { viewer, bulkActionId, ids }, { informedOn }) {
    const told = await countAsTold(unit, ids, informedOn!);
    if (told.length)
      await unit.run(
        sql`insert into bulk_action_changes (bulk_action_id, subject_id, version)
          select ${bulkActionId}::uuid, id, version from prospects
          where ${every([sql`id = any(${told}::uuid[])`, reachOf(viewer, "prospects")])}`,
      );
    return told;
  },
  async restore(unit, { bulkActionId, ids }) {
    const [back] = await unit.run(
      sql`select id from undo_informed(${bulkActionId}::uuid, ${ids}::uuid[]) id`,
    );
    return idsIn(back?.rows);
  },
};

const SET_KIND: Rule = {
  field: "kind",
  unfit: (_, { informedOn, prospectKind }) => {
    if (informedOn) return Promise.resolve(leftOut("informedOn"));
    return Promise.resolve(prospectKind ? null : missing("prospectKind"));
  },
  changes: ({ prospectKind }) => sql`kind <> ${prospectKind}::prospect_kind`,
  after: (values, { prospectKind }) => ({ ...values, kind: prospectKind! }),
  async act(unit, { viewer, bulkActionId, ids }, wanted) {
    const [changed] = await unit.run(
      sql`with before as materialized (
          select id, kind from prospects
          where ${every([sql`id = any(${ids}::uuid[])`, reachOf(viewer, "prospects"), SET_KIND.changes(wanted)])}),
        changed as (
          update prospects p set kind = ${wanted.prospectKind}::prospect_kind from before b where p.id = b.id
          returning p.id, p.version, b.kind as before)
        insert into bulk_action_changes (bulk_action_id, subject_id, kind_before, version)
          select ${bulkActionId}::uuid, id, before, version from changed returning subject_id as id`,
    );
    return idsIn(changed?.rows);
  },
  async restore(unit, { viewer, bulkActionId, ids }) {
    const [back] = await unit.run(
      sql`update prospects p set kind = c.kind_before from bulk_action_changes c
        where ${every([
          sql`c.bulk_action_id = ${bulkActionId}::uuid and c.subject_id = p.id and p.id = any(${ids}::uuid[])`,
          sql`p.version = c.version`,
          reachOf(viewer, "prospects"),
        ])} returning p.id`,
    );
    return idsIn(back?.rows);
  },
};

export const RULES: Record<BulkActionKind, Rule> = { INFORM, SET_KIND };

const idsIn = (rows: readonly Record<string, unknown>[] | undefined): string[] =>
  (rows ?? []).map(({ id }) => id as string);

const missing = (field: string) =>
  userError("REQUIRED", field, `Give ${field}: an action of this kind needs it.`);

const leftOut = (field: string) =>
  userError("INVALID", field, `Leave ${field} out: an action of this kind does not take it.`);
