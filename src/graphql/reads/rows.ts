// How a feature reads its records: rows, one by its identifier, a page of a list, how many there are. Where the resolver's
// `info` is given, what is asked below them is read in the same round trip.
import type { GraphQLResolveInfo } from "graphql";
import type { RecordShape } from "../../access/record";
import { reachOf } from "../../access/scope";
import { columnList, every, type Fragment, raw, sql } from "../../database/sql";
import { UUID } from "../../database/uuid";
import type { Viewer } from "../../viewer/viewer";
import type { ConnectionOf, Order, PageArguments } from "../page";
import { loaderOf } from "./loaders";
import { lookAhead } from "./look-ahead";
import { type Row, RowPage } from "./row-page";
import { ahead, behind, checkFirst, orderOf, propertiesOf, read } from "./statements";
import { inSharedTrip } from "./trip";

type RowsOf = {
  operation: string;
  where?: Fragment[];
  orderBy?: Fragment;
  limit?: number;
  /** Rows that are shown; one more is read ahead. */
  first?: number;
  extra?: string[];
};
type PageOf = {
  operation: string;
  where?: Fragment[];
  page: PageArguments;
  order: Order;
  info?: GraphQLResolveInfo;
};

/** Rows in one statement, with their entry. */
export async function readRows<T>(viewer: Viewer, shape: RecordShape, asked: RowsOf): Promise<T[]> {
  const properties = propertiesOf(viewer, shape, asked.extra);
  const { operation, where = [], orderBy, first } = asked;
  const limit = first ? first + 1 : asked.limit;
  const query = sql`select ${columnList(properties)}${first && orderBy ? ahead(orderBy, first) : raw("")}
    from ${raw(shape.table)} where ${every([reachOf(viewer, shape.table), ...where])}
    ${orderBy ? sql`order by ${orderBy}` : raw("")} ${raw(limit ? `limit ${limit}` : "")}`;
  return (await read(viewer, shape, query, { operation, properties, readsAhead: !!first })) as T[];
}

/** One row by its identifier, or null; those asked for in one request go in one statement. */
export async function readOne<T>(
  viewer: Viewer,
  shape: RecordShape,
  operation: string,
  id: string,
  info?: GraphQLResolveInfo,
): Promise<T | null> {
  if (!UUID.test(id)) return null;
  if (!info) return (await oneLoader(viewer, shape, operation).load(id.toLowerCase())) as T | null;
  const where = [sql`id = ${id}::uuid`];
  const rows = readRows<T>(viewer, shape, { operation, where });
  const below = lookAhead(viewer, { shape, info, where });
  const [row] = await rows;
  await below;
  return row ?? null;
}

/** The records that others refer to. */
export const oneLoader = (viewer: Viewer, shape: RecordShape, operation: string) =>
  loaderOf(viewer, `one ${shape.type} ${operation}`, async (ids: readonly string[]) => {
    const where = [sql`id = any(${ids}::uuid[])`];
    const rows = await readRows<Row>(viewer, shape, { operation, where });
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((each) => found.get(each) ?? null);
  });

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
  const orderBy = orderOf(order);
  const reading = readRows<T & Row>(viewer, shape, {
    ...{ operation, where: conditions, orderBy, first, extra: [order.property] },
  });
  const below = info && lookAhead(viewer, { shape, info, where: conditions, orderBy, first });
  const rows = await reading;
  await below;
  const list = { viewer, shape, operation, order };
  return new RowPage(list, rows, first, () => readCount(viewer, shape, where));
}

/** How many rows there are for this viewer. */
export async function readCount(
  viewer: Viewer,
  shape: RecordShape,
  where: Fragment[] = [],
): Promise<number> {
  const conditions = every([reachOf(viewer, shape.table), ...where]);
  const query = sql`select count(*) as n from ${raw(shape.table)} where ${conditions}`;
  const { rows } = await inSharedTrip(viewer, shape.kind, query, false);
  return Number(rows[0]?.n);
}
