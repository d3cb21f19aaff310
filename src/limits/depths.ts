// How deep the operations of a document go, and how many mutations one calls, through fragments. Each fragment is measured
// once, however often it is spread.
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
} from "graphql";

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

export const fragmentsOf = ({ definitions }: DocumentNode): Fragments =>
  new Map(
    definitions
      .filter((each) => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each]),
  );

/** A fragment that spreads itself counts once: validation refuses it anyway. */
export function depthsOf({ definitions }: DocumentNode, fragments: Fragments) {
  const depths = new Map<string, number>();
  const names = new Map<string, ReadonlySet<string>>();

  const depthOf = ({ selections }: SelectionSetNode): number =>
    Math.max(
      0,
      ...selections.map((each) => {
        if (each.kind === Kind.INLINE_FRAGMENT) return depthOf(each.selectionSet);
        if (each.kind === Kind.FRAGMENT_SPREAD)
          return once(depths, each.name.value, 0, ({ selectionSet }) => depthOf(selectionSet));
        if (!each.selectionSet || each.name.value.startsWith("__")) return 1;
        return 1 + depthOf(each.selectionSet);
      }),
    );

  const rootsOf = ({ selections }: SelectionSetNode): ReadonlySet<string> =>
    new Set(
      selections.flatMap((each) => {
        if (each.kind === Kind.FIELD) return [(each.alias ?? each.name).value];
        if (each.kind === Kind.INLINE_FRAGMENT) return [...rootsOf(each.selectionSet)];
        const none: ReadonlySet<string> = new Set();
        return [...once(names, each.name.value, none, (found) => rootsOf(found.selectionSet))];
      }),
    );

  function once<T>(
    known: Map<string, T>,
    name: string,
    meanwhile: T,
    measure: (fragment: FragmentDefinitionNode) => T,
  ): T {
    const fragment = fragments.get(name);
    if (!fragment) return meanwhile;
    if (!known.has(name)) {
      known.set(name, meanwhile);
      known.set(name, measure(fragment));
    }
    return known.get(name)!;
  }

  const operations = definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const changing = operations.filter((each) => each.operation === OperationTypeNode.MUTATION);
  return {
    levels: Math.max(0, ...operations.map((each) => depthOf(each.selectionSet))),
    mutations: Math.max(0, ...changing.map((each) => rootsOf(each.selectionSet).size)),
  };
}
