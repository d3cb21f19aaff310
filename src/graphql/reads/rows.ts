// How a feature reads its records: rows, one by its identifier, a page of a list, how many there are. Where the resolver's
// `info` is given, what is asked below them is read in the same round trip.
import type { RecordShape } from "../../access/record";
import { reachOf } from "../../access/scope";
import { isReadAuditDurable } from "../../audit/durability";
import { countEntered } from "../../audit/entries";
import { columnList, every, type Fragment, raw, snakeCase, sql } from "../../database/sql";
import { UUID } from "../../database/uuid";
import type { Viewer } from "../../viewer/viewer";
import type { ConnectionOf, Order, PageArguments } from "../page";
import { loaderOf } from "./loaders";
import { lookAhead } from "./look-ahead";
import { type Row, RowPage } from "./row-page";
import { askingOf, type Info, selectionOf } from "./selection";
import { ahead, behind, checkFirst, orderOf, propertiesOf, read } from "./statements";
import { inSharedTrip } from "./trip";

type RowsOf = {
  operation: string;
  where?: Fragment[];
  orderBy?: Fragment;
  limit?: number;
  /** Rows that are shown, where one more is read ahead. */
  shown?: number;
  properties?: readonly string[];
  /** Whether there can be no second row. */
  isOne?: boolean;
};
type PageOf = {
  operation: string;
  where?: Fragment[];
  page: PageArguments;
  order: Order;
  info?: Info;
};

/** Rows in one statement, with their entry. */
export async function readRows<T>(viewer: Viewer, shape: RecordShape, asked: RowsOf): Promise<T[]> {
  const { operation, where = [], orderBy, limit, shown, isOne = false } = asked;
  const { properties = propertiesOf(viewer, shape, null) } = asked;
  const readsAhead = shown !== undefined && orderBy !== undefined;
  const query = sql`select ${columnList(properties)}${readsAhead ? ahead(orderBy, shown) : raw("")}
    from ${raw(shape.table)} where ${every([reachOf(viewer, shape.table), ...where])}
    ${orderBy ? sql`order by ${orderBy}` : raw("")} ${raw(limit ? `limit ${limit}` : "")}`;
  return (await read(viewer, shape, query, { operation, properties, readsAhead, isOne })) as T[];
}

/** One row by its identifier, or null; those asked for in one request go in one statement. */
export async function readOne<T>(
  viewer: Viewer,
  shape: RecordShape,
  operation: string,
  id: string,
  info?: Info,
): Promise<T | null> {
  if (!UUID.test(id)) return null;
  if (!info) return (await oneLoader(viewer, shape, operation).load(id.toLowerCase())) as T | null;
  const where = [sql`id = ${id}::uuid`];
  const selection = selectionOf(info, shape);
  const properties = propertiesOf(viewer, shape, selection);
  const rows = readRows<T>(viewer, shape, { operation, where, properties, isOne: true });
  const below = selection && lookAhead(viewer, { shape, info, selection, where });
  const [row] = await rows;
  await below;
  return row ?? null;
}

/** The records that others refer to. */
export const oneLoader = (
  viewer: Viewer,
  shape: RecordShape,
  operation: string,
  info: Info | null = null,
) =>
  loaderOf(
    viewer,
    info ? askingOf(info.fieldNodes) : `${shape.type} ${operation}`,
    (ids: readonly string[]) => readOnes(viewer, shape, operation, ids, info),
  );

async function readOnes(
  viewer: Viewer,
  shape: RecordShape,
  operation: string,
  ids: readonly string[],
  info: Info | null,
): Promise<(Row | null)[]> {
  const where = [sql`id = any(${ids}::uuid[])`];
  const properties = propertiesOf(viewer, shape, info && selectionOf(info, shape));
  const rows = await readRows<Row>(viewer, shape, { operation, where, properties });
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((each) => found.get(each) ?? null);
}

export async function readPage<T>(
  viewer: Viewer,
  shape: RecordShape,
  asked: PageOf,
): Promise<ConnectionOf<T>> {
  const { page, order, where = [], operation, info } = asked;
  const first = checkFirst(page.first);
  const conditions = [
    ...where,
    ...behind(viewer, { list: operation + shape.type, order, after: page.after }),
  ];
  const list = { viewer, shape, operation, order };
  const count = () => readCount(viewer, shape, operation, where);
  const selection = info ? selectionOf(info, shape) : null;
  if (selection && !selection.hasRows && !selection.asksForMore)
    return new RowPage(list, [], first, count);
  const orderBy = orderOf(order);
  const properties = propertiesOf(viewer, shape, selection, order.property);
  const asksForMore = selection?.asksForMore ?? true;
  const reading = readRows<T & Row>(viewer, shape, {
    ...{ operation, where: conditions, orderBy, properties },
    ...(asksForMore ? { limit: first + 1, shown: first } : { limit: first }),
  });
  const below =
    info &&
    selection &&
    lookAhead(viewer, { shape, info, selection, where: conditions, orderBy, first });
  const rows = await reading;
  await below;
  return new RowPage(list, rows, first, count);
}

/** How many rows there are for this viewer. */
async function readCount(
  viewer: Viewer,
  shape: RecordShape,
  operation: string,
  where: Fragment[],
): Promise<number> {
  const conditions = every([reachOf(viewer, shape.table), ...where]);
  const query = sql`select count(*) as n from ${raw(shape.table)} where ${conditions}`;
  const isOfSome = shape.isPersonal && where.length > 0;
  const { rows } = await inSharedTrip(
    viewer,
    shape.kind,
    isOfSome ? enteredCount(viewer, shape, operation, { query, conditions }) : query,
    isReadAuditDurable(),
  );
  return Number(rows[0]?.n);
}

/** Up to so many who are counted, a count of some tells of each. */
const COUNTED_PEOPLE_MAXIMUM = 100;

/** A count that a filter has narrowed says of those who are left that they fit it: that is looking at them. */
function enteredCount(
  viewer: Viewer,
  { table, kind, subject = "id" }: RecordShape,
  operation: string,
  { query, conditions }: { query: Fragment; conditions: Fragment },
): Fragment {
  const most = COUNTED_PEOPLE_MAXIMUM + 1;
  const few = sql`select ${raw(snakeCase(subject))} as id from ${raw(table)} where ${conditions} limit ${raw(String(most))}`;
  return countEntered(
    viewer,
    { query, few, most },
    { action: "READ", operation, kind, fields: ["totalCount"] },
  );
}
