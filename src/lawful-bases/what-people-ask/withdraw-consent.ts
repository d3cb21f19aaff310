// A person takes a consent back, as easily as it was given (GDPR Art. 7(3)). What was done before stays lawful.
import { Field, ID, InputType } from "type-graphql";
import { userError } from "../../graphql/user-error";
import { PurposeType } from "../../lawfulness/purpose-type";
import type { Purpose } from "../../lawfulness/purposes";
import type { SubjectKind } from "../../lawfulness/register";
import { SubjectKindType } from "../../lawfulness/subject-kind-type";
import type { Viewer } from "../../viewer/viewer";
import { BasisTransition } from "../ledger-entry";
import { EvidenceInput, isOver, type LawfulnessPayload, record } from "./record";

@InputType({ description: "Whose consent, to what, and what shows that it was taken back." })
export class ConsentWithdrawInput {
  @Field(() => SubjectKindType, { description: "The kind of record." })
  kind!: SubjectKind;

  @Field(() => ID, { description: "The record." })
  id!: string;

  @Field(() => PurposeType, { description: "What the person consented to." })
  purpose!: Purpose;

  @Field(() => EvidenceInput, { description: "What shows it." })
  evidence!: EvidenceInput;
}

/** Ends every consent to the purpose that was given before. Repeating answers the record as it is. */
export const consentWithdraw = (
  viewer: Viewer,
  { kind, id, purpose, evidence }: ConsentWithdrawInput,
): Promise<LawfulnessPayload> =>
  record(
    viewer,
    { kind, id },
    {
      operation: "consentWithdraw",
      evidence,
      decide: ({ judged }, at) => {
        const consents = judged.filter(
          (basis) =>
            basis.lawfulBasis === "CONSENT" &&
            basis.purpose === purpose &&
            Date.parse(basis.effectiveAt) <= Date.parse(at),
        );
        if (!consents.length)
          return userError(
            "NO_SUCH_BASIS",
            "purpose",
            "No consent to this purpose was given before. Where it stands on legitimate interests the person objects: take objectionRecord.",
          );
        return consents
          .filter((consent) => !isOver(consent))
          .map((consent) => ({
            transition: BasisTransition.WITHDRAWN,
            purpose,
            lawfulBasis: "CONSENT",
            concerns: consent.id,
          }));
      },
    },
  );
