// The statements of reads: the columns that the audience's schema shows, the viewer's rows only, and an audit entry in the
// same statement for each that returns people.
import type { RecordShape } from "../../access/record";
import { askedProperties, visibleWith } from "../../access/visible";
import { isReadAuditDurable } from "../../audit/durability";
import { entered, enteredOne, IS_AHEAD } from "../../audit/entries";
import { type Fragment, raw, snakeCase, sql } from "../../database/sql";
import { argumentError } from "../../errors/operation-error";
import type { Viewer } from "../../viewer/viewer";
import { positionOf } from "../cursor";
import { type Order, PAGE_MAXIMUM } from "../page";
import type { Row } from "./row-page";
import type { Selection } from "./selection";
import { inSharedTrip } from "./trip";

type Reading = {
  operation: string;
  properties: readonly string[];
  /** Whether the query marks rows behind the page; whether it has rows of parents without any. */
  readsAhead: boolean;
  isOfParents?: boolean;
  isOne?: boolean;
};

/** The rows of a query, entered where they are of people. */
export async function read(
  viewer: Viewer,
  shape: RecordShape,
  query: Fragment,
  { operation, properties, readsAhead, isOfParents = false, isOne = false }: Reading,
): Promise<Row[]> {
  const { kind, type, isPersonal, subject = "id" } = shape;
  const entry = { action: "READ", operation, kind, fields: properties } as const;
  const person = `"${subject}"`;
  const withEntry = () =>
    isOne
      ? enteredOne(viewer, query, entry, person)
      : entered(viewer, query, entry, person, raw(""), shownOf({ readsAhead, isOfParents }));
  const whole = isPersonal ? withEntry() : query;
  const { rows } = await inSharedTrip(viewer, kind, whole, isReadAuditDurable());
  for (const row of rows) row.__typename = type;
  return rows as Row[];
}

const shownOf = ({ readsAhead, isOfParents }: Pick<Reading, "readsAhead" | "isOfParents">) =>
  raw(readsAhead ? `not "${IS_AHEAD}"` : isOfParents ? '"id" is not null' : "true");

/** The properties to be read: of the fields that are asked, or of all that the audience sees; and those the list needs. */
export function propertiesOf(
  { audience }: Viewer,
  { type }: RecordShape,
  selection: Selection | null,
  needed: string | null = null,
): readonly string[] {
  const more = needed === null || needed === "id" ? [] : [needed];
  if (!selection) return visibleWith(audience, type, more);
  const fields = selection.fields.map(([{ name }]) => name.value);
  return askedProperties(type, fields, more);
}

/** Marks what lies behind the page, so that the entry names whom the reader was shown and nobody else. */
export const ahead = (order: Fragment, first: number) =>
  sql`, row_number() over (order by ${order}) > ${raw(String(first))} as ${raw(`"${IS_AHEAD}"`)}`;

export const orderOf = ({ property, isDescending }: Order): Fragment => {
  const direction = isDescending ? "desc" : "asc";
  return raw(
    property === "id" ? `id ${direction}` : `${snakeCase(property)} ${direction}, id ${direction}`,
  );
};

type Place = { list: string; order: Order; after: string | null | undefined };

/** Keyset: what lies behind the cursor's row in the list's own order. */
export function behind(viewer: Viewer, { list, order, after }: Place): Fragment[] {
  if (!after) return [];
  const { value, id } = positionOf(viewer, list, order, after);
  const isBehind = raw(order.isDescending ? "<" : ">");
  if (order.property === "id") return [sql`id ${isBehind} ${id}::uuid`];
  return [sql`(${raw(snakeCase(order.property))}, id) ${isBehind} (${value}, ${id}::uuid)`];
}

/** Whole numbers: they stand in the statement's text, so that its plan knows how few rows are wanted. */
const isPageSize = (first: unknown): first is number =>
  Number.isInteger(first) && Number(first) >= 1 && Number(first) <= PAGE_MAXIMUM;

export function checkFirst(first: number): number {
  if (isPageSize(first)) return first;
  throw argumentError("first", `The argument first takes 1 to ${PAGE_MAXIMUM}.`);
}
