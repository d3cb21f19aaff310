// What belongs to a record, read for all records of a level in one statement: a page of its children, how many they are,
// the record that it refers to. Each is declared where it is shown: the method of the resolver class only says which arguments
// the field takes.
import DataLoader from "dataloader";
import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from "graphql";
import type { RecordShape } from "../../access/record";
import { reachOf } from "../../access/scope";
import { IS_AHEAD } from "../../audit/entries";
import { columnList, every, type Fragment, raw, snakeCase, sql } from "../../database/sql";
import type { Viewer } from "../../viewer/viewer";
import type { Context } from "../context";
import type { Order, PageArguments } from "../page";
import { inPieces } from "./in-pieces";
import { loaderOf } from "./loaders";
import { oneLoader } from "./rows";
import { type Row, RowPage } from "./row-page";
import { type Asking, askingOf, type Info, selectionOf } from "./selection";
import * as statements from "./statements";
import { inSharedTrip } from "./trip";

/** A source of `p.id`: the identifiers at hand, or the rows of a page that is read beside it. */
export type Parents = Fragment;

/** What each parent has, by its identifier. */
type Found = ReadonlyMap<string, unknown>;

export type Child = {
  /** The property of the parent that the child is found by. */
  by: string;
  read(viewer: Viewer, parents: Parents, args: never, info: Info): Promise<Found>;
  /** For one parent, whose fellows are asked for at the same moment. */
  load(viewer: Viewer, key: string, args: never, info: Info): Promise<unknown>;
};

const children = new Map<string, Child>();

/** What a field shows (`Customer.activities`), if that is read like this. */
export const childOf = (type: string, field: string) => children.get(`${type}.${field}`);

const aheadOf = new WeakMap<Viewer, Map<Asking, Found>>();

/** Keeps what was read for a field of the document before its rows are asked. */
export function keepAhead(viewer: Viewer, asking: Asking, found: Found): void {
  const kept = aheadOf.get(viewer) ?? new Map<Asking, Found>();
  aheadOf.set(viewer, kept.set(asking, found));
}

/** Puts what was declared behind the fields that show it. */
export function withChildren(schema: GraphQLSchema): GraphQLSchema {
  for (const [place, child] of children) {
    const [typeName = "", name = ""] = place.split(".");
    const type = schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[name] : undefined;
    if (!field) throw new Error(`There is no field ${place} to show what is declared for it.`);
    field.resolve = resolverOf(child) as GraphQLFieldResolver<unknown, unknown>;
  }
  return schema;
}

const resolverOf =
  ({ by, load }: Child): GraphQLFieldResolver<Record<string, string>, Context, never> =>
  (parent, args, context, info) => {
    const { viewer } = context;
    const key = parent[by]!;
    const ahead = aheadOf.get(viewer)?.get(askingOf(info.fieldNodes))?.get(key);
    return inPieces(context, ahead === undefined ? load(viewer, key, args, info) : ahead);
  };

const atHand = (ids: readonly string[]): Parents => sql`unnest(${ids}::uuid[]) as p (id)`;

type ListOf<A> = {
  shape: RecordShape;
  /** The property that names the parent. */
  parent: string;
  order: Order;
  conditions?: (args: A) => Fragment[];
};

/** A list of children, a page for each parent of this type. */
export function Children<A extends object = object>(type: string, list: ListOf<A>) {
  return (_prototype: object, name: string): void => {
    children.set(`${type}.${name}`, listChild(`${type}.${name}`, list));
  };
}

