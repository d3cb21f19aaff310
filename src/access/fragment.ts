// How a feature says who may ask for what: a fragment of one graphql-shield tree, and, for what shield can't see
// (arguments, input fields, enum values), schema coordinates. A group of names keeps its place under a symbol, so
// that spreading two groups into one object loses nothing, and a field with two verdicts is found.
import type { GraphQLSchema } from "graphql";
import { StartUpError } from "../start-up-error";
import { faultsOf } from "./checks";
import type { Rule } from "./rules";

export { dynamicRule, everyone, only } from "./rules";

export type FieldRules = { [field: string]: Rule; [group: symbol]: Readonly<Record<string, Rule>> };
export type TypeRules = {
  [type: string]: FieldRules;
  [group: symbol]: Readonly<Record<string, FieldRules>>;
};
export type Fragment = {
  readonly types: TypeRules;
  readonly coordinates: Readonly<Record<string, Rule>>;
};

/** All fragments together: `tree` is a whole graphql-shield rule tree, usable as it is. */
export type Access = {
  readonly tree: Readonly<Record<string, Readonly<Record<string, Rule>>>>;
  readonly coordinates: Readonly<Record<string, Rule>>;
};

export const fragment = (types: TypeRules, coordinates: Record<string, Rule> = {}): Fragment => ({
  types,
  coordinates,
});

/** One verdict for several fields, separated by spaces. */
export const fields = (names: string, rule: Rule): Record<symbol, Record<string, Rule>> => ({
  [Symbol(names)]: Object.fromEntries(
    names
      .split(" ")
      .filter(Boolean)
      .map((name) => [name, rule]),
  ),
});

/** The connection and the edge of a type. */
export const connectionFields = (
  typeName: string,
  rule: Rule,
): Record<symbol, Record<string, FieldRules>> => ({
  [Symbol(`${typeName}Connection`)]: {
    [`${typeName}Connection`]: fields("edges nodes pageInfo totalCount", rule),
    [`${typeName}Edge`]: fields("cursor node", rule),
  },
});

/** A payload's own fields, and the userErrors that each payload has. */
export const payloadFields = (
  payloadType: string,
  names: string,
  rule: Rule,
): Record<symbol, Record<string, FieldRules>> => ({
  [Symbol(payloadType)]: { [payloadType]: fields(`${names} userErrors`, rule) },
});

/** Puts the fragments together and compares them with the schema; throws once, with every fault found. */
export function mergeFragments(fragments: readonly Fragment[], schema: GraphQLSchema): Access {
  const verdicts = fragments.flatMap(({ types }) => spread(types));
  const coordinates = fragments.flatMap(({ coordinates }) => Object.entries(coordinates));
  const tree: Record<string, Record<string, Rule>> = {};
  for (const { type, field, rule } of verdicts) (tree[type] ??= {})[field] = rule;
  const access = { tree, coordinates: Object.fromEntries(coordinates) };
  const faults = faultsOf(schema, access, [
    verdicts.map(({ type, field }) => `${type}.${field}`),
    coordinates.map(([coordinate]) => coordinate),
  ]);
  if (faults.length) {
    throw new StartUpError(
      ["The access rules don't fit the schema:", ...faults.map((fault) => `- ${fault}`)].join("\n"),
    );
  }
  return access;
}

/** Every verdict that a fragment gives, groups included. */
const spread = (types: TypeRules) =>
  entriesOf<FieldRules>(types).flatMap(([type, rules]) =>
    entriesOf<Rule>(rules).map(([field, rule]) => ({ type, field, rule })),
  );

function entriesOf<T>(named: {
  [name: string]: T;
  [group: symbol]: Readonly<Record<string, T>>;
}): [string, T][] {
  const groups = Object.getOwnPropertySymbols(named).map((group) => named[group] ?? {});
  return [named, ...groups].flatMap((each) => Object.entries(each));
}
