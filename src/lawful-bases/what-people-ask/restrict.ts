// A person has the processing restricted (GDPR Art. 18(1)): kept, and used for almost nothing, until that is lifted, of
// which the person is told before (Art. 18(3)).
import { Field, ID, InputType, registerEnumType } from "type-graphql";
import type { SubjectKind } from "../../lawfulness/register";
import { SubjectKindType } from "../../lawfulness/subject-kind-type";
import type { Viewer } from "../../viewer/viewer";
import { BasisGround, BasisTransition, type LawfulBasisEntry } from "../ledger-entry";
import {
  EvidenceInput,
  isOver,
  type LawfulnessPayload,
  record,
  refused,
  type Standing,
  unlifted,
} from "./record";
import { subjectOfRow } from "./subject-of-row";

export enum RestrictionGround {
  ACCURACY_CONTESTED = "ACCURACY_CONTESTED",
  PROCESSING_UNLAWFUL = "PROCESSING_UNLAWFUL",
  NEEDED_FOR_CLAIMS = "NEEDED_FOR_CLAIMS",
}
registerEnumType(RestrictionGround, {
  name: "RestrictionGround",
  description: "Why processing is restricted.",
  valuesConfig: {
    ACCURACY_CONTESTED: { description: "The person says that the data is wrong (Art. 18(1)(a))." },
    PROCESSING_UNLAWFUL: { description: "Unlawful, and not to be erased (Art. 18(1)(b))." },
    NEEDED_FOR_CLAIMS: { description: "The person needs it for legal claims (Art. 18(1)(c))." },
  },
});

@InputType({ description: "Whose record is restricted, why, and what shows it." })
export class RestrictionRecordInput {
  @Field(() => SubjectKindType, { description: "The kind of record." })
  kind!: SubjectKind;

  @Field(() => ID, { description: "The record." })
  id!: string;

  @Field(() => RestrictionGround, { description: "Why." })
  ground!: RestrictionGround;

  @Field(() => EvidenceInput, { description: "What shows it." })
  evidence!: EvidenceInput;
}

@InputType({ description: "Which restriction is lifted, and why." })
export class RestrictionLiftInput {
  @Field(() => ID, { description: "The restriction's row of the ledger." })
  id!: string;

  @Field(() => EvidenceInput, { description: "How the person was told, and the reasons." })
  evidence!: EvidenceInput;
}

/** The same ground again answers the record as it is. */
export const restrictionRecord = (
  viewer: Viewer,
  { kind, id, ground, evidence }: RestrictionRecordInput,
): Promise<LawfulnessPayload> =>
  record(
    viewer,
    { kind, id },
    {
      operation: "restrictionRecord",
      evidence,
      decide: (standing) =>
        unlifted(standing, BasisTransition.RESTRICTED).some(
          (row) => row.ground === BasisGround[ground] && !isOpenedSince(standing, row),
        )
          ? []
          : [{ transition: BasisTransition.RESTRICTED, ground: BasisGround[ground] }],
    },
  );

/** By a consent that the person gave later, and which a new restriction closes. */
const isOpenedSince = ({ judged }: Standing, { effectiveAt }: LawfulBasisEntry) =>
  judged.some(
    (basis) =>
      basis.lawfulBasis === "CONSENT" &&
      !isOver(basis) &&
      Date.parse(basis.effectiveAt) > Date.parse(effectiveAt),
  );

/** Lifting what was lifted answers the record as it is. */
export async function restrictionLift(
  viewer: Viewer,
  { id, evidence }: RestrictionLiftInput,
): Promise<LawfulnessPayload> {
  const subject = await subjectOfRow(viewer, id, BasisTransition.RESTRICTED);
  if ("code" in subject) return refused(subject);
  return record(viewer, subject, {
    operation: "restrictionLift",
    evidence,
    decide: (standing) =>
      unlifted(standing, BasisTransition.RESTRICTED)
        .filter((row) => row.id === id.toLowerCase())
        .map((row) => ({ transition: BasisTransition.LIFTED, concerns: row.id })),
  });
}
