// A consent is recorded with what shows it, or not at all: what the person was shown, which notice could be read, when and
// how it was given (GDPR Art. 7(1)).
import { Field, ID, InputType } from "type-graphql";
import { userError } from "../../graphql/user-error";
import { noticeVersion as versionOf } from "../../lawfulness/notice-versions";
import { PurposeType } from "../../lawfulness/purpose-type";
import type { Purpose } from "../../lawfulness/purposes";
import { basesOf, type SubjectKind } from "../../lawfulness/register";
import { SubjectKindType } from "../../lawfulness/subject-kind-type";
import type { Viewer } from "../../viewer/viewer";
import { BasisTransition } from "../ledger-entry";
import { EvidenceInput, isOver, type LawfulnessPayload, record, refused } from "./record";
import { isTakenBackSince, takenBackSince } from "./taken-back";

@InputType({ description: "Who consented to what, and what shows it." })
export class ConsentRecordInput {
  @Field(() => SubjectKindType, { description: "The kind of record." })
  kind!: SubjectKind;

  @Field(() => ID, { description: "The record." })
  id!: string;

  @Field(() => PurposeType, { description: "What the person consented to." })
  purpose!: Purpose;

  @Field(() => String, {
    description: "The version of the privacy notice that the person could read: `2021-01-11`.",
  })
  noticeVersion!: string;

  @Field(() => EvidenceInput, { description: "What the person was shown, how and when." })
  evidence!: EvidenceInput;
}

/** A later consent takes the place of an earlier one. The same again answers the record as it is. */
export async function consentRecord(
  viewer: Viewer,
  { kind, id, purpose, noticeVersion, evidence }: ConsentRecordInput,
): Promise<LawfulnessPayload> {
  const notice = versionOf(noticeVersion);
  if (!notice)
    return refused(
      userError("INVALID", "noticeVersion", "Name a version of the notice that there is."),
    );
  if (!basesOf(kind)[purpose]?.includes("CONSENT"))
    return refused(
      userError(
        "NOT_IN_REGISTER",
        "purpose",
        "The processing register has no consent to this purpose for this kind of record.",
      ),
    );
  return record(
    viewer,
    { kind, id },
    {
      ...{ operation: "consentRecord", evidence, noticeVersion },
      decide: ({ ledger, judged }, at) => {
        const given = Date.parse(at);
        if (given < Date.parse(notice.publishedAt))
          return userError(
            "OLDER_THAN_NOTICE",
            "noticeVersion",
            "The consent is older than this version of the notice. Name the one that the person could read then.",
          );
        if (isTakenBackSince({ ledger, judged }, purpose, given)) return takenBackSince();
        const consents = judged.filter(
          (basis) => basis.lawfulBasis === "CONSENT" && basis.purpose === purpose,
        );
        if (consents.some(({ effectiveAt }) => Date.parse(effectiveAt) === given)) return [];
        const earlier = consents.filter(
          (basis) => !isOver(basis) && Date.parse(basis.effectiveAt) < given,
        );
        const isOf = { purpose, lawfulBasis: "CONSENT" } as const;
        return [
          { ...isOf, transition: BasisTransition.ESTABLISHED },
          ...earlier.map((basis) => ({
            ...{ ...isOf, transition: BasisTransition.SUPERSEDED, concerns: basis.id },
          })),
        ];
      },
    },
  );
}
