// How records are read: the columns that the audience's schema shows, the viewer's rows only, and an audit entry
// in the same statement for each that returned people. Every read of a feature goes through one of these.
import DataLoader from "dataloader";
import type { RecordShape } from "../access/record";
import { reachOf } from "../access/scope";
import { visibleProperties } from "../access/visible";
import { entered, IS_AHEAD } from "../audit/entries";
import { columnList, every, type Fragment, raw, snakeCase, sql } from "../database/sql";
import { inOneTrip } from "../database/unit-of-work";
import { argumentError } from "../errors/operation-error";
import { UUID } from "../database/uuid";
import { isReadAuditDurable } from "../audit/durability";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { cursorOf, positionOf } from "./cursor";
import { type ConnectionOf, type Order, PAGE_MAXIMUM, type PageArguments } from "./page";

type RowsOf = {
  operation: string;
  where?: Fragment[];
  orderBy?: Fragment;
  limit?: number;
  /** Rows that are shown; one more is read ahead. */
  first?: number;
  extra?: string[];
};
type PageOf = { operation: string; where?: Fragment[]; page: PageArguments; order: Order };
type ChildrenOf = PageOf & { parent: string; parentId: string };
type Row = { id: string };

/** Rows in one statement, with their entry. */
export async function readRows<T>(viewer: Viewer, shape: RecordShape, asked: RowsOf): Promise<T[]> {
  const properties = propertiesOf(viewer, shape, asked.extra);
  const { where = [], orderBy, first } = asked;
  const limit = first ? first + 1 : asked.limit;
  const query = sql`select ${columnList(properties)}${first && orderBy ? ahead(orderBy, first) : raw("")}
    from ${raw(shape.table)} where ${every([reachOf(viewer, shape.table), ...where])}
    ${orderBy ? sql`order by ${orderBy}` : raw("")} ${limit ? sql`limit ${limit}` : raw("")}`;
  return (await read(viewer, shape, query, asked.operation, properties, !!first)) as T[];
}

/** One row by its identifier, or null; those asked for in one request go in one statement. */
export async function readOne<T>(
  viewer: Viewer,
  shape: RecordShape,
  operation: string,
  id: string,
): Promise<T | null> {
  if (!UUID.test(id)) return null;
  const loader = loaderOf(
    viewer,
    `one ${shape.type} ${operation}`,
    async (ids: readonly string[]) => {
      const rows = await readRows<Row>(viewer, shape, {
        operation,
        where: [sql`id = any(${ids}::uuid[])`],
      });
      const found = new Map(rows.map((row) => [row.id, row]));
      return ids.map((each) => found.get(each) ?? null);
    },
  );
  return (await loader.load(id.toLowerCase())) as T | null;
}

export async function readPage<T>(
  viewer: Viewer,
  shape: RecordShape,
  asked: PageOf,
): Promise<ConnectionOf<T>> {
  const { page, order, where = [], operation } = asked;
  const first = checkFirst(page.first);
  const rows = await readRows<T & Row>(viewer, shape, {
    operation,
    where: [...where, ...after(viewer, shape, asked)],
    orderBy: orderOf(order),
    first,
    extra: [order.property],
  });
  return connection(viewer, shape, asked, rows, () => readCount(viewer, shape, where));
}

/** A page of what belongs to one parent; the pages of all parents of a level are one statement. */
export async function childPage<T>(
  viewer: Viewer,
  shape: RecordShape,
  asked: ChildrenOf,
): Promise<ConnectionOf<T>> {
  const { page, order, where = [], operation, parent, parentId } = asked;
  const first = checkFirst(page.first);
  const list = JSON.stringify([shape.type, operation, parent, first, page.after, order, where]);
  const conditions = [reachOf(viewer, shape.table), ...where, ...after(viewer, shape, asked)];
  const properties = propertiesOf(viewer, shape, [order.property, parent]);
  const loader = loaderOf(viewer, list, async (parents: readonly string[]) => {
    const query = sql`select ${raw([...properties, IS_AHEAD].map((name) => `t."${name}"`).join(", "))}
      from unnest(${parents}::uuid[]) as p (parent_id) cross join lateral (
        select ${columnList(properties)}${ahead(orderOf(order), first)} from ${raw(shape.table)}
        where ${raw(`${shape.table}.${snakeCase(parent)}`)} = p.parent_id and ${every(conditions)}
        order by ${orderOf(order)} limit ${first + 1}) t`;
    const rows = await read(viewer, shape, query, operation, properties, true);
    const byParent = groupBy(rows, parent);
    return parents.map((each) => byParent.get(each) ?? []);
  });
  const rows = (await loader.load(parentId)) as (T & Row)[];
  const count = () =>
    readCount(viewer, shape, [...where, sql`${raw(snakeCase(parent))} = ${parentId}::uuid`]);
  return connection(viewer, shape, asked, rows, count);
}

