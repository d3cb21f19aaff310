// Reads with a list, in the same round trip, what is asked below its rows: each statement embeds the same page. What is
// decided row by row is left to its rule, and what a page of another moment lacks is loaded when it is asked for.
import { type FieldNode, getArgumentValues, type GraphQLField, isObjectType } from "graphql";
import type { RecordShape } from "../../access/record";
import { reachOf } from "../../access/scope";
import { isDecidedByRow } from "../../access/shield";
import { every, type Fragment, raw, snakeCase, sql } from "../../database/sql";
import type { Viewer } from "../../viewer/viewer";
import { childOf, keepAhead, type Parents } from "./children";
import { askingOf, type Info, type Selection } from "./selection";

/** Statements that one list brings along at the most. */
const AHEAD_MAXIMUM = 8;

type From = {
  shape: RecordShape;
  info: Info;
  selection: Selection;
  where: readonly Fragment[];
  orderBy?: Fragment;
  first?: number;
};

/** Never rejects: what could not be read ahead is read where it is asked for, and fails there. */
export async function lookAhead(viewer: Viewer, from: From): Promise<void> {
  const { shape, info, selection } = from;
  const type = info.schema.getType(shape.type);
  if (!isObjectType(type)) return;
  const reading: Promise<void>[] = [];
  for (const nodes of selection.fields) {
    const [node] = nodes;
    const child = childOf(shape.type, node.name.value);
    if (!child || reading.length === AHEAD_MAXIMUM) continue;
    const field = type.getFields()[node.name.value];
    const args = field && !isDecidedByRow(field) ? argumentsOf(field, node, info) : null;
    if (!args || !field) continue;
    const parents = parentsOf(viewer, from, child.by);
    const below = { ...info, fieldNodes: nodes, returnType: field.type };
    const ahead = child.read(viewer, parents, args as never, below);
    reading.push(
      ahead.then((found) => keepAhead(viewer, askingOf(nodes), found)).catch(() => undefined),
    );
  }
  await Promise.all(reading);
}

const parentsOf = (
  viewer: Viewer,
  { shape, where, orderBy, first }: From,
  column: string,
): Parents =>
  // named outside: within, the order's «id» would be the name of what is selected
  sql`(select ${raw(snakeCase(column))} from ${raw(shape.table)}
      where ${every([reachOf(viewer, shape.table), ...where])}
      ${orderBy ? sql`order by ${orderBy}` : raw("")} ${raw(first ? `limit ${first}` : "")}) p (id)`;

function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  { variableValues }: Info,
): Record<string, unknown> | null {
  try {
    const args = getArgumentValues(field, node, variableValues);
    // a cursor is one parent's own
    return args.after === undefined || args.after === null ? args : null;
  } catch {
    return null; // told by the executor
  }
}
