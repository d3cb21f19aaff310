// One change to many prospects: what is asked, how far it is, and what came of it. Whom it is about stands apart, and goes.
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { defineRecord } from "../access/record";
import { Node } from "../graphql/node";
import { CalendarDay, DateTime } from "../graphql/scalars";
import { holds } from "../lawfulness/personal-data";
import { ProspectKind } from "../prospects/prospect";

/** Days for which it is kept what each was before: the sweeper's policies say the same. */
export const UNDO_DAYS = 7;

export enum BulkActionKind {
  INFORM = "INFORM",
  SET_KIND = "SET_KIND",
}
registerEnumType(BulkActionKind, {
  name: "BulkActionKind",
  description: "What is done to each.",
  valuesConfig: {
    INFORM: {
      description:
        "Record the day on which they were told that we hold their data (GDPR Art. 14(3)).",
    },
    SET_KIND: { description: "Say how they relate to us." },
  },
});

export enum BulkActionState {
  DRY = "DRY",
  QUEUED = "QUEUED",
  RUNNING = "RUNNING",
  DONE = "DONE",
  CANCELLED = "CANCELLED",
  FAILED = "FAILED",
  UNDOING = "UNDOING",
  UNDONE = "UNDONE",
}
registerEnumType(BulkActionState, {
  name: "BulkActionState",
  description: "How far a bulk action is.",
  valuesConfig: {
    DRY: { description: "It was looked at what it would do; nothing was changed yet." },
    QUEUED: { description: "It begins as soon as a worker is free." },
    RUNNING: { description: "People are being changed, a batch at a time." },
    DONE: { description: "Everybody whom it is about was looked at." },
    CANCELLED: { description: "Somebody ended it; what was changed by then is changed." },
    FAILED: {
      description: "It could not go on; `failure` says why. What was changed by then is changed.",
    },
    UNDOING: { description: "What it changed is being taken back." },
    UNDONE: { description: "What nobody changed since was taken back." },
  },
});

@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    "One change to many prospects. It is about those who matched when it was looked at and, batch by batch, still match when it " +
    "runs: never about more people than were looked at, and never about somebody who came later.",
})
@Entity("bulk_actions")
export class BulkAction extends Node {
  @Field(() => BulkActionKind, { description: "What is done to each." })
  @Column("text")
  kind!: BulkActionKind;

  @Field(() => CalendarDay, {
    nullable: true,
    description: "Of INFORM: the day on which they were told.",
  })
  @Column("date", { nullable: true })
  informedOn!: string | null;

  @Field(() => ProspectKind, {
    nullable: true,
    description: "Of SET_KIND: how they relate to us from then on.",
  })
  @Column("text", { nullable: true })
  prospectKind!: ProspectKind | null;

  @Field(() => BulkActionState, { description: "How far it is." })
  @Column("text")
  state!: BulkActionState;

  @Field(() => Int, { description: "People who matched when it was looked at." })
  @Column("integer")
  matched!: number;

  @Field(() => Int, { description: "People whom it would have changed when it was looked at." })
  @Column("integer")
  wouldChange!: number;

  @Field(() => Int, { description: "People of whom it was so already when it was looked at." })
  @Column("integer")
  wouldStay!: number;

  @Field(() => Int, {
    description: "Identifiers that were given and not found when it was looked at.",
  })
  @Column("integer")
  wouldBeRefused!: number;

  @Field(() => Int, { description: "People whom it changed." })
  @Column("integer")
  changed!: number;

  @Field(() => Int, { description: "People of whom it was so already." })
  @Column("integer")
  unchanged!: number;

  @Column("integer")
  outOfReach!: number;

  @Column("integer")
  changedMeanwhile!: number;

  @Field(() => Int, { description: "People whose earlier value was given back." })
  @Column("integer")
  restored!: number;

  @Field(() => Int, {
    description:
      "People who kept what it gave them when it was undone, since they were changed later or may not be turned to any more.",
  })
  @Column("integer")
  kept!: number;

  @Field(() => String, { nullable: true, description: "Why it could not go on." })
  @Column("text", { nullable: true })
  failure!: string | null;

  @Field(() => DateTime, { description: "When it was looked at what it would do." })
  @Column("timestamptz")
  createdAt!: string;

  @Field(() => DateTime, { nullable: true, description: "When it began." })
  @Column("timestamptz", { nullable: true })
  startedAt!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it ended." })
  @Column("timestamptz", { nullable: true })
  endedAt!: string | null;
}

export const bulkActionShape = defineRecord(BulkAction, {
  table: "bulk_actions",
  kind: "BULK_ACTION",
  isPersonal: false,
  key: ["id"],
  madeOf: {
    refused: ["outOfReach", "changedMeanwhile"],
    refusals: ["outOfReach", "changedMeanwhile"],
    percent: [
      ...["state", "matched", "changed", "unchanged", "outOfReach", "changedMeanwhile"],
      ...["restored", "kept"],
    ],
    canBeUndone: ["state", "changed", "restored", "kept", "endedAt"],
  },
});

holds("bulk_actions", {
  PSEUDONYM: "created_by acting_for",
  NONE:
    "id kind informed_on prospect_kind narrowed_by must_be_unchanged state matched would_change would_stay would_be_refused " +
    "changed unchanged out_of_reach changed_meanwhile restored kept failure created_at started_at ended_at",
});
holds("bulk_action_batches", {
  PSEUDONYM: "subject_ids",
  NONE: "bulk_action_id number versions",
});
holds("bulk_action_changes", {
  CONTACT: "kind_before",
  PSEUDONYM: "subject_id",
  NONE: "bulk_action_id version",
});
