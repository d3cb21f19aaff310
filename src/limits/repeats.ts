// How often a document asks again, in one place, for what it asks there already, its fragments spread: each time is
// compared with all the others when it is validated.
import { type DocumentNode, Kind, type SelectionSetNode } from "graphql";
import type { Fragments } from "./span";

/** Fields looked at; a document that has more of them is refused for that. */
const LOOKED_AT_MAXIMUM = 5_000;

/** Of the operation or fragment that has most. */
export function repeatsOf({ definitions }: DocumentNode, fragments: Fragments): number {
  const repeats = definitions.map((each) =>
    "selectionSet" in each ? repeatsIn([each.selectionSet], fragments) : 0,
  );
  return Math.max(0, ...repeats);
}

function repeatsIn(whole: readonly SelectionSetNode[], fragments: Fragments): number {
  let left = LOOKED_AT_MAXIMUM;
  let repeats = 0;
  // place by place, not by calling itself: fragments may spread one another in a circle
  const places = [whole];
  for (let place = places.pop(); place && left > 0; place = places.pop()) {
    const below = new Map<string, SelectionSetNode[]>();
    const spread = new Set<string>();
    const sets = [...place];
    for (let set = sets.pop(); set && left > 0; set = sets.pop())
      for (const node of set.selections) {
        left -= 1;
        if (node.kind === Kind.INLINE_FRAGMENT) sets.push(node.selectionSet);
        if (node.kind === Kind.FRAGMENT_SPREAD && !spread.has(node.name.value)) {
          spread.add(node.name.value);
          const fragment = fragments.get(node.name.value);
          if (fragment) sets.push(fragment.selectionSet);
        }
        if (node.kind !== Kind.FIELD) continue;
        const name = (node.alias ?? node.name).value;
        const known = below.get(name);
        if (known) repeats += 1;
        below.set(name, [...(known ?? []), ...(node.selectionSet ? [node.selectionSet] : [])]);
      }
    places.push(...[...below.values()].filter(({ length }) => length > 0));
  }
  return repeats;
}
