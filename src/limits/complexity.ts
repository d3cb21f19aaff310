// How complex a document is, whatever its variables: counted after parsing and before anything compares, validates or
// prices it.
import { type DocumentNode, Kind, type SelectionSetNode, visit } from "graphql";
import { fragmentsOf, spanOf } from "./span";

export type Complexity = Record<keyof typeof MAXIMA, number>;

export const MAXIMA = {
  aliases: 15,
  /** Fields that ask again for what their selection asks already. */
  "repeated fields": 100,
  directives: 20,
  /** There are two, @skip and @include, and neither may be repeated. */
  "directives at one place": 2,
  fragments: 50,
  /** Fields within fields. Introspection has its own limit, in the library. */
  levels: 12,
  /** Fields, with those of a fragment counted wherever it is spread. */
  selections: 2_000,
  mutations: 5,
} as const;

export function complexityOf(document: DocumentNode): Complexity {
  const fragments = fragmentsOf(document);
  return { ...countsOf(document), fragments: fragments.size, ...spanOf(document, fragments) };
}

function countsOf(document: DocumentNode) {
  const counts = {
    aliases: 0,
    "repeated fields": 0,
    directives: 0,
    "directives at one place": 0,
  };
  visit(document, {
    enter(node, _key, parent) {
      if ("directives" in node && node.directives) {
        const { length } = node.directives;
        counts.directives += length;
        counts["directives at one place"] = Math.max(counts["directives at one place"], length);
      }
      if (node.kind === Kind.FIELD && node.alias) counts.aliases += 1;
      const isInline = parent && "kind" in parent && parent.kind === Kind.INLINE_FRAGMENT;
      if (node.kind === Kind.SELECTION_SET && !isInline) {
        const names = namesIn(node);
        counts["repeated fields"] += names.length - new Set(names).size;
      }
    },
  });
  return counts;
}

/** Under which names a selection asks for fields, inline fragments included. */
const namesIn = ({ selections }: SelectionSetNode): string[] =>
  selections.flatMap((each) => {
    if (each.kind === Kind.FIELD) return [(each.alias ?? each.name).value];
    return each.kind === Kind.INLINE_FRAGMENT ? namesIn(each.selectionSet) : [];
  });
