// The processing register as the privacy officer reads it (GDPR Art. 30).
import { Field, ObjectType } from "type-graphql";
import { LawfulBasisType, PurposeType } from "../lawfulness/purpose-type";
import type { LawfulBasis, Purpose } from "../lawfulness/purposes";
import { PROCESSING_REGISTER, type SubjectKind } from "../lawfulness/register";
import { SubjectKindType } from "../lawfulness/subject-kind-type";
import { ListSize } from "../limits/declared-cost";

@ObjectType({ simpleResolvers: true, description: "The bases on which a purpose can stand." })
export class PurposeBases {
  @Field(() => PurposeType, { description: "What for." })
  purpose!: Purpose;

  @ListSize(3)
  @Field(() => [LawfulBasisType], { description: "On which of these bases." })
  lawfulBases!: readonly LawfulBasis[];
}

@ObjectType({ simpleResolvers: true, description: "A row of the processing register." })
export class ProcessingActivity {
  @Field(() => String, { description: "What it is about." })
  activity!: string;

  @Field(() => SubjectKindType, {
    nullable: true,
    description: "The kind of record, where it is one.",
  })
  kind!: SubjectKind | null;

  @Field(() => String, { description: "CONTROLLER or PROCESSOR." })
  ourRole!: string;

  @Field(() => String, { description: "The data." })
  data!: string;

  @ListSize(5)
  @Field(() => [PurposeBases], { description: "What for, and on which bases." })
  purposes!: PurposeBases[];

  @Field(() => String, { description: "Under which conditions." })
  conditions!: string;
}

export const processingRegister = (): ProcessingActivity[] =>
  PROCESSING_REGISTER.map(({ bases, ...row }) => ({
    ...row,
    purposes: Object.entries(bases).map(([purpose, lawfulBases]) => ({
      purpose: purpose as Purpose,
      lawfulBases,
    })),
  }));
