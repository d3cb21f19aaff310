// What an operation may cost, counted from the document and its variables before anything runs. An object is a point, a
// value nothing, a mutation ten; what stands below a list counts once for each row that may come. One walk over the chosen
// operation; each fragment is priced once, however often it is spread.
import {
  type DocumentNode,
  type FieldNode,
  getNamedType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isCompositeType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { argumentsOf, isIncluded, type Values } from "./arguments";
import { costOfField, listSizeOf } from "./declared-cost";
import { fragmentsOf } from "./span";

const OBJECT_COST = 1;
const MUTATION_COST = 10;
/** The schema of an audience, however much of it is asked. */
const INTROSPECTION_COST = 100;

/** `perRow` counts for each row of the page around it: a selection doesn't know yet how large that is. */
type Price = { fixed: number; perRow: number };
const FREE: Price = { fixed: 0, perRow: 0 };

export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Values,
): number {
  const fragments = fragmentsOf(document);
  const prices = new Map<string, Price>();
  const mutation = schema.getMutationType();

  const priceOfSet = ({ selections }: SelectionSetNode, type: GraphQLCompositeType): Price =>
    selections
      .filter((each) => isIncluded(each, variables))
      .map((each) => priceOf(each, type))
      .reduce(plus, FREE);

  function priceOf(node: SelectionNode, type: GraphQLCompositeType): Price {
    if (node.kind === Kind.FIELD) return priceOfField(node, type);
    if (node.kind === Kind.INLINE_FRAGMENT)
      return priceOfSet(node.selectionSet, typeNamed(node.typeCondition?.name.value) ?? type);
    const { value: name } = node.name;
    const known = prices.get(name);
    if (known) return known;
    const { selectionSet, typeCondition } = fragments.get(name)!;
    const price = priceOfSet(selectionSet, typeNamed(typeCondition.name.value) ?? type);
    prices.set(name, price);
    return price;
  }

  function priceOfField(node: FieldNode, type: GraphQLCompositeType): Price {
    const field = fieldNamed(node.name.value, type);
    if (!field) return node.name.value === "__typename" ? FREE : fixed(INTROSPECTION_COST);
    const values = argumentsOf(field, node, variables);
    const named = getNamedType(field.type);
    const isObject = isCompositeType(named);
    const below = isObject && node.selectionSet ? priceOfSet(node.selectionSet, named) : FREE;
    const usual = type === mutation ? MUTATION_COST : isObject ? OBJECT_COST : 0;
    const own = costOfField(field) ?? usual;
    const each = own + below.fixed + below.perRow * Number(values.first ?? 0);
    const size = listSizeOf(field);
    return size === "first" ? { fixed: 0, perRow: each } : fixed((size ?? 1) * each);
  }

  function typeNamed(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }

  const root = schema.getRootType(operation.operation);
  return root ? priceOfSet(operation.selectionSet, root).fixed : 0;
}

const fieldNamed = (
  name: string,
  type: GraphQLCompositeType,
): GraphQLField<unknown, unknown> | undefined =>
  isUnionType(type) ? undefined : type.getFields()[name];

const fixed = (points: number): Price => ({ fixed: points, perRow: 0 });

const plus = (one: Price, other: Price): Price => ({
  fixed: one.fixed + other.fixed,
  perRow: one.perRow + other.perRow,
});
