// An existing customer's contact may be mailed about our own similar services without having consented, where four things
// are shown (ePrivacy Directive Art. 13(2)): the address came with a sale, the mails are about similar services of ours,
// the person could object when it was collected, and can in each mail.
import { Field, ID, InputType } from "type-graphql";
import { userError } from "../../graphql/user-error";
import type { Viewer } from "../../viewer/viewer";
import { BasisGround, BasisTransition } from "../ledger-entry";
import {
  EvidenceInput,
  isOver,
  type Judged,
  type LawfulnessPayload,
  record,
  refused,
} from "./record";
import { isTakenBackSince, takenBackSince } from "./taken-back";

@InputType({ description: "Which contact, and the four conditions." })
export class ExistingCustomerRecordInput {
  @Field(() => ID, { description: "The customer's contact." })
  id!: string;

  @Field(() => Boolean, { description: "Whether the address was obtained with a sale." })
  wasObtainedWithSale!: boolean;

  @Field(() => Boolean, { description: "Whether only similar services of ours are advertised." })
  isForSimilarServices!: boolean;

  @Field(() => Boolean, { description: "Whether the person could object when it was collected." })
  couldObjectWhenCollected!: boolean;

  @Field(() => Boolean, { description: "Whether the person can object in each mail." })
  canObjectInEachMail!: boolean;

  @Field(() => EvidenceInput, { description: "What shows the four." })
  evidence!: EvidenceInput;
}

const CONDITIONS = [
  "wasObtainedWithSale",
  "isForSimilarServices",
  "couldObjectWhenCollected",
  "canObjectInEachMail",
] as const;

const isException = ({ ground }: Judged) => ground === BasisGround.EXISTING_CUSTOMER;
const isService = ({ purpose }: Judged) => purpose === "SERVICE_PERFORMANCE";
const isBefore = ({ effectiveAt }: Judged, at: string) => Date.parse(effectiveAt) <= Date.parse(at);

/** Repeating answers the record as it is. */
export async function existingCustomerRecord(
  viewer: Viewer,
  input: ExistingCustomerRecordInput,
): Promise<LawfulnessPayload> {
  const missing = CONDITIONS.find((condition) => !input[condition]);
  if (missing)
    return refused(
      userError(
        "REQUIRED",
        missing,
        "All four conditions have to be met, or the person has to consent.",
      ),
    );
  return record(
    viewer,
    { kind: "CUSTOMER_CONTACT", id: input.id },
    {
      operation: "existingCustomerRecord",
      evidence: input.evidence,
      decide: (standing, at) => {
        const { judged } = standing;
        if (judged.some((basis) => isException(basis) && !isOver(basis))) return [];
        if (!judged.some((basis) => isService(basis) && isBefore(basis, at) && !isOver(basis)))
          return userError(
            "NO_SUCH_BASIS",
            "id",
            "This is no existing customer's contact, or was none yet at that time.",
          );
        if (isTakenBackSince(standing, "MARKETING_AND_SALES", Date.parse(at)))
          return takenBackSince();
        return [
          {
            transition: BasisTransition.ESTABLISHED,
            purpose: "MARKETING_AND_SALES",
            lawfulBasis: "LEGITIMATE_INTERESTS",
            ground: BasisGround.EXISTING_CUSTOMER,
          },
        ];
      },
    },
  );
}
