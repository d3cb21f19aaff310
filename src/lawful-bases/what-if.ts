// What would happen if we gave up a purpose, a basis or rows of the register: counted before it is done, and nothing written.
import { Field, InputType, Int, ObjectType } from "type-graphql";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { inOneTrip } from "../database/unit-of-work";
import { UserError, userError } from "../graphql/user-error";
import { LawfulBasisType, PurposeType } from "../lawfulness/purpose-type";
import type { LawfulBasis, Purpose } from "../lawfulness/purposes";
import { allowedBases, type SubjectKind } from "../lawfulness/register";
import { SubjectKindType } from "../lawfulness/subject-kind-type";
import { ListSize } from "../limits/declared-cost";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";

@InputType({ description: "A row of the processing register." })
export class RegisterRowInput {
  @Field(() => SubjectKindType, { description: "The kind of record." })
  kind!: SubjectKind;

  @Field(() => PurposeType, { description: "What for." })
  purpose!: Purpose;

  @Field(() => LawfulBasisType, { description: "On which basis." })
  lawfulBasis!: LawfulBasis;
}

@InputType({ description: "What would be given up: one of the three." })
export class WhatIfInput {
  @Field(() => PurposeType, { nullable: true, description: "A purpose, for all kinds." })
  retirePurpose?: Purpose | null;

  @Field(() => LawfulBasisType, { nullable: true, description: "A basis, for all purposes." })
  endBasis?: LawfulBasis | null;

  @Field(() => [RegisterRowInput], { nullable: true, description: "Rows of the register." })
  removeRows?: RegisterRowInput[] | null;
}

@ObjectType({ simpleResolvers: true, description: "What would happen to the records of a kind." })
export class WhatIfOfKind {
  @Field(() => SubjectKindType, { description: "The kind of record." })
  kind!: SubjectKind;

  @Field(() => Int, { description: "How many there are." })
  records!: number;

  @Field(() => Int, { description: "How many could be used for some purpose no more." })
  closed!: number;

  @Field(() => Int, { description: "How many would lose their last basis, and be erased." })
  erased!: number;
}

@ObjectType({ simpleResolvers: true, description: "What would happen. Nothing was changed." })
export class WhatIf {
  @ListSize(5)
  @Field(() => [WhatIfOfKind], { description: "By kind of record." })
  kinds!: WhatIfOfKind[];

  @Field(() => Int, { description: "How many records of people it would close: whom to tell." })
  peopleToTell!: number;

  @Field(() => Int, { description: "How many tools hold some of them now, and would be told." })
  toolsToCall!: number;
}

@ObjectType({ simpleResolvers: true, description: "What would happen." })
export class WhatIfPayload {
  @Field(() => WhatIf, { nullable: true, description: "What would happen." })
  whatIf!: WhatIf | null;

  @ListSize(2)
  @Field(() => [UserError], { description: "Why it can't be said." })
  userErrors!: UserError[];
}

export async function whatIf(viewer: Viewer, input: WhatIfInput): Promise<WhatIfPayload> {
  const given = [input.retirePurpose, input.endBasis, input.removeRows].filter(Boolean);
  if (given.length !== 1) {
    const message = "Give one of retirePurpose, endBasis and removeRows.";
    return { whatIf: null, userErrors: [userError("INVALID", null, message)] };
  }
  const removed = removedBy(input);
  if (!removed.length) {
    const message = "The register has nothing of this: nothing would be given up.";
    return { whatIf: null, userErrors: [userError("NOT_IN_REGISTER", null, message)] };
  }
  const kinds = [...new Set(removed.map(({ kind }) => kind))];
  const purposes = [...new Set(removed.map(({ purpose }) => purpose))];
  const [counted, tools] = await inOneTrip(actorOf(viewer, "GOVERNANCE"), [
    sql`select kind, records, closed, erased
      from what_if(${removed.map(({ kind }) => kind)}::subject_kind[],
        ${removed.map(({ purpose }) => purpose)}::purpose[], ${removed.map(({ basis }) => basis)}::lawful_basis[])`,
    sql`select count(distinct c.id)::integer as n
      from api_clients c join provider_agreements a on a.service_provider_id = c.service_provider_id
      where c.audience = 'CONTACT_SYNC' and c.revoked_at is null and c.expires_at > decision_time()
        and a.in_force_from <= decision_time() and coalesce(a.ended_at, 'infinity') > decision_time()
        and a.kinds::text[] && ${kinds}::text[] and a.purposes::text[] && ${purposes}::text[]`,
    entryOf(viewer, { action: "READ", operation: "whatIf", kind: "GOVERNANCE" }),
  ]);
  const found = counted!.rows as unknown as WhatIfOfKind[];
  const people = found.filter(({ kind }) => kind !== "CUSTOMER");
  return {
    whatIf: {
      kinds: found,
      peopleToTell: people.reduce((sum, { closed }) => sum + closed, 0),
      toolsToCall: Number(tools!.rows[0]?.n),
    },
    userErrors: [],
  };
}

/** Rows that the register has and would have no more. */
const removedBy = ({ retirePurpose, endBasis, removeRows }: WhatIfInput) =>
  allowedBases().filter(({ kind, purpose, basis }) => {
    if (retirePurpose) return purpose === retirePurpose;
    if (endBasis) return basis === endBasis;
    return removeRows!.some(
      (row) => row.kind === kind && row.purpose === purpose && row.lawfulBasis === basis,
    );
  });
