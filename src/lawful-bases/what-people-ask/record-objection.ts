// A person objects (GDPR Art. 21). To direct marketing: that ends it, and nothing is weighed. To anything else that stands
// on legitimate interests: it is closed until somebody has decided, with reasons. Security goes on: our balancing test
// puts the protection of all who use the platform above one person's wish to be left out of it.
import { Field, ID, InputType } from "type-graphql";
import { type UserError, userError } from "../../graphql/user-error";
import { PurposeType } from "../../lawfulness/purpose-type";
import { isDirectMarketing, type Purpose } from "../../lawfulness/purposes";
import { basesOf, type SubjectKind } from "../../lawfulness/register";
import { SubjectKindType } from "../../lawfulness/subject-kind-type";
import type { Viewer } from "../../viewer/viewer";
import { BasisTransition, type LawfulBasisEntry } from "../ledger-entry";
import {
  EvidenceInput,
  isOver,
  type LawfulnessPayload,
  type NewEntry,
  record,
  type Standing,
  unlifted,
} from "./record";

@InputType({ description: "Who objects to what, and what shows it." })
export class ObjectionRecordInput {
  @Field(() => SubjectKindType, { description: "The kind of record." })
  kind!: SubjectKind;

  @Field(() => ID, { description: "The record." })
  id!: string;

  @Field(() => PurposeType, { description: "What the person objects to." })
  purpose!: Purpose;

  @Field(() => EvidenceInput, { description: "What shows it." })
  evidence!: EvidenceInput;
}

/** Closes the purpose at once. Repeating answers the record as it is. */
export const objectionRecord = (
  viewer: Viewer,
  { kind, id, purpose, evidence }: ObjectionRecordInput,
): Promise<LawfulnessPayload> =>
  record(
    viewer,
    { kind, id },
    {
      operation: "objectionRecord",
      evidence,
      decide: (standing, at) =>
        mayBeObjectedTo(kind, purpose) ??
        (isStanding(standing, purpose) && !isAnew(standing, purpose, { at, isDated: !!evidence.at })
          ? []
          : objected(purpose)),
    },
  );

function mayBeObjectedTo(kind: SubjectKind, purpose: Purpose): UserError | null {
  const allowed = basesOf(kind)[purpose] ?? [];
  const isWeighed = allowed.some((basis) =>
    ["LEGITIMATE_INTERESTS", "PUBLIC_TASK"].includes(basis),
  );
  if (isWeighed || (allowed.length && isDirectMarketing(purpose))) return null;
  return userError(
    "NOT_IN_REGISTER",
    "purpose",
    "Nothing of this purpose stands on legitimate interests for this kind of record, so there is nothing to object to (Art. 21(1)).",
  );
}

/** The last word counts: of direct marketing a later objection is one of its own, unless it is of the same day and undated. */
function isAnew(
  standing: Standing,
  purpose: Purpose,
  { at, isDated }: { at: string; isDated: boolean },
): boolean {
  const latest = latestOf(unlifted(standing, BasisTransition.OBJECTED), purpose);
  const isSameDay = new Date(latest).toISOString().slice(0, 10) === at.slice(0, 10);
  return isDirectMarketing(purpose) && Date.parse(at) > latest && (isDated || !isSameDay);
}

const latestOf = (rows: readonly LawfulBasisEntry[], purpose: Purpose) =>
  Math.max(
    ...rows
      .filter((row) => row.purpose === purpose)
      .map(({ effectiveAt }) => Date.parse(effectiveAt)),
  );

/** A consent given since would have to be objected to anew. */
function isStanding(standing: Standing, purpose: Purpose): boolean {
  const earlier = unlifted(standing, BasisTransition.OBJECTED).filter(
    (row) => row.purpose === purpose,
  );
  const latest = latestOf(earlier, purpose);
  const isOpenAgain =
    isDirectMarketing(purpose) &&
    standing.judged.some(
      (basis) =>
        basis.purpose === purpose &&
        basis.lawfulBasis === "CONSENT" &&
        !isOver(basis) &&
        Date.parse(basis.effectiveAt) > latest,
    );
  return earlier.length > 0 && !isOpenAgain;
}

const objected = (purpose: Purpose): NewEntry[] => [
  { transition: BasisTransition.OBJECTED, purpose },
];
