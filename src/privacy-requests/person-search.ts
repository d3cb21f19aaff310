// The privacy officer finds one person across our own kinds, by the exact address and its keyed hash: one index hit a
// kind, one round trip, an entry for each kind that knew the person, on disk before the answer.
import { Field, ID, ObjectType } from "type-graphql";
import { entered } from "../audit/entries";
import { raw, sql } from "../database/sql";
import { inOneTrip } from "../database/unit-of-work";
import { DateTime } from "../graphql/scalars";
import { LawfulBasisEntry, provenEntryAsJson } from "../lawful-bases/ledger-entry";
import { PERSON_TABLES, type PersonKind } from "../lawfulness/person-tables";
import { PurposeType } from "../lawfulness/purpose-type";
import { type Purpose, purposesIn } from "../lawfulness/purposes";
import type { SubjectKind } from "../lawfulness/register";
import { SubjectKindType } from "../lawfulness/subject-kind-type";
import { ListSize } from "../limits/declared-cost";
import { canonicalAddress } from "../mail/address";
import { addressHash } from "../mail/address-hash";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";

@ObjectType({
  simpleResolvers: true,
  description: "What we hold of a person, in one kind of record.",
})
export class PersonRecord {
  @Field(() => SubjectKindType, { description: "The kind of record." })
  kind!: SubjectKind;

  @Field(() => ID, { description: "The record." })
  id!: string;

  @Field(() => ID, { nullable: true, description: "The customer, for its contacts and users." })
  customerId!: string | null;

  @Field(() => String, { description: "The name as held." })
  name!: string;

  @Field(() => String, { description: "The address as held." })
  emailAddress!: string;

  @Field(() => DateTime, { description: "When the record was made." })
  createdAt!: string;

  @ListSize(5)
  @Field(() => [PurposeType], { description: "What it may be processed for now." })
  permittedPurposes!: Purpose[];

  @ListSize(10)
  @Field(() => [LawfulBasisEntry], { description: "Its ledger, the earliest first." })
  lawfulBases!: LawfulBasisEntry[];
}

const FIELDS = [
  "id",
  "customerId",
  "name",
  "emailAddress",
  "createdAt",
  "permittedPurposes",
  "lawfulBases",
  "evidence",
];

export async function personSearch(viewer: Viewer, emailAddress: string): Promise<PersonRecord[]> {
  const canonical = canonicalAddress(emailAddress);
  if (!canonical) return [];
  const hash = addressHash(canonical);
  const kinds = Object.keys(PERSON_TABLES) as PersonKind[];
  const results = await inOneTrip(
    actorOf(viewer, "PROSPECT"),
    kinds.map((kind) =>
      entered(
        viewer,
        heldUnder(kind, hash),
        { action: "READ", operation: "personSearch", kind, fields: FIELDS },
        "id",
        raw(""),
      ),
    ),
  );
  return results.flatMap(({ rows }, index) =>
    rows.map((row) => ({
      ...(row as unknown as PersonRecord),
      kind: kinds[index]!,
      permittedPurposes: purposesIn(Number(row.purposes)),
    })),
  );
}

const heldUnder = (kind: PersonKind, hash: Buffer) =>
  sql`select t.id, ${raw(kind === "PROSPECT" || kind === "SUBSCRIBER" ? "null::uuid" : "t.customer_id")} as "customerId",
      t.name, t.email_address as "emailAddress", t.created_at as "createdAt", t.purposes,
      (select coalesce(json_agg(${provenEntryAsJson("b")} order by b.effective_at, b.id), '[]')
        from lawful_bases b where b.subject_id = t.id) as "lawfulBases"
    from ${raw(PERSON_TABLES[kind])} t where t.email_hash = ${hash}::bytea`;
