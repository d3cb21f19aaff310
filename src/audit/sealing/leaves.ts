// What is hashed of an entry: all of it, with its number and a salt; and for each customer whom it concerns that customer's
// part, bound to the whole by its salted hash. One form in SQL, for the sealer and for whoever takes the log away.
import type { Json } from "../verifying/canonical";

/** Microseconds, in UTC. */
export const instant = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
const hex = (column: string) => `encode(${column}, 'hex')`;

const pairs = (members: Record<string, string>) =>
  Object.entries(members)
    .map(([name, column]) => `'${name}', ${column}`)
    .join(", ");

const ENTRY: Record<string, string> = {
  ...{ id: "e.id", recordedAt: instant("e.recorded_at"), action: "e.action" },
  ...{ audience: "e.audience", viewerId: "e.viewer_id", customerId: "e.customer_id" },
  ...{ serviceProviderId: "e.service_provider_id", purpose: "e.purpose" },
  ...{ operation: "e.operation", subjectKind: "e.subject_kind", fields: "e.fields" },
  ...{ subjectIds: "e.subject_ids", basisIds: "e.basis_ids", firstChange: "e.first_change" },
  ...{ lastChange: "e.last_change", rowCount: "e.row_count", requestId: "e.request_id" },
  sealedValues: hex("e.sealed_values"),
};

/** Of `audit_entries e`. */
export const ENTRY_AS_JSON = `json_build_object(${pairs(ENTRY)})`;

/** Of `audit_seals s` with `audit_entries e`, which may be gone. */
export const SEALED_AS_JSON = `case when e.id is null
    then json_build_object('number', s.number, 'salt', ${hex("s.salt")}, 'id', s.entry_id, 'isLost', true)
    else json_build_object('number', s.number, 'salt', ${hex("s.salt")}, ${pairs(ENTRY)}) end`;

/** Of `access_log a`. */
export const ACCESS_AS_JSON = `json_build_object(${pairs({
  ...{ tree: "a.customer_id", number: "a.number", id: "a.id" },
  ...{ recordedAt: instant("a.recorded_at"), action: "a.action", audience: "a.audience" },
  ...{ purpose: "a.purpose", operation: "a.operation", subjectKind: "a.subject_kind" },
  ...{ fields: "a.fields", subjectIds: "a.subject_ids", parent: hex("a.parent_hash") },
})})`;

export type EntryJson = { readonly [name: string]: Json } & {
  readonly id: string;
  readonly recordedAt: string;
  readonly action: string;
  readonly audience: string;
  readonly customerId: string | null;
  readonly purpose: string;
  readonly operation: string;
  readonly subjectKind: string | null;
  readonly fields: readonly string[];
  readonly subjectIds: readonly string[];
  readonly firstChange: number | null;
  readonly lastChange: number | null;
};

type Lost = { readonly id: string; readonly isLost: true };

/** Was it gone before it could be sealed, that is on record too. */
export const leafOf = (number: number, salt: Buffer, entry: EntryJson | Lost): Json => ({
  ...{ number, salt: salt.toString("hex") },
  ...entry,
});

/** The part of an entry that is about these people of a customer. */
export const accessOf = (
  { tree, number, parent }: { tree: string; number: number; parent: Buffer },
  { id, recordedAt, action, audience, purpose, operation, subjectKind, fields }: EntryJson,
  subjectIds: readonly string[],
): { readonly [name: string]: Json } => ({
  ...{ tree, number, id, recordedAt, action, audience, purpose, operation, subjectKind, fields },
  ...{ subjectIds, parent: parent.toString("hex") },
});