function listChild<A extends object>(field: string, list: ListOf<A>): Child {
  const { shape, parent, order, conditions = () => [] } = list;
  type Args = PageArguments & A;

  async function read(viewer: Viewer, parents: Parents, args: Args, info: Info) {
    const first = statements.checkFirst(args.first);
    const selection = selectionOf(info, shape);
    const asksForMore = selection?.asksForMore ?? true;
    const properties = statements.propertiesOf(viewer, shape, selection, order.property);
    const place = { list: field + shape.type, order, after: args.after };
    const where = [
      reachOf(viewer, shape.table),
      ...conditions(args),
      ...statements.behind(viewer, place),
    ];
    const orderBy = statements.orderOf(order);
    const names = asksForMore ? [...properties, IS_AHEAD] : properties;
    const named = names.map((name) => `t."${name}"`).join(", ");
    const isAhead = asksForMore ? statements.ahead(orderBy, first) : raw("");
    const query = sql`select p.id as ${OF_PARENT}, ${raw(named)}
      from ${parents} left join lateral (
        select ${columnList(properties)}${isAhead} from ${raw(shape.table)}
        where ${raw(`${shape.table}.${snakeCase(parent)}`)} = p.id and ${every(where)}
        order by ${orderBy} ${raw(`limit ${asksForMore ? first + 1 : first}`)}) t on true`;
    const reading = { operation: field, properties, readsAhead: asksForMore, isOfParents: true };
    return pagesIn(await statements.read(viewer, shape, query, reading), viewer, args);
  }

  function pagesIn(rows: Row[], viewer: Viewer, args: Args) {
    const pages = new Map<string, RowPage<object>>();
    const counts = new DataLoader(async (ids: readonly string[]) => {
      const found = await countsIn(viewer, { shape, parent }, atHand(ids), conditions(args));
      return ids.map((each) => found.get(each) ?? 0);
    });
    for (const [id, children] of byParent(rows)) {
      const count = () => counts.load(id);
      pages.set(
        id,
        new RowPage({ viewer, shape, operation: field, order }, children, args.first, count),
      );
    }
    return pages;
  }

  const load = (viewer: Viewer, id: string, args: Args, info: Info) =>
    loaderOf(viewer, askingOf(info.fieldNodes), async (ids: readonly string[]) => {
      const pages = await read(viewer, atHand(ids), args, info);
      return ids.map((each) => pages.get(each)!);
    }).load(id);

  return { by: "id", read, load };
}

const OF_PARENT_NAME = "ofParent";
const OF_PARENT = raw(`"${OF_PARENT_NAME}"`);

/** A parent without children has a row too, with nothing in it: so it is known that there are none. */
function byParent(rows: Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const id = row[OF_PARENT_NAME] as string;
    const group = groups.get(id);
    if (row.id === null) groups.set(id, []);
    else if (group) group.push(row);
    else groups.set(id, [row]);
  }
  return groups;
}

type CountOf = { shape: RecordShape; parent: string };

/** How many children each parent of this type has. */
export function ChildCount(type: string, count: CountOf) {
  return (_prototype: object, name: string): void => {
    children.set(`${type}.${name}`, countChild(count));
  };
}

function countChild(of: CountOf): Child {
  const read = (viewer: Viewer, parents: Parents) => countsIn(viewer, of, parents);

  const load = (viewer: Viewer, id: string, _args: object, info: Info) =>
    loaderOf(viewer, askingOf(info.fieldNodes), async (ids: readonly string[]) => {
      const counts = await read(viewer, atHand(ids));
      return ids.map((each) => counts.get(each) ?? 0);
    }).load(id);

  return { by: "id", read, load };
}

async function countsIn(
  viewer: Viewer,
  { shape, parent }: CountOf,
  parents: Parents,
  conditions: readonly Fragment[] = [],
): Promise<Map<string, number>> {
  const inParent = raw(`${shape.table}.${snakeCase(parent)} = p.id`);
  const query = sql`select p.id as ${OF_PARENT}, t.n from ${parents} cross join lateral (
      select count(*) as n from ${raw(shape.table)}
      where ${every([inParent, reachOf(viewer, shape.table), ...conditions])}) t`;
  const { rows } = await inSharedTrip(viewer, shape.kind, query, false);
  return new Map(rows.map((row) => [row[OF_PARENT_NAME] as string, Number(row.n)]));
}

type ReferredBy = { shape: RecordShape; by: string };

/** The record that another refers to, or null where the viewer has no such one. */
export function Referred(type: string, referred: ReferredBy) {
  return (_prototype: object, name: string): void => {
    children.set(`${type}.${name}`, referredChild(`${type}.${name}`, referred));
  };
}

function referredChild(field: string, { shape, by }: ReferredBy): Child {
  async function read(viewer: Viewer, parents: Parents, _args: object, info: Info) {
    const properties = statements.propertiesOf(viewer, shape, selectionOf(info, shape));
    const query = sql`select ${columnList(properties)} from ${raw(shape.table)}
      where id in (select p.id from ${parents}) and ${reachOf(viewer, shape.table)}`;
    const reading = { operation: field, properties, readsAhead: false };
    const rows = await statements.read(viewer, shape, query, reading);
    return new Map(rows.map((row) => [row.id, row]));
  }

  const load = (viewer: Viewer, id: string | null, _args: object, info: Info) =>
    id === null ? null : oneLoader(viewer, shape, field, info).load(id);

  return { by, read, load: load as Child["load"] };
}
