// Where an operation takes an id, at whatever depth of its arguments and inputs, and calls that put one there. All of
// it follows from the schema; what an operation needs beside the id and can't be guessed stands in id-examples.ts.
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
} from "graphql";
import { objectFieldsOf } from "../../src/access/places";
import { selection } from "../walls/every-query";
import { EXAMPLES, type Example } from "./id-examples";

export type IdPlace = {
  root: "query" | "mutation";
  field: GraphQLField<unknown, unknown>;
  /** From the argument down to the id, such as `input`, `activities`, `customerId`. */
  path: readonly string[];
  name: string;
};
/** Variables of one call, with the id that they are given. */
export type Call = { place: IdPlace; variablesWith(id: string): Record<string, unknown> };

export function idPlaces(schema: GraphQLSchema): IdPlace[] {
  const roots = [
    ["query", schema.getQueryType()],
    ["mutation", schema.getMutationType()],
  ] as const;
  refuseIdsBelow(schema);
  return roots.flatMap(([root, type]) =>
    Object.values(type?.getFields() ?? {}).flatMap((field) =>
      field.args.flatMap((arg) =>
        pathsToIds(arg).map((path) => ({
          ...{ root, field, path },
          name: `${field.name}(${path.join(".")})`,
        })),
      ),
    ),
  );
}

/** The same for an operation without an id: its path is empty. */
export const placeWithoutId = (
  root: IdPlace["root"],
  field: GraphQLField<unknown, unknown>,
): IdPlace => ({ root, field, path: [], name: field.name });

function pathsToIds({ name, type }: GraphQLArgument | GraphQLInputField): string[][] {
  const named = getNamedType(type);
  if (named.name === "ID") return [[name]];
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).flatMap((below) =>
    pathsToIds(below).map((path) => [name, ...path]),
  );
}

/** Roots alone are called here: an id that is taken further down would be left out. */
function refuseIdsBelow(schema: GraphQLSchema): void {
  const roots = [schema.getQueryType()?.name, schema.getMutationType()?.name];
  const below = objectFieldsOf(schema)
    .filter(
      ({ type, field }) => !roots.includes(type.name) && field.args.flatMap(pathsToIds).length,
    )
    .map(({ place }) => place);
  if (below.length) throw new Error(`Ids are taken below the roots: ${below.join(", ")}.`);
}

/** The calls of a place: one for each example, and for each value of enums that are required. */
export const callsOf = (place: IdPlace): Call[] =>
  examplesOf(place).flatMap((example) =>
    valuesFor(place, example, UNSET).map((_, variant) => ({
      place,
      variablesWith: (id) => valuesFor(place, example, id)[variant]!,
    })),
  );

export const examplesOf = ({ name, field }: IdPlace): Example[] =>
  EXAMPLES[name] ?? EXAMPLES[field.name] ?? [{}];

/** The operation as a document: in the audience's own schema with everything it answers. */
export function documentOf({ root, field }: IdPlace, schema: GraphQLSchema): string {
  const type = root === "query" ? schema.getQueryType() : schema.getMutationType();
  const own = type?.getFields()[field.name];
  const asked = own ? answerOf(schema, own.type) : " { __typename }";
  const variables = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`);
  const args = field.args.map((arg) => `${arg.name}: $${arg.name}`);
  return `${root} ${inBrackets(variables)} { ${field.name}${inBrackets(args)}${asked} }`;
}

const inBrackets = (all: readonly string[]): string => (all.length ? `(${all.join(", ")})` : "");

/** Of what can be of any type, its type and id: all that each can tell is more than one operation may ask. */
const answerOf = (schema: GraphQLSchema, type: GraphQLOutputType): string =>
  isAbstractType(getNamedType(type)) ? " { __typename id }" : selection(schema, type, 2);

const UNSET = "00000000-0000-0000-0000-000000000000";

function valuesFor({ field, path: [first, ...rest] }: IdPlace, example: Example, id: string) {
  const needed = field.args.filter((arg) => isRequiredArgument(arg) || arg.name === first);
  const given = rest.length === 0 ? example : {};
  return combine(
    needed.map(({ name, type }) => [
      name,
      name in given && name !== first
        ? [given[name]]
        : valuesOf(type, rest, name === first, example, id),
    ]),
  );
}

function valuesOf(
  type: GraphQLInputType,
  path: readonly string[],
  isOnPath: boolean,
  example: Example,
  id: string,
): unknown[] {
  if (isNonNullType(type)) return valuesOf(type.ofType, path, isOnPath, example, id);
  if (isListType(type))
    return valuesOf(type.ofType, path, isOnPath, example, id).map((value) => [value]);
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  if (!isInputObjectType(type)) return [isOnPath ? id : valueOf(type.name)];
  const [next, ...rest] = isOnPath ? path : [];
  const given = isOnPath && rest.length === 0 ? example : {};
  const fields = Object.values(type.getFields()).filter(
    (each) => isRequiredInputField(each) || each.name === next || each.name in given,
  );
  return combine(
    fields.map((each) => [
      each.name,
      each.name in given && each.name !== next
        ? [given[each.name]]
        : valuesOf(each.type, rest, each.name === next, example, id),
    ]),
  );
}

/** Every combination of the values of each name. */
const combine = (named: [string, unknown[]][]) =>
  named.reduce<Record<string, unknown>[]>(
    (made, [name, values]) =>
      made.flatMap((each) => values.map((value) => ({ ...each, [name]: value }))),
    [{}],
  );

const VALUES: Record<string, unknown> = {
  ...{ ID: UNSET, String: "Something", Int: 1, Float: 1, Boolean: true },
  ...{ DateTime: "2026-10-01T00:00:00Z", Date: "2026-10-01" },
};

function valueOf(scalar: string): unknown {
  if (scalar in VALUES) return VALUES[scalar];
  throw new Error(`Which value has the scalar ${scalar}? Add one to VALUES in id-places.ts.`);
}
