// How complex a document is, whatever its variables: counted after parsing and before anything compares, validates or
// prices it.
import { type DocumentNode, Kind, visit } from "graphql";
import { repeatsOf } from "./repeats";
import { fragmentsOf, spanOf } from "./span";

export type Complexity = Record<keyof typeof MAXIMA, number>;

export const MAXIMA = {
  aliases: 15,
  /** Fields that ask again for what is asked in their place already, through fragments or not. */
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
  return {
    ...countsOf(document),
    ...{ "repeated fields": repeatsOf(document, fragments), fragments: fragments.size },
    ...spanOf(document, fragments),
  };
}

function countsOf(document: DocumentNode) {
  const counts = {
    aliases: 0,
    directives: 0,
    "directives at one place": 0,
  };
  visit(document, {
    enter(node) {
      if ("directives" in node && node.directives) {
        const { length } = node.directives;
        counts.directives += length;
        counts["directives at one place"] = Math.max(counts["directives at one place"], length);
      }
      if (node.kind === Kind.FIELD && node.alias) counts.aliases += 1;
    },
  });
  return counts;
}
