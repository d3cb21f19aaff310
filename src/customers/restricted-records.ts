// A restricted record is closed to whoever works with it, and that is said: which it is and since when, and nothing of whom.
import { Field, ID, ObjectType } from "type-graphql";
import { isReadAuditDurable } from "../audit/durability";
import { entered, type Entry } from "../audit/entries";
import { raw, sql } from "../database/sql";
import { loaderOf } from "../graphql/reads/loaders";
import { inSharedTrip } from "../graphql/reads/trip";
import { DateTime } from "../graphql/scalars";
import type { SubjectKind } from "../lawfulness/register";
import { SubjectKindType } from "../lawfulness/subject-kind-type";
import type { Viewer } from "../viewer/viewer";

@ObjectType({
  simpleResolvers: true,
  description: "A record that may hardly be used for now (GDPR Art. 18(2)).",
})
export class RestrictedRecord {
  @Field(() => SubjectKindType, { description: "The kind of record." })
  kind!: SubjectKind;

  @Field(() => ID, { description: "The record." })
  id!: string;

  @Field(() => DateTime, { description: "Since when it is restricted." })
  since!: string;
}

export const restrictedRecordsOf = (viewer: Viewer, customerId: string) =>
  loaderOf(viewer, "restricted records", (ids: readonly string[]) =>
    restrictedOf(viewer, ids),
  ).load(customerId);

const READ: Entry = {
  ...({ action: "READ", operation: "Customer.restrictedRecords", kind: "CUSTOMER" } as const),
  fields: ["restrictedRecords"],
};

async function restrictedOf(viewer: Viewer, ids: readonly string[]): Promise<RestrictedRecord[][]> {
  const query = sql`select customer_id as "customerId", kind, id, since from restricted_records(${ids}::uuid[])`;
  const { rows } = await inSharedTrip(
    viewer,
    "CUSTOMER",
    entered(viewer, query, READ, "id", raw("order by since, id")),
    isReadAuditDurable(),
  );
  const found = rows as unknown as (RestrictedRecord & { customerId: string })[];
  return ids.map((id) => found.filter(({ customerId }) => customerId === id));
}
