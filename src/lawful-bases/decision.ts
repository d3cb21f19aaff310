// Whether a record may be processed for a purpose, at a time, as it was known at a time: the rows of the ledger that decide,
// and what they say in a sentence. PostgreSQL judges (`judged_bases`); nothing is decided here.
import { Field, ObjectType } from "type-graphql";
import { raw, sql } from "../database/sql";
import { DateTime } from "../graphql/scalars";
import { PurposeType } from "../lawfulness/purpose-type";
import type { Purpose } from "../lawfulness/purposes";
import { basesOf, type SubjectKind } from "../lawfulness/register";
import { LawfulBasisEntry, provenEntryAsJson } from "./ledger-entry";
import { sentenceOf } from "./sentence";

@ObjectType({ simpleResolvers: true, description: "Whether a purpose is permitted, and why." })
export class Decision {
  @Field(() => PurposeType, { description: "What for." })
  purpose!: Purpose;

  @Field(() => Boolean, { description: "Whether the record may be processed for it." })
  isPermitted!: boolean;

  @Field(() => String, { description: "Why, in a sentence." })
  because!: string;

  @Field(() => DateTime, { nullable: true, description: "Until when; null without end." })
  until!: string | null;

  @Field(() => LawfulBasisEntry, {
    nullable: true,
    description: "The basis that it stands on, or stood on last; null where there was never any.",
  })
  basis!: LawfulBasisEntry | null;

  @Field(() => LawfulBasisEntry, {
    nullable: true,
    description: "The row that closes it; null where it is permitted.",
  })
  closedBy!: LawfulBasisEntry | null;
}

/** What PostgreSQL says of a basis: that it counts, or what closes it. */
export type Verdict =
  | "COUNTS"
  | "RESTRICTED"
  | "OBJECTION_PENDING"
  | "OBJECTED"
  | "EXPIRED"
  | "NOT_IN_REGISTER"
  | "WITHDRAWN"
  | "CONTRACT_ENDED"
  | "SUPERSEDED"
  | "IMPORT_UNDONE";

export type Decided = {
  purpose: Purpose;
  verdict: Verdict;
  until: string | null;
  basis: LawfulBasisEntry;
  closedBy: LawfulBasisEntry | null;
};

/** Of several bases of a purpose the one that counts decides; where none does, the one that is closed for a while, then the latest. */
export const decisionsAt = (
  kind: SubjectKind,
  id: string,
  { at, knownAt }: { at: string | null; knownAt: string | null },
) =>
  sql`select distinct on (j.purpose) j.purpose, j.verdict, nullif(j.until, 'infinity') as until,
      (select ${provenEntryAsJson("b")} from lawful_bases b where b.id = j.basis_id) as basis,
      case when j.decided_by <> j.basis_id
        then (select ${provenEntryAsJson("c")} from lawful_bases c where c.id = j.decided_by) end as "closedBy"
    from (
      select * from judged_bases(${kind}::subject_kind, array[${id}::uuid], coalesce(${at}::timestamptz, decision_time()),
        coalesce(${knownAt}::timestamptz, 'infinity')) offset 0) j
    order by j.purpose, ${raw(`case j.verdict when 'COUNTS' then 0 when 'RESTRICTED' then 1
      when 'OBJECTION_PENDING' then 2 when 'OBJECTED' then 3 else 4 end`)},
      j.until desc, j.effective_at desc, j.basis_id`;

/** One for each purpose that the register has for the kind, whether there was ever a basis for it or not. */
export function decisionsOf(kind: SubjectKind, decided: readonly Decided[]): Decision[] {
  const found = new Map(decided.map((row) => [row.purpose, row]));
  const purposes = new Set([...(Object.keys(basesOf(kind)) as Purpose[]), ...found.keys()]);
  return [...purposes].map((purpose) => decisionOf(purpose, found.get(purpose)));
}

export const decisionOf = (purpose: Purpose, decided: Decided | undefined): Decision => ({
  purpose,
  isPermitted: decided?.verdict === "COUNTS",
  because: sentenceOf(decided),
  until: decided?.verdict === "COUNTS" ? decided.until : null,
  basis: decided?.basis ?? null,
  closedBy: decided?.closedBy ?? null,
});
