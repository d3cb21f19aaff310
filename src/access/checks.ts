// What stops the start: a verdict that is missing, given twice or given for something that isn't there, and rules
// that would not do what they seem to. Each fault names its place and what to do.
import { type GraphQLSchema, isNonNullType, isObjectType, isRequiredInputField } from "graphql";
import { AUDIENCES, type Audience } from "../viewer/audience";
import type { Access } from "./fragment";
import { coordinateIn, objectTypesOf } from "./places";
import type { Rule } from "./rules";
import { isLogic, settle, type Verdict } from "./settle";

/** `places` are those of all verdicts, in the order and as often as they were given. */
export function faultsOf(schema: GraphQLSchema, access: Access, places: string[]): string[] {
  return [
    ...givenTwice(places),
    ...misplaced(schema, access),
    ...missing(schema, access),
    ...rulesOf(access).flatMap(([place, rule]) => unsettled(place, rule)),
    ...sameName(access),
    ...dynamicButNotNullable(schema, access),
    ...unknownCoordinates(schema, access),
    ...hiddenButRequired(schema, access),
  ];
}

const rulesOf = ({ tree, coordinates }: Access): [string, Rule][] => [
  ...Object.entries(tree).flatMap(([type, rules]) =>
    Object.entries(rules).map(([field, rule]): [string, Rule] => [`${type}.${field}`, rule]),
  ),
  ...Object.entries(coordinates),
];

const givenTwice = (places: string[]) =>
  [...new Set(places.filter((place, index) => places.indexOf(place) !== index))].map(
    (place) => `${place} has two verdicts: keep one of them.`,
  );

const misplaced = (schema: GraphQLSchema, { tree }: Access) =>
  Object.entries(tree).flatMap(([name, rules]) => {
    const type = schema.getType(name);
    if (!type || name.startsWith("__"))
      return [`${name}: the schema has no such type. Correct the name, or take its rules out.`];
    if (!isObjectType(type))
      return [`${name} is no object type, so rules on it never run. Put them on object types.`];
    return Object.keys(rules)
      .filter((field) => !Object.hasOwn(type.getFields(), field))
      .map((field) => `${name}.${field}: the type has no such field. Correct the name.`);
  });

const missing = (schema: GraphQLSchema, { tree }: Access) =>
  objectTypesOf(schema).flatMap((type) =>
    Object.keys(type.getFields())
      .filter((field) => !Object.hasOwn(tree[type.name] ?? {}, field))
      .map((field) => `${type.name}.${field} has no verdict: say in an access.ts who may see it.`),
  );

function unsettled(place: string, rule: Rule): string[] {
  try {
    for (const audience of AUDIENCES) settle(rule, audience);
    return [];
  } catch (error) {
    return [`${place}: ${(error as Error).message}`];
  }
}

/** The verdict, or false where the rule is a fault of its own already. */
function verdictFor(rule: Rule | undefined, audience: Audience): Verdict {
  try {
    return rule ? settle(rule, audience) : false;
  } catch {
    return false;
  }
}

const audiencesWhere = (rule: Rule | undefined, holds: (verdict: Verdict) => boolean) =>
  AUDIENCES.filter((audience) => holds(verdictFor(rule, audience)));

const isDynamic = (verdict: Verdict) => typeof verdict !== "boolean";

function sameName(access: Access): string[] {
  const named = new Map<string, Rule>();
  const faults = new Set<string>();
  for (const rule of rulesOf(access).flatMap(([, each]) => leavesOf(each))) {
    if (isLogic(rule)) continue;
    const earlier = named.get(rule.name);
    if (earlier && !isLogic(earlier) && !earlier.equals(rule))
      faults.add(`Two rules are called ${rule.name}: rename one of them.`);
    named.set(rule.name, rule);
  }
  return [...faults];
}

const leavesOf = (rule: Rule): Rule[] =>
  isLogic(rule) ? rule.getRules().flatMap(leavesOf) : [rule];

/** A refusal in a non-null field would take the list above it along. */
const dynamicButNotNullable = (schema: GraphQLSchema, { tree }: Access) =>
  objectTypesOf(schema).flatMap(({ name, ...type }) => {
    const fields = Object.values(schema.getType(name) === undefined ? {} : type);
    return fields.length ? dynamicFields(schema, name, tree) : [];
  });

function dynamicFields(schema: GraphQLSchema, name: string, tree: Access["tree"]): string[] {
  const type = schema.getType(name);
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields())
    .filter((field) => isNonNullType(field.type))
    .map((field) => ({
      place: `${name}.${field.name}`,
      audiences: audiencesWhere(tree[name]?.[field.name], isDynamic),
    }))
    .filter(({ audiences }) => audiences.length > 0)
    .map(
      ({ place, audiences }) =>
        `${place} is decided row by row for ${audiences.join(", ")}, so it must be nullable.`,
    );
}
