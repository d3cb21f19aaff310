// How a person's word gets into the ledger: the record is held, so that of two who write for it the second sees what the
// first wrote; what there is decides what is to be written; rows, what shows them, and the entry are one unit of work.
import { Field, InputType, ObjectType } from "type-graphql";
import { entryOf } from "../../audit/entries";
import { sql } from "../../database/sql";
import { type Unit, unitOfWork } from "../../database/unit-of-work";
import { newId } from "../../database/uuid";
import { KeyDestroyed } from "../../keys/person-keys";
import { checkId, checkText, notFound, refusals } from "../../graphql/input";
import { DateTime } from "../../graphql/scalars";
import { UserError, userError } from "../../graphql/user-error";
import { prove } from "../../lawfulness/evidence";
import type { LawfulBasis, Purpose } from "../../lawfulness/purposes";
import { ListSize } from "../../limits/declared-cost";
import { actorOf } from "../../viewer/actor";
import type { Viewer } from "../../viewer/viewer";
import type { Verdict } from "../decision";
import { Lawfulness, lawfulness, NOW, type Subject } from "../lawfulness";
import { BasisGround, BasisTransition, entryAsJson, type LawfulBasisEntry } from "../ledger-entry";

@InputType({ description: "What shows it, kept apart from the ledger so that it can be erased." })
export class EvidenceInput {
  @Field(() => String, {
    description: "How it reached us, up to 200 characters: a letter, a form, a call.",
  })
  source!: string;

  @Field(() => String, { description: "What was said, shown or decided, up to 2,000 characters." })
  wording!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the person said it, or it was decided. Now, where nothing is given.",
  })
  at?: string | null;
}

@ObjectType({ simpleResolvers: true, description: "What the record may be processed for now." })
export class LawfulnessPayload {
  @Field(() => Lawfulness, { nullable: true, description: "The record's lawfulness." })
  lawfulness!: Lawfulness | null;

  @ListSize(2)
  @Field(() => [UserError], { description: "Why nothing was recorded." })
  userErrors!: UserError[];
}

export type NewEntry = {
  transition: BasisTransition;
  purpose?: Purpose | null;
  lawfulBasis?: LawfulBasis | null;
  concerns?: string;
  ground?: BasisGround;
};
/** The ledger as it stands while the record is held, and what PostgreSQL says of each basis now. */
export type Standing = { ledger: LawfulBasisEntry[]; judged: Judged[] };
export type Judged = LawfulBasisEntry & { verdict: Verdict };

type Asked = {
  operation: string;
  evidence: EvidenceInput;
  noticeVersion?: string;
  /** What is to be written: nothing where it is so already, or why it may not be. `at` is the time that the person's word has. */
  decide(standing: Standing, at: string): NewEntry[] | UserError;
};

export async function record(
  viewer: Viewer,
  subject: Subject,
  asked: Asked,
): Promise<LawfulnessPayload> {
  const { source, wording } = asked.evidence;
  const invalid = refusals(
    checkId(subject.id, "id"),
    checkText(source, "evidence.source", { maximum: 200, isRequired: true }),
    checkText(wording, "evidence.wording", {
      ...{ maximum: 2_000, isRequired: true, mayHaveLines: true },
    }),
  );
  if (invalid.length) return refused(...invalid);
  const refusal = await unitOfWork(actorOf(viewer, subject.kind), (unit) =>
    write(viewer, unit, subject, asked),
  ).catch(refusalWhereErased);
  if (refusal) return refused(refusal);
  return { lawfulness: await lawfulness(viewer, subject, NOW), userErrors: [] };
}

export const refused = (...userErrors: UserError[]): LawfulnessPayload => ({
  lawfulness: null,
  userErrors,
});

/** Of whoever's key was destroyed nothing is taken down that would open something. */
function refusalWhereErased(error: unknown): UserError {
  if (!(error instanceof KeyDestroyed)) throw error;
  return userError("ERASED", "id", "What we held of this person was erased: nothing is kept anew.");
}

