// Reads with a list, in the same round trip, what is asked below its rows: each statement embeds the same page. What is
// decided row by row is left to its rule, and what a page of another moment lacks is loaded when it is asked for.
import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
} from "graphql";
import type { RecordShape } from "../../access/record";
import { reachOf } from "../../access/scope";
import { isDecidedByRow } from "../../access/shield";
import { every, type Fragment, raw, snakeCase, sql } from "../../database/sql";
import type { Viewer } from "../../viewer/viewer";
import { childOf, keepAhead, type Parents } from "./children";

/** Statements that one list brings along at the most. */
const AHEAD_MAXIMUM = 8;

type From = {
  shape: RecordShape;
  info: GraphQLResolveInfo;
  where: readonly Fragment[];
  orderBy?: Fragment;
  first?: number;
};

/** Never rejects: what could not be read ahead is read where it is asked for, and fails there. */
export async function lookAhead(viewer: Viewer, from: From): Promise<void> {
  const { shape, info } = from;
  const type = info.schema.getType(shape.type);
  if (!isObjectType(type)) return;
  const reading: Promise<void>[] = [];
  for (const node of rowFieldsOf(info, type)) {
    const field = type.getFields()[node.name.value];
    const child = childOf(type.name, node.name.value);
    if (!field || !child || isDecidedByRow(field) || reading.length === AHEAD_MAXIMUM) continue;
    const args = argumentsOf(field, node, info);
    if (!args) continue;
    const parents = parentsOf(viewer, from, child.by);
    const ahead = child.read(viewer, parents, args as never);
    reading.push(ahead.then((found) => keepAhead(viewer, node, found)).catch(() => undefined));
  }
  await Promise.all(reading);
}

const parentsOf = (
  viewer: Viewer,
  { shape, where, orderBy, first }: From,
  column: string,
): Parents =>
  sql`(select ${raw(snakeCase(column))} as id from ${raw(shape.table)}
      where ${every([reachOf(viewer, shape.table), ...where])}
      ${orderBy ? sql`order by ${orderBy}` : raw("")} ${raw(first ? `limit ${first}` : "")}) p`;

function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  { variableValues }: GraphQLResolveInfo,
): Record<string, unknown> | null {
  try {
    const args = getArgumentValues(field, node, variableValues);
    // a cursor is one parent's own
    return args.after === undefined || args.after === null ? args : null;
  } catch {
    return null; // told by the executor
  }
}

/** The fields that are asked of each row: of the record itself, or within `nodes` and `edges { node }` of its list. */
function rowFieldsOf(info: GraphQLResolveInfo, type: GraphQLObjectType): FieldNode[] {
  const { fragments, variableValues, fieldNodes, returnType } = info;
  const found = new Map<string, FieldNode>();
  const names = new Set([type.name, ...type.getInterfaces().map(({ name }) => name)]);
  const isOfRow = getNamedType(returnType) === type || isInterfaceType(getNamedType(returnType));

  function walk(selections: readonly SelectionNode[], path: readonly string[]): void {
    for (const selection of selections) {
      if (!isIncluded(selection, variableValues)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        if (path.length > 0) enter(selection, path);
        else if (!found.has(key)) found.set(key, selection);
        continue;
      }
      const fragment = fragmentOf(selection, fragments);
      const condition = fragment?.typeCondition?.name.value;
      if (path.length === 0 && condition && !names.has(condition)) continue;
      walk(fragment?.selectionSet.selections ?? [], path);
    }
  }

  function enter({ name, selectionSet }: FieldNode, path: readonly string[]): void {
    const below = selectionSet?.selections ?? [];
    if (path[0] === "list" && name.value === "nodes") walk(below, []);
    if (path[0] === "list" && name.value === "edges") walk(below, ["edge"]);
    if (path[0] === "edge" && name.value === "node") walk(below, []);
  }

  for (const { selectionSet } of fieldNodes)
    walk(selectionSet?.selections ?? [], isOfRow ? [] : ["list"]);
  return [...found.values()];
}

const fragmentOf = (
  selection: Exclude<SelectionNode, FieldNode>,
  fragments: Record<string, FragmentDefinitionNode>,
) => (selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection);

function isIncluded(node: SelectionNode, variables: Record<string, unknown>): boolean {
  if (!node.directives?.length) return true;
  const skipped = getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true;
  return !skipped && getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false;
}
