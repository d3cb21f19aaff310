// The ledger of bases over GraphQL: why a record may be processed, and what people ask of us about it.
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
} from "type-graphql";
import type { Context } from "../graphql/context";
import { DateTime } from "../graphql/scalars";
import { PurposeType } from "../lawfulness/purpose-type";
import type { Purpose } from "../lawfulness/purposes";
import type { SubjectKind } from "../lawfulness/register";
import { SubjectKindType } from "../lawfulness/subject-kind-type";
import { Cost } from "../limits/declared-cost";
import { BasisEvidence, shownEvidence } from "./basis-evidence";
import { Decision } from "./decision";
import { ObjectionDecideInput, objectionDecide } from "./what-people-ask/decide-objection";
import { Lawfulness, lawfulness, type Moment, why } from "./lawfulness";
import { LawfulBasisEntry } from "./ledger-entry";
import { LawfulnessPayload } from "./what-people-ask/record";
import { ConsentRecordInput, consentRecord } from "./what-people-ask/record-consent";
import { ObjectionRecordInput, objectionRecord } from "./what-people-ask/record-objection";
import {
  ExistingCustomerRecordInput,
  existingCustomerRecord,
} from "./what-people-ask/record-existing-customer";
import {
  RestrictionLiftInput,
  restrictionLift,
  RestrictionRecordInput,
  restrictionRecord,
} from "./what-people-ask/restrict";
import { whatIf, WhatIfInput, WhatIfPayload } from "./what-if";
import { ConsentWithdrawInput, consentWithdraw } from "./what-people-ask/withdraw-consent";

@ArgsType()
class SubjectAtArguments {
  @Field(() => SubjectKindType, { description: "The kind of record." })
  kind!: SubjectKind;

  @Field(() => ID, { description: "The record." })
  id!: string;

  @Field(() => DateTime, { nullable: true, description: "For this time. Now, if left out." })
  at?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "By what was known at this time. By all that we know, if left out.",
  })
  knownAt?: string | null;
}

@ArgsType()
class WhyArguments extends SubjectAtArguments {
  @Field(() => PurposeType, { description: "What for." })
  purpose!: Purpose;
}

/** It judges every record of the kinds concerned. */
const WHAT_IF_COST = 2_000;

const momentOf = ({ at = null, knownAt = null }: SubjectAtArguments): Moment => ({ at, knownAt });

@Resolver()
export class LawfulBasisResolver {
  @Query(() => Lawfulness, {
    nullable: true,
    description: "What a record may be processed for, now or at an earlier time, and why.",
  })
  lawfulness(
    @Args(() => SubjectAtArguments) asked: SubjectAtArguments,
    @Ctx() { viewer }: Context,
  ) {
    return lawfulness(viewer, asked, momentOf(asked));
  }

  @Query(() => Decision, {
    nullable: true,
    description: "Why a record may or may not be processed for one purpose.",
  })
  why(@Args(() => WhyArguments) asked: WhyArguments, @Ctx() { viewer }: Context) {
    return why(viewer, asked, asked.purpose, momentOf(asked));
  }

  @Cost(WHAT_IF_COST)
  @Query(() => WhatIfPayload, {
    description: "What would happen if a purpose, a basis or rows of the register were given up.",
  })
  whatIf(
    @Arg("change", () => WhatIfInput, { description: "What would be given up." })
    change: WhatIfInput,
    @Ctx() { viewer }: Context,
  ) {
    return whatIf(viewer, change);
  }

  @Mutation(() => LawfulnessPayload, {
    description: "Record a consent, with what shows it (GDPR Art. 7(1)).",
  })
  consentRecord(
    @Arg("input", () => ConsentRecordInput, { description: "Whose, to what." })
    input: ConsentRecordInput,
    @Ctx() { viewer }: Context,
  ) {
    return consentRecord(viewer, input);
  }

  @Mutation(() => LawfulnessPayload, {
    description: "Record that a person took a consent back (GDPR Art. 7(3)).",
  })
  consentWithdraw(
    @Arg("input", () => ConsentWithdrawInput, { description: "Whose, to what." })
    input: ConsentWithdrawInput,
    @Ctx() { viewer }: Context,
  ) {
    return consentWithdraw(viewer, input);
  }

  @Mutation(() => LawfulnessPayload, {
    description:
      "Record that a customer's contact may be mailed as an existing customer (ePrivacy Directive Art. 13(2)).",
  })
  existingCustomerRecord(
    @Arg("input", () => ExistingCustomerRecordInput, { description: "Whom, and what shows it." })
    input: ExistingCustomerRecordInput,
    @Ctx() { viewer }: Context,
  ) {
    return existingCustomerRecord(viewer, input);
  }

  @Mutation(() => LawfulnessPayload, {
    description: "Record that a person objects to a purpose, which closes it (GDPR Art. 21).",
  })
  objectionRecord(
    @Arg("input", () => ObjectionRecordInput, { description: "Who, to what." })
    input: ObjectionRecordInput,
    @Ctx() { viewer }: Context,
  ) {
    return objectionRecord(viewer, input);
  }

  @Mutation(() => LawfulnessPayload, {
    description: "Decide an objection, with reasons (GDPR Art. 21(1)).",
  })
  objectionDecide(
    @Arg("input", () => ObjectionDecideInput, { description: "Which, and how." })
    input: ObjectionDecideInput,
    @Ctx() { viewer }: Context,
  ) {
    return objectionDecide(viewer, input);
  }

  @Mutation(() => LawfulnessPayload, {
    description: "Restrict the processing of a record (GDPR Art. 18(1)).",
  })
  restrictionRecord(
    @Arg("input", () => RestrictionRecordInput, { description: "Which, and why." })
    input: RestrictionRecordInput,
    @Ctx() { viewer }: Context,
  ) {
    return restrictionRecord(viewer, input);
  }

  @Mutation(() => LawfulnessPayload, {
    description: "Lift a restriction, of which the person was told before (GDPR Art. 18(3)).",
  })
  restrictionLift(
    @Arg("input", () => RestrictionLiftInput, { description: "Which, and why." })
    input: RestrictionLiftInput,
    @Ctx() { viewer }: Context,
  ) {
    return restrictionLift(viewer, input);
  }
}

@Resolver(() => LawfulBasisEntry)
export class LedgerEntryResolver {
  @FieldResolver(() => BasisEvidence, {
    nullable: true,
    description: "What shows it; null where nothing was kept.",
  })
  evidence(@Root() { proof }: LawfulBasisEntry): BasisEvidence | null {
    return proof ? shownEvidence(proof) : null;
  }
}

export const lawfulBasisResolvers = [LawfulBasisResolver, LedgerEntryResolver];
