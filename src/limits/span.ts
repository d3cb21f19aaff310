// How far the operations of a document reach through their fragments: how deep, how wide, and how many mutations one calls.
// Each fragment is measured once, however often it is spread.
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  OperationTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;
type Span = { levels: number; selections: number };

const NOTHING: Span = { levels: 0, selections: 0 };

export const fragmentsOf = ({ definitions }: DocumentNode): Fragments =>
  new Map(
    definitions
      .filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each]),
  );

/** Of the operation that spans furthest. A fragment that spreads itself counts once: validation refuses it anyway. */
export function spanOf({ definitions }: DocumentNode, fragments: Fragments) {
  const known = new Map<string, Span>();

  const ofSet = ({ selections }: SelectionSetNode): Span =>
    selections.map(ofOne).reduce(beside, NOTHING);

  function ofOne(node: SelectionNode): Span {
    if (node.kind === Kind.INLINE_FRAGMENT) return ofSet(node.selectionSet);
    if (node.kind === Kind.FRAGMENT_SPREAD) return ofFragment(node.name.value);
    const isIntrospection = node.name.value.startsWith("__");
    const below = node.selectionSet && !isIntrospection ? ofSet(node.selectionSet) : NOTHING;
    return { levels: below.levels + 1, selections: below.selections + 1 };
  }

  function ofFragment(name: string): Span {
    const fragment = fragments.get(name);
    if (fragment && !known.has(name)) {
      known.set(name, NOTHING);
      known.set(name, ofSet(fragment.selectionSet));
    }
    return known.get(name) ?? NOTHING;
  }

  const operations = definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const changing = operations.filter((each) => each.operation === OperationTypeNode.MUTATION);
  const spans = operations.map((each) => ofSet(each.selectionSet));
  return {
    levels: Math.max(0, ...spans.map(({ levels }) => levels)),
    selections: Math.max(0, ...spans.map(({ selections }) => selections)),
    mutations: Math.max(0, ...changing.map((each) => rootsOf(each.selectionSet, fragments).size)),
  };
}

const beside = (one: Span, other: Span): Span => ({
  levels: Math.max(one.levels, other.levels),
  selections: one.selections + other.selections,
});

/** Under which names an operation calls its root fields. */
function rootsOf(whole: SelectionSetNode, fragments: Fragments): ReadonlySet<string> {
  const names = new Set<string>();
  const spread = new Set<string>();
  const collect = ({ selections }: SelectionSetNode): void => {
    for (const node of selections) {
      if (node.kind === Kind.FIELD) names.add((node.alias ?? node.name).value);
      if (node.kind === Kind.INLINE_FRAGMENT) collect(node.selectionSet);
      if (node.kind !== Kind.FRAGMENT_SPREAD || spread.has(node.name.value)) continue;
      spread.add(node.name.value);
      const fragment = fragments.get(node.name.value);
      if (fragment) collect(fragment.selectionSet);
    }
  };
  collect(whole);
  return names;
}
