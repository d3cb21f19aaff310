// What stops the start: a verdict that is missing, given twice or given for something that isn't there, and rules
// that would not do what they seem to. Each fault names its place and what to do.
import {
  getNamedType,
  type GraphQLSchema,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from "graphql";
import { type Audience, AUDIENCES } from "../viewer/audience";
import type { Access } from "./fragment";
import { inputsOf, type Member, memberAt, objectFieldsOf } from "./places";
import type { Rule } from "./rules";
import { isLogic, settle, type Verdict } from "./settle";

/** `places` are those of all verdicts, as often as they were given: the fields, and the coordinates. */
export function faultsOf(schema: GraphQLSchema, access: Access, places: string[][]): string[] {
  return [
    ...places.flatMap(givenTwice),
    ...misplaced(schema, access),
    ...missing(schema, access),
    ...unsettled(access),
    ...sameName(access),
    ...dynamicButNotNullable(schema, access),
    ...atCoordinates(schema, access),
  ];
}

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
      return [`${name} is no object type, so its rules never run. Put them on object types.`];
    return Object.keys(rules)
      .filter((field) => !Object.hasOwn(type.getFields(), field))
      .map((field) => `${name}.${field}: the type has no such field. Correct the name.`);
  });

const missing = (schema: GraphQLSchema, { tree }: Access) =>
  objectFieldsOf(schema)
    .filter(({ type, field }) => !Object.hasOwn(tree[type.name] ?? {}, field.name))
    .map(({ place }) => `${place} has no verdict: say in an access.ts who may see it.`);

const unsettled = (access: Access) =>
  rulesOf(access).flatMap(([place, rule]) => {
    try {
      for (const audience of AUDIENCES) settle(rule, audience);
      return [];
    } catch (error) {
      return [`${place}: ${(error as Error).message}`];
    }
  });

/** graphql-shield would refuse such a tree too, but only where both are left in it. */
function sameName(access: Access): string[] {
  const named = new Map<string, Rule>();
  const twice = new Set<string>();
  for (const rule of rulesOf(access).flatMap(([, each]) => leavesOf(each))) {
    if (isLogic(rule)) continue;
    const earlier = named.get(rule.name);
    if (earlier && !isLogic(earlier) && !earlier.equals(rule)) twice.add(rule.name);
    named.set(rule.name, rule);
  }
  return [...twice].map((name) => `Two rules are called ${name}: rename one of them.`);
}

/** A refusal in a non-null field would take the list above it along. */
const dynamicButNotNullable = (schema: GraphQLSchema, { tree }: Access) =>
  objectFieldsOf(schema)
    .filter(({ field }) => isNonNullType(field.type))
    .flatMap(({ place, type, field }) => {
      const audiences = audiencesWith(isDynamic, tree[type.name]?.[field.name]);
      return audiences.length
        ? [`${place} is decided row by row for ${audiences.join(", ")}: make it nullable.`]
        : [];
    });

const atCoordinates = (schema: GraphQLSchema, access: Access) =>
  Object.entries(access.coordinates).flatMap(([coordinate, rule]) => {
    const member = memberAt(schema, coordinate);
    if (!member)
      return [`${coordinate}: the schema has no such argument, input field or enum value.`];
    if (member.kind === "FIELD")
      return [`${coordinate} is a field: its verdict stands with its type, not by coordinate.`];
    const dynamic = audiencesWith(isDynamic, rule);
    if (dynamic.length)
      return [`${coordinate} can't be decided row by row: say with only() who may.`];
    const hidden = audiencesWith(isNo, rule).filter((audience) => asks(member, access, audience));
    if (!hidden.length) return [];
    const from = `hidden from ${hidden.join(", ")}`;
    return [
      ...(isRequired(member)
        ? [`${coordinate} is required, but ${from}: make it nullable or give it a default.`]
        : []),
      ...defaultsTo(schema, member).map(
        (place) => `${place} defaults to ${coordinate}, which is ${from}: choose another default.`,
      ),
    ];
  });

/** Whether hiding the member matters to the audience: an argument of a field it doesn't see is gone anyway. */
function asks(member: Member, { tree }: Access, audience: Audience): boolean {
  if (member.kind !== "ARGUMENT") return true;
  const [type = "", field = ""] = member.field.split(".");
  return !audiencesWith(isNo, tree[type]?.[field]).includes(audience);
}

/** Where a value would come in unasked, though the audience may not name it. */
const defaultsTo = (schema: GraphQLSchema, member: Member): string[] =>
  member.kind !== "ENUM_VALUE"
    ? []
    : inputsOf(schema)
        .filter(({ input }) => getNamedType(input.type).name === member.type)
        .filter(({ input }) => [input.defaultValue].flat().includes(member.value))
        .map(({ place }) => place);

const isRequired = (member: Member): boolean =>
  (member.kind === "ARGUMENT" && isRequiredArgument(member.argument)) ||
  (member.kind === "INPUT_FIELD" && isRequiredInputField(member.inputField));

const isDynamic = (verdict: Verdict) => typeof verdict !== "boolean";
const isNo = (verdict: Verdict) => verdict === false;

/** A rule that can't be settled is a fault already, and left out here. */
function audiencesWith(holds: (verdict: Verdict) => boolean, rule: Rule | undefined): Audience[] {
  try {
    return AUDIENCES.filter((audience) => rule && holds(settle(rule, audience)));
  } catch {
    return [];
  }
}

const rulesOf = ({ tree, coordinates }: Access): [string, Rule][] => [
  ...Object.entries(tree).flatMap(([type, rules]) =>
    Object.entries(rules).map(([field, rule]): [string, Rule] => [`${type}.${field}`, rule]),
  ),
  ...Object.entries(coordinates),
];

const leavesOf = (rule: Rule): Rule[] =>
  isLogic(rule) ? rule.getRules().flatMap(leavesOf) : [rule];
