// An objection is decided, with reasons: for the person, or against by compelling grounds of ours (GDPR Art. 21(1)).
import { Field, ID, InputType, registerEnumType } from "type-graphql";
import { type UserError, userError } from "../../graphql/user-error";
import { isDirectMarketing } from "../../lawfulness/purposes";
import type { Viewer } from "../../viewer/viewer";
import { BasisTransition } from "../ledger-entry";
import {
  EvidenceInput,
  isConfirmed,
  type LawfulnessPayload,
  type NewEntry,
  record,
  refused,
  type Standing,
  unlifted,
} from "./record";
import { subjectOfRow } from "./subject-of-row";

export enum ObjectionOutcome {
  UPHELD = "UPHELD",
  OVERRIDDEN = "OVERRIDDEN",
}
registerEnumType(ObjectionOutcome, {
  name: "ObjectionOutcome",
  description: "How an objection was decided.",
  valuesConfig: {
    UPHELD: { description: "For the person: the purpose stays closed." },
    OVERRIDDEN: { description: "Compelling grounds of ours, or legal claims, weigh more." },
  },
});

@InputType({ description: "Which objection, how it is decided, and why." })
export class ObjectionDecideInput {
  @Field(() => ID, { description: "The objection's row of the ledger." })
  id!: string;

  @Field(() => ObjectionOutcome, { description: "How it is decided." })
  outcome!: ObjectionOutcome;

  @Field(() => EvidenceInput, { description: "By whom, and the reasons." })
  evidence!: EvidenceInput;
}

/** The same decision again answers the record as it is. */
export async function objectionDecide(
  viewer: Viewer,
  { id, outcome, evidence }: ObjectionDecideInput,
): Promise<LawfulnessPayload> {
  const subject = await subjectOfRow(viewer, id, BasisTransition.OBJECTED);
  if ("code" in subject) return refused(subject);
  return record(viewer, subject, {
    operation: "objectionDecide",
    evidence,
    decide: (standing) => decided(standing, id.toLowerCase(), outcome),
  });
}

function decided(
  standing: Standing,
  id: string,
  outcome: ObjectionOutcome,
): NewEntry[] | UserError {
  const { purpose } = standing.ledger.find((row) => row.id === id)!;
  if (isDirectMarketing(purpose))
    return userError(
      "ABSOLUTE",
      "id",
      "An objection to direct marketing is weighed against nothing: it stands (Art. 21(3)).",
    );
  if (purpose === "SECURITY" && outcome === ObjectionOutcome.UPHELD)
    return userError(
      "SECURITY_GOES_ON",
      "outcome",
      "Protecting everybody who uses the platform weighs more than one person's wish to be left out of it (Art. 21(1)).",
    );
  const isUpheld = isConfirmed(standing, id);
  const isOverridden = !unlifted(standing, BasisTransition.OBJECTED).some((row) => row.id === id);
  if (outcome === ObjectionOutcome.UPHELD ? isOverridden : isUpheld)
    return userError("ALREADY_DECIDED", "id", "This objection was decided otherwise.");
  if (isUpheld || isOverridden) return [];
  const transition =
    outcome === ObjectionOutcome.UPHELD ? BasisTransition.CONFIRMED : BasisTransition.LIFTED;
  return [{ transition, purpose, concerns: id }];
}
