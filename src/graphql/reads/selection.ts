// What is asked of the rows of a field: so much is read of them, and no more.
import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  isObjectType,
  Kind,
  type SelectionNode,
} from "graphql";
import type { RecordShape } from "../../access/record";
import { isIncluded } from "../../limits/arguments";

/** As much of the executor's `info` as it takes. */
export type Info = Pick<
  GraphQLResolveInfo,
  "fieldNodes" | "fragments" | "variableValues" | "schema" | "returnType"
>;

export type Selection = {
  /** The fields of a row, by their names in the answer; each as often as it is asked. */
  fields: readonly (readonly [FieldNode, ...FieldNode[]])[];
  /** Whether the list is asked for rows at all, and whether it goes on. */
  hasRows: boolean;
  asksForMore: boolean;
};

type Part = "LIST" | "EDGE" | "PAGE_INFO" | "ROW";

/** A fragment puts the same field in several places, where others ask with it or don't: all of them together are one key. */
export type Asking = { selection?: Selection; more?: Map<FieldNode, Asking> };
const byFirst = new WeakMap<FieldNode, Asking>();

export function askingOf([first, ...more]: readonly FieldNode[]): Asking {
  if (!first) throw new Error("A field that nobody asks for has no selection.");
  let asking = orMake(byFirst, first);
  for (const node of more) asking = orMake((asking.more ??= new Map()), node);
  return asking;
}

function orMake(map: WeakMap<FieldNode, Asking> | Map<FieldNode, Asking>, node: FieldNode): Asking {
  const known = map.get(node) ?? {};
  map.set(node, known);
  return known;
}

/** Null where the rows may be of several types: then all that may be seen is asked. */
export function selectionOf(info: Info, shape: RecordShape): Selection | null {
  const asking = askingOf(info.fieldNodes);
  if (asking.selection) return asking.selection;
  const type = info.schema.getType(shape.type);
  const returned = getNamedType(info.returnType);
  if (!isObjectType(type) || !isObjectType(returned)) return null;
  const { selection, isConstant } = walk(info, type, returned === type ? "ROW" : "LIST");
  if (isConstant) asking.selection = selection;
  return selection;
}

function walk({ fieldNodes, fragments, variableValues }: Info, type: GraphQLObjectType, top: Part) {
  const rows = new Map<string, [FieldNode, ...FieldNode[]]>();
  const types = new Set([type.name, ...type.getInterfaces().map(({ name }) => name)]);
  let [hasRows, asksForMore, isConstant] = [top === "ROW", false, true];

  function enter(selections: readonly SelectionNode[], part: Part): void {
    for (const selection of selections) {
      if (selection.directives?.length) isConstant = false;
      if (!isIncluded(selection, variableValues)) continue;
      if (selection.kind === Kind.FIELD) {
        enterField(selection, part);
        continue;
      }
      const fragment = fragmentOf(selection, fragments);
      const condition = fragment?.typeCondition?.name.value;
      if (part === "ROW" && condition !== undefined && !types.has(condition)) continue;
      enter(fragment?.selectionSet.selections ?? [], part);
    }
  }

  function enterField(field: FieldNode, part: Part): void {
    const name = field.name.value;
    if (part === "ROW") keep(field);
    if (part === "PAGE_INFO" && name !== "__typename") asksForMore = true;
    const below = BELOW[part]?.[name];
    if (!below) return;
    if (below !== "PAGE_INFO") hasRows = true;
    enter(field.selectionSet?.selections ?? [], below);
  }

  function keep(field: FieldNode): void {
    const key = (field.alias ?? field.name).value;
    const alike = rows.get(key);
    if (alike) alike.push(field);
    else rows.set(key, [field]);
  }

  for (const { selectionSet } of fieldNodes) enter(selectionSet?.selections ?? [], top);
  const selection: Selection = { fields: [...rows.values()], hasRows, asksForMore };
  return { selection, isConstant };
}

/** How a list leads to its rows. */
const BELOW: Partial<Record<Part, Record<string, Part>>> = {
  LIST: { nodes: "ROW", edges: "EDGE", pageInfo: "PAGE_INFO" },
  EDGE: { node: "ROW" },
};

const fragmentOf = (
  selection: Exclude<SelectionNode, FieldNode>,
  fragments: Record<string, FragmentDefinitionNode>,
) => (selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection);
