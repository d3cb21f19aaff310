// Operations as nobody would write them: fields, aliases, fragments, directives and arguments drawn at random from a
// schema, with literals, variables and nulls.
import fc from "fast-check";
import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";

export type Operation = { query: string; variables: Record<string, unknown> };

type Draw = <T>(arbitrary: fc.Arbitrary<T>) => T;
type Drawing = {
  draw: Draw;
  schema: GraphQLSchema;
  ids: readonly string[];
  skipped: ReadonlySet<string>;
  variables: Record<string, { type: string; value: unknown }>;
  fragments: string[];
};

const DEPTH = 4;

/** `skipped`: fields (`Query.rateLimit`) whose answer is another one each time. */
export function randomOperation(
  schema: GraphQLSchema,
  { ids, skipped }: { ids: readonly string[]; skipped: ReadonlySet<string> },
): fc.Arbitrary<Operation> {
  return fc.gen().map((gen) => {
    const draw: Draw = (arbitrary) => gen(() => arbitrary);
    const drawing: Drawing = { draw, schema, ids, skipped, variables: {}, fragments: [] };
    const selection = selectionOf(drawing, schema.getQueryType()!, DEPTH);
    const declared = Object.entries(drawing.variables).map(
      ([name, { type }]) => `$${name}: ${type}`,
    );
    const head = declared.length ? `query Random(${declared.join(", ")})` : "query Random";
    const given = Object.entries(drawing.variables).map(([name, { value }]) => [name, value]);
    return {
      query: [`${head} ${selection}`, ...drawing.fragments].join("\n"),
      variables: Object.fromEntries(given) as Record<string, unknown>,
    };
  });
}

function selectionOf(drawing: Drawing, type: GraphQLObjectType, depth: number): string {
  const { draw, skipped } = drawing;
  const fields = Object.values(type.getFields()).filter(
    (field) =>
      !skipped.has(`${type.name}.${field.name}`) &&
      (depth > 0 || isLeafType(getNamedType(field.type))),
  );
  const count = draw(fc.integer({ min: 1, max: depth === DEPTH ? 2 : 5 }));
  const picked = Array.from({ length: count }, () => draw(fc.constantFrom(...fields)));
  const parts = picked.map((field, place) => {
    const written = fieldOf(drawing, field, depth - 1, draw(oneIn(6)) ? `a${depth}_${place}` : "");
    return draw(oneIn(8)) ? wrapped(drawing, type, written) : written;
  });
  return `{ ${draw(oneIn(4)) ? "__typename " : ""}${conflictFree(parts).join(" ")} }`;
}

/** The same field twice with other arguments is refused before anything runs: one of each name is enough. */
function conflictFree(parts: readonly string[]): string[] {
  const byName = new Map(parts.map((part) => [nameIn(part), part]));
  return [...byName.values()];
}
const nameIn = (part: string) => /(?:\w+: )?(\w+)/.exec(part.replace(/^\.\.\.[^{]*\{ /, ""))?.[0];

function wrapped(drawing: Drawing, type: GraphQLObjectType, written: string): string {
  const { draw, fragments } = drawing;
  if (draw(fc.boolean())) return `... on ${type.name} { ${written} }`;
  const name = `F${fragments.length}`;
  fragments.push(`fragment ${name} on ${type.name} { ${written} }`);
  return `...${name}`;
}

function fieldOf(
  drawing: Drawing,
  field: GraphQLField<unknown, unknown>,
  depth: number,
  alias: string,
): string {
  const { draw, schema } = drawing;
  const args = field.args.flatMap((arg) => {
    const isNeeded = isNonNullType(arg.type) && arg.defaultValue === undefined;
    if (!isNeeded && draw(fc.boolean())) return [];
    return [`${arg.name}: ${argumentOf(drawing, arg.name, arg.type)}`];
  });
  const directive = draw(oneIn(8))
    ? ` @${draw(fc.constantFrom("skip", "include"))}(if: ${flag(drawing)})`
    : "";
  const head = `${alias && `${alias}: `}${field.name}${args.length ? `(${args.join(", ")})` : ""}${directive}`;
  const type = getNamedType(field.type);
  if (!isCompositeType(type)) return head;
  if (isAbstractType(type)) {
    const member = draw(fc.constantFrom(...schema.getPossibleTypes(type)));
    return `${head} { __typename ... on ${member.name} ${selectionOf(drawing, member, depth)} }`;
  }
  return `${head} ${isObjectType(type) ? selectionOf(drawing, type, depth) : ""}`;
}

const flag = (drawing: Drawing) =>
  drawing.draw(fc.boolean())
    ? String(drawing.draw(fc.boolean()))
    : variable(drawing, "Boolean!", drawing.draw(fc.boolean()));

function argumentOf(drawing: Drawing, name: string, type: GraphQLInputType): string {
  const value = valueOf(drawing, name, type);
  if (drawing.draw(fc.boolean())) return variable(drawing, String(type), value);
  return literal(value, type);
}

function literal(value: unknown, type: GraphQLInputType): string {
  const plain = getNullableType(type);
  if (value === null) return "null";
  if (isListType(plain) && Array.isArray(value))
    return `[${value.map((each) => literal(each, plain.ofType)).join(", ")}]`;
  if (isEnumType(plain) && typeof value === "string") return value;
  if (!isInputObjectType(plain)) return JSON.stringify(value);
  const fields = plain.getFields();
  const parts = Object.entries(value as object).map(
    ([name, each]) => `${name}: ${literal(each, fields[name]!.type)}`,
  );
  return `{ ${parts.join(", ")} }`;
}

function variable({ variables }: Drawing, type: string, value: unknown): string {
  const name = `v${Object.keys(variables).length}`;
  variables[name] = { type, value };
  return `$${name}`;
}

function valueOf(drawing: Drawing, name: string, type: GraphQLInputType): unknown {
  const { draw, ids } = drawing;
  if (!isNonNullType(type) && draw(oneIn(5))) return null;
  const plain = getNullableType(type);
  if (isListType(plain)) return [valueOf(drawing, name, plain.ofType)];
  if (isEnumType(plain)) return draw(fc.constantFrom(...plain.getValues())).name;
  if (isInputObjectType(plain)) {
    const given = Object.values(plain.getFields()).filter(
      (field) => isNonNullType(field.type) || draw(oneIn(3)),
    );
    return Object.fromEntries(
      given.map((field) => [field.name, valueOf(drawing, field.name, field.type)]),
    );
  }
  const { name: scalar } = getNamedType(plain);
  if (scalar === "Int") return draw(fc.constantFrom(1, 2, 3, 3, 3, 0, 101));
  if (scalar === "Boolean") return draw(fc.boolean());
  if (scalar === "ID") return draw(fc.constantFrom(...ids, "nobody"));
  if (name === "after") return draw(fc.constantFrom(null, null, "no cursor"));
  return draw(fc.constantFrom("A", "", "Harbour", "no-one@example.com", "%"));
}

const oneIn = (n: number) => fc.integer({ min: 1, max: n }).map((drawn) => drawn === 1);
