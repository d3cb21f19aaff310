// A hold is placed on named items of a record, never on all of it unless somebody says so, with a reason and an end; and
// lifted by hand before that, if the reason is gone.
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { newId } from "../database/uuid";
import { checkId, checkText, notFound, refusals } from "../graphql/input";
import { readOne } from "../graphql/reads/rows";
import { CalendarDay } from "../graphql/scalars";
import { UserError, userError } from "../graphql/user-error";
import type { SubjectKind } from "../lawfulness/register";
import { SubjectKindType } from "../lawfulness/subject-kind-type";
import { ListSize } from "../limits/declared-cost";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { itemsOf } from "./items";
import { LegalHold, legalHoldShape } from "./legal-hold";

@InputType({ description: "What is kept, why and until when." })
export class LegalHoldPlaceInput {
  @Field(() => SubjectKindType, { description: "The kind of record." })
  kind!: SubjectKind;

  @Field(() => ID, { description: "The record." })
  id!: string;

  @Field(() => [String], {
    defaultValue: [],
    description: "The fields that are kept, such as `name`; `erasures` names those that would go.",
  })
  items!: string[];

  @Field(() => Boolean, {
    defaultValue: false,
    description: "True keeps the whole record; then no items are named.",
  })
  isWholeRecord!: boolean;

  @Field(() => String, { description: "Why, up to 2,000 characters." })
  reason!: string;

  @Field(() => CalendarDay, { description: "The last day on which it holds." })
  endsOn!: string;
}

@InputType({ description: "Which hold is lifted." })
export class LegalHoldLiftInput {
  @Field(() => ID, { description: "The hold." })
  id!: string;
}

@ObjectType({ simpleResolvers: true, description: "The hold as it is now." })
export class LegalHoldPayload {
  @Field(() => LegalHold, { nullable: true, description: "The hold." })
  hold!: LegalHold | null;

  @ListSize(2)
  @Field(() => [UserError], { description: "Why nothing changed." })
  userErrors!: UserError[];
}

const refused = (...userErrors: UserError[]): LegalHoldPayload => ({ hold: null, userErrors });
const held = async (viewer: Viewer, operation: string, id: string): Promise<LegalHoldPayload> => {
  const hold = await readOne<LegalHold>(viewer, legalHoldShape, operation, id);
  return { hold, userErrors: hold ? [] : [notFound("id")] };
};

export async function legalHoldPlace(
  viewer: Viewer,
  { kind, id, items, isWholeRecord, reason, endsOn }: LegalHoldPlaceInput,
): Promise<LegalHoldPayload> {
  const invalid = refusals(
    checkId(id, "id"),
    checkText(reason, "reason", { maximum: 2_000, isRequired: true, mayHaveLines: true }),
    checkItems(kind, items, isWholeRecord),
  );
  if (invalid.length) return refused(...invalid);
  const holdId = newId();
  const refusal = await unitOfWork(actorOf(viewer, "GOVERNANCE"), async (unit) => {
    const [subject, clock] = await unit.run(
      sql`select from held_subject(${kind}::subject_kind, ${id}::uuid)`,
      sql`select ${endsOn}::date < (decision_time() at time zone 'UTC')::date as "isOver"`,
    );
    if (!subject!.rowCount) return notFound("id");
    if (clock!.rows[0]?.isOver)
      return userError("INVALID", "endsOn", "Give endsOn a day that is still to come.");
    await unit.run(
      sql`insert into legal_holds (id, subject_kind, subject_id, items, is_whole_record, reason, placed_by, ends_on)
        values (${holdId}::uuid, ${kind}::subject_kind, ${id}::uuid, ${[...new Set(items)]}::text[], ${isWholeRecord}::boolean,
          ${reason.trim()}::text, ${viewer.id}::uuid, ${endsOn}::date)`,
      entryOf(viewer, {
        ...{ action: "WRITE", operation: "legalHoldPlace", kind: "GOVERNANCE", subjectIds: [id] },
        fields: ["items", "reason", "endsOn"],
      }),
    );
    return null;
  });
  return refusal ? refused(refusal) : held(viewer, "legalHoldPlace", holdId);
}

function checkItems(kind: SubjectKind, items: string[], isWholeRecord: boolean): UserError | null {
  if (isWholeRecord)
    return items.length
      ? userError("INVALID", "items", "Leave items out, or isWholeRecord.")
      : null;
  if (!items.length)
    return userError("REQUIRED", "items", "Name the fields that are kept, or say isWholeRecord.");
  const known = itemsOf(kind);
  return items.every((item) => known.includes(item))
    ? null
    : userError("INVALID", "items", `A record of this kind has: ${known.join(", ")}.`);
}

/** Lifting again answers the first time. */
export async function legalHoldLift(
  viewer: Viewer,
  { id }: LegalHoldLiftInput,
): Promise<LegalHoldPayload> {
  const wrong = checkId(id, "id");
  if (wrong) return refused(wrong);
  await unitOfWork(actorOf(viewer, "GOVERNANCE"), async (unit) => {
    const [lifted] = await unit.run(
      sql`update legal_holds set lifted_by = ${viewer.id}::uuid, lifted_at = decision_time()
        where id = ${id}::uuid and lifted_at is null returning subject_id as "subjectId"`,
    );
    const [hold] = (lifted?.rows ?? []) as { subjectId: string }[];
    if (!hold) return;
    await unit.run(
      entryOf(viewer, {
        ...{ action: "WRITE", operation: "legalHoldLift", kind: "GOVERNANCE" },
        subjectIds: [hold.subjectId],
        fields: ["liftedAt"],
      }),
    );
  });
  return held(viewer, "legalHoldLift", id);
}