async function write(
  viewer: Viewer,
  unit: Unit,
  subject: Subject,
  asked: Asked,
): Promise<UserError | null> {
  const { kind, id } = subject;
  const { evidence, operation, noticeVersion = null } = asked;
  const [held, clock, ledger] = await unit.run(
    sql`select customer_id as "customerId" from held_subject(${kind}::subject_kind, ${id}::uuid)`,
    sql`select least(t, decision_time()) as at, t > decision_time() as "isAhead"
      from coalesce(${evidence.at ?? null}::timestamptz, decision_time()) t`,
    sql`select ${entryAsJson("l")} as entry, j.verdict
      from lawful_bases l left join judged_bases(${kind}::subject_kind, array[${id}::uuid], decision_time(), 'infinity') j
        on j.basis_id = l.id
      where l.subject_id = ${id}::uuid and l.subject_kind = ${kind}::subject_kind
      order by l.recorded_at, l.effective_at, l.id`,
  );
  const [subjectHeld] = held!.rows as { customerId: string | null }[];
  if (!subjectHeld) return notFound("id");
  const { at, isAhead } = clock!.rows[0] as { at: string; isAhead: boolean };
  if (isAhead)
    return userError(
      "INVALID",
      "evidence.at",
      "Give evidence.at a time that has been: it lies ahead.",
    );
  const rows = ledger!.rows as { entry: LawfulBasisEntry; verdict: Verdict | null }[];
  const decided = asked.decide(
    {
      ledger: rows.map(({ entry }) => entry),
      judged: rows.flatMap(({ entry, verdict }) => (verdict ? [{ ...entry, verdict }] : [])),
    },
    at,
  );
  if (!Array.isArray(decided)) return decided;
  if (!decided.length) return null;
  if (decided.some(({ concerns }) => rows.some(({ entry }) => isLater(entry, concerns, at))))
    return userError(
      "INVALID",
      "evidence.at",
      "Give evidence.at a time after that of the row which it is about.",
    );
  const entries = decided.map((entry) => ({ ...entry, rowId: newId() }));
  await unit.run(
    sql`insert into lawful_bases (id, subject_kind, subject_id, customer_id, purpose, lawful_basis, transition, concerns,
        ground, effective_at)
      select n.id, ${kind}::subject_kind, ${id}::uuid, ${subjectHeld.customerId}::uuid, n.purpose, n.lawful_basis, n.transition,
        n.concerns, n.ground, greatest(${at}::timestamptz, (select c.effective_at from lawful_bases c where c.id = n.concerns))
      from unnest(${entries.map((e) => e.rowId)}::uuid[], ${entries.map((e) => e.purpose ?? null)}::purpose[],
        ${entries.map((e) => e.lawfulBasis ?? null)}::lawful_basis[], ${entries.map((e) => e.transition)}::basis_transition[],
        ${entries.map((e) => e.concerns ?? null)}::uuid[], ${entries.map((e) => e.ground ?? null)}::basis_ground[])
        as n (id, purpose, lawful_basis, transition, concerns, ground)`,
    entryOf(viewer, {
      ...{ action: "WRITE", operation, kind, subjectIds: [id] },
      fields: ["ledger"],
    }),
  );
  const shown = { source: evidence.source.trim(), wording: evidence.wording.trim() };
  await prove(
    unit,
    entries.map(({ rowId }) => ({
      ...{ basisId: rowId, subject },
      evidence: { ...shown, givenAt: at, noticeVersion },
    })),
  ).catch((error: unknown) => {
    // leaving is always taken down, be there anything left to show it with or not
    if (!(error instanceof KeyDestroyed) || !decided.every(closes)) throw error;
  });
  return null;
}

const CLOSING: readonly BasisTransition[] = [
  ...[BasisTransition.WITHDRAWN, BasisTransition.OBJECTED, BasisTransition.RESTRICTED],
];
const closes = ({ transition }: NewEntry) => CLOSING.includes(transition);

const isLater = ({ id, effectiveAt }: LawfulBasisEntry, concerns: string | undefined, at: string) =>
  id === concerns && Date.parse(effectiveAt) > Date.parse(at);

const ENDED: readonly Verdict[] = ["WITHDRAWN", "CONTRACT_ENDED", "SUPERSEDED", "IMPORT_UNDONE"];
/** Whether a row of its own has ended it, or it ran out. */
export const isOver = ({ verdict }: Judged) => verdict === "EXPIRED" || ENDED.includes(verdict);

/** Earlier rows of this transition that nothing has lifted. */
export const unlifted = ({ ledger }: Standing, transition: BasisTransition) =>
  ledger.filter(
    (row) =>
      row.transition === transition &&
      !ledger.some(
        (each) => each.concerns === row.id && each.transition === BasisTransition.LIFTED,
      ),
  );

export const isConfirmed = ({ ledger }: Standing, id: string) =>
  ledger.some((each) => each.concerns === id && each.transition === BasisTransition.CONFIRMED);
