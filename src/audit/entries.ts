// The statements that write audit entries. A change writes its entry in its own transaction; a read writes it in
// its own statement, so that what is recorded is what was returned. Nobody can read back or change what they wrote.
import { ANSWERING_THE_PERSON } from "../lawfulness/purposes";
import { SUBJECT_KINDS } from "../lawfulness/register";
import { newId } from "../database/uuid";
import { type Fragment, raw, sql } from "../database/sql";
import { type Kind, purposeOf } from "../viewer/purpose";
import { requestOf, type Viewer } from "../viewer/viewer";

export type Entry = {
  action: "READ" | "WRITE" | "DENIED";
  operation: string;
  kind: Kind;
  fields?: readonly string[];
  subjectIds?: readonly string[];
  rowCount?: number;
  /** Given where something is sealed for it beforehand. */
  id?: string;
  /** What was changed of the one person whom it is about, under that person's key. */
  sealedValues?: Buffer | null;
};

const COLUMNS = raw(
  "id, action, audience, viewer_id, customer_id, service_provider_id, purpose, operation, subject_kind, fields, request_id",
);

const who = (viewer: Viewer, { id = newId(), action, operation, kind, fields = [] }: Entry) =>
  sql`${id}::uuid, ${action}::audit_action, ${viewer.audience}::text, ${viewer.id}::uuid, ${viewer.customerId}::uuid,
    ${viewer.serviceProviderId}::uuid, ${purposeOf(viewer, kind)}::text, ${operation}::text, ${kind}::text,
    ${fields}::text[], ${requestOf(viewer)}::uuid`;

/** The entry of a change. Where it is about one record, with the row of the ledger that allowed it. */
export const entryOf = (viewer: Viewer, entry: Entry): Fragment => {
  const ids = entry.subjectIds ?? [];
  const values = sql`${who(viewer, entry)}, ${ids}::uuid[], ${entry.rowCount ?? ids.length}::integer`;
  return isUseOfOne(viewer, entry)
    ? sql`insert into audit_entries (${COLUMNS}, subject_ids, row_count, sealed_values, basis_ids)
        values (${values}, ${entry.sealedValues ?? null}::bytea, array_remove(array[deciding_basis(${entry.kind}::subject_kind, ${ids[0]}::uuid)], null))`
    : sql`insert into audit_entries (${COLUMNS}, subject_ids, row_count) values (${values})`;
};

/** Answering the person needs no basis. */
const isUseOfOne = (viewer: Viewer, { action, kind, subjectIds = [] }: Entry) =>
  action === "WRITE" &&
  subjectIds.length === 1 &&
  SUBJECT_KINDS.some((each) => each === kind) &&
  purposeOf(viewer, kind) !== ANSWERING_THE_PERSON;

/** Marks the row that a page reads ahead to know whether another follows: nobody is shown it. */
export const IS_AHEAD = "isAhead";

/**
 * A query with its entry in the same statement: none where it returned nobody. `idColumn` names the person, `shown` is true of
 * the rows that the reader is shown.
 */
export const entered = (
  viewer: Viewer,
  query: Fragment,
  entry: Entry,
  idColumn: string,
  order: Fragment,
  shown: Fragment = raw("true"),
) =>
  enteredWith(
    query,
    sql`select ${who(viewer, entry)},
        coalesce(array_agg(distinct ${raw(idColumn)}) filter (where ${raw(idColumn)} is not null), '{}'), count(*)
      from r where ${shown} having count(*) > 0`,
    order,
  );

/** The same for a query that returns one row at the most, for which there is nothing to count. */
export const enteredOne = (viewer: Viewer, query: Fragment, entry: Entry, idColumn: string) =>
  enteredWith(
    query,
    sql`select ${who(viewer, entry)}, array_remove(array[${raw(idColumn)}], null), 1 from r`,
    raw(""),
  );

/** A count, as `n`, with its entry: named are those whom it counts, where they are fewer than `most`. `few` has the first of them. */
export const countEntered = (
  viewer: Viewer,
  { query, few, most }: { query: Fragment; few: Fragment; most: number },
  entry: Entry,
): Fragment =>
  sql`with q as materialized (${query}), r as materialized (${few}), a as (
      insert into audit_entries (${COLUMNS}, subject_ids, row_count)
      select ${who(viewer, entry)},
        case when count(*) < ${raw(String(most))} then coalesce(array_agg(distinct id) filter (where id is not null), '{}') else '{}' end,
        (select n::integer from q)
      from r having count(*) > 0)
    select n from q`;

const enteredWith = (query: Fragment, values: Fragment, order: Fragment) =>
  sql`with r as materialized (${query}), a as (
      insert into audit_entries (${COLUMNS}, subject_ids, row_count)
      ${values})
    select * from r ${order}`;

/** The entry of a page of the change feed: the range of its change numbers stands for the ids. `told` has it, or no row. */
export const rangeEntryOf = (viewer: Viewer, entry: Entry, told: Fragment): Fragment =>
  sql`insert into audit_entries (${COLUMNS}, row_count, first_change, last_change)
    select ${who(viewer, entry)}, n, first, last from ${told}`;
