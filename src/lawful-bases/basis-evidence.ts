// What shows a basis, as the privacy officer reads it: opened with the person's key only where somebody asks for it.
import { Field, ObjectType } from "type-graphql";
import { DateTime } from "../graphql/scalars";
import { openedEvidence, type SealedProof } from "../lawfulness/evidence";

@ObjectType({
  simpleResolvers: true,
  description: "What shows a row of the ledger (GDPR Art. 7(1)).",
})
export class BasisEvidence {
  @Field(() => String, { nullable: true, description: "How it reached us; null once erased." })
  source!: string | null;

  @Field(() => String, { nullable: true, description: "What was said, shown or decided." })
  wording!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the person said it, or it was decided.",
  })
  givenAt!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the person confirmed it, where that was asked.",
  })
  confirmedAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The version of the privacy notice that the person could read.",
  })
  noticeVersion!: string | null;

  @Field(() => Boolean, {
    description:
      "Whether it was erased: the person's key is gone, and nobody can read it any more.",
  })
  isErased!: boolean;
}

export function shownEvidence(proof: SealedProof): BasisEvidence {
  const evidence = openedEvidence(proof);
  const { source = null, wording = null, givenAt = null } = evidence ?? {};
  const { confirmedAt = null, noticeVersion = null } = evidence ?? {};
  return {
    ...{ source, wording, givenAt, confirmedAt, noticeVersion },
    isErased: evidence === null,
  };
}