/** How many rows there are for this viewer. */
export async function readCount(
  viewer: Viewer,
  shape: RecordShape,
  where: Fragment[] = [],
): Promise<number> {
  const [result] = await inOneTrip(actorOf(viewer, shape.kind), [
    sql`select count(*) as n from ${raw(shape.table)} where ${every([reachOf(viewer, shape.table), ...where])}`,
  ]);
  return Number(result?.rows[0]?.n);
}

/** One DataLoader for each request and key. */
export function loaderOf<K, V>(
  viewer: Viewer,
  key: string,
  load: (keys: readonly K[]) => Promise<V[]>,
): DataLoader<K, V> {
  const loaders = loadersOf.get(viewer) ?? new Map<string, unknown>();
  loadersOf.set(viewer, loaders);
  const loader = (loaders.get(key) as DataLoader<K, V> | undefined) ?? new DataLoader<K, V>(load);
  loaders.set(key, loader);
  return loader;
}
const loadersOf = new WeakMap<Viewer, Map<string, unknown>>();

async function read(
  viewer: Viewer,
  shape: RecordShape,
  query: Fragment,
  operation: string,
  fields: string[],
  readsAhead: boolean,
) {
  const entry = { action: "READ", operation, kind: shape.kind, fields } as const;
  const whole = shape.isPersonal
    ? entered(viewer, query, entry, `"${shape.subject ?? "id"}"`, raw(""), readsAhead)
    : query;
  const [result] = await inOneTrip(actorOf(viewer, shape.kind), [whole], isReadAuditDurable());
  return (result?.rows ?? []).map((row) => ({ ...row, __typename: shape.type }));
}

const propertiesOf = (viewer: Viewer, shape: RecordShape, extra: string[] = []) => [
  ...new Set([...visibleProperties(viewer.audience, shape.type), ...extra]),
];

/** Marks what lies behind the page, so that the entry names whom the reader was shown and nobody else. */
const ahead = (order: Fragment, first: number) =>
  sql`, row_number() over (order by ${order}) > ${first} as ${raw(`"${IS_AHEAD}"`)}`;

const orderOf = ({ property, isDescending }: Order) => {
  const direction = isDescending ? "desc" : "asc";
  return raw(
    property === "id" ? `id ${direction}` : `${snakeCase(property)} ${direction}, id ${direction}`,
  );
};

/** Keyset: what lies behind the cursor's row in the list's own order. */
function after(viewer: Viewer, shape: RecordShape, { page, order, operation }: PageOf): Fragment[] {
  if (!page.after) return [];
  const { value, id } = positionOf(viewer, operation + shape.type, order, page.after);
  const behind = raw(order.isDescending ? "<" : ">");
  if (order.property === "id") return [sql`id ${behind} ${id}::uuid`];
  return [sql`(${raw(snakeCase(order.property))}, id) ${behind} (${value}, ${id}::uuid)`];
}

/** Cursors are made where somebody asks for them. */
class Page<T> implements ConnectionOf<T> {
  constructor(
    readonly nodes: (T & Row)[],
    private readonly hasNextPage: boolean,
    private readonly cursorAt: (node: T & Row) => string,
    readonly count: () => Promise<number>,
  ) {}

  get edges() {
    return this.nodes.map((node) => ({ node, cursor: this.cursorAt(node) }));
  }

  get pageInfo() {
    const { hasNextPage, cursorAt } = this;
    const last = this.nodes.at(-1);
    return {
      hasNextPage,
      get endCursor() {
        return last ? cursorAt(last) : null;
      },
    };
  }
}

function connection<T>(
  viewer: Viewer,
  shape: RecordShape,
  { page, order, operation }: PageOf,
  rows: (T & Row)[],
  count: () => Promise<number>,
): ConnectionOf<T> {
  const cursorAt = (node: T & Row) => {
    const value =
      order.property === "id" ? null : String((node as Record<string, unknown>)[order.property]);
    return cursorOf(viewer, operation + shape.type, order, { value, id: node.id });
  };
  return new Page(rows.slice(0, page.first), rows.length > page.first, cursorAt, count);
}

function checkFirst(first: number): number {
  if (first >= 1 && first <= PAGE_MAXIMUM) return first;
  throw argumentError("first", `The argument first takes 1 to ${PAGE_MAXIMUM}.`);
}

function groupBy(rows: Record<string, unknown>[], property: string) {
  const groups = new Map<unknown, Record<string, unknown>[]>();
  for (const row of rows) groups.set(row[property], [...(groups.get(row[property]) ?? []), row]);
  return groups;
}
