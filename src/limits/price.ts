// The price of an operation that comes again: counted once for each of the values that it depends on, the sizes of pages
// and what @skip and @include ask.
import {
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from "graphql";
import type { Values } from "./arguments";
import { costOf } from "./cost";

/** Throws BAD_USER_INPUT as `costOf` does. */
export type PriceOf = (variables: Values) => number;

const KEPT_MAXIMUM = 100;

export function priceOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): PriceOf {
  const names = pricingVariables(document);
  const prices = new Map<string, number>();
  return (variables) => {
    const key = names.map((name) => String(variables[name])).join();
    const known = prices.get(key);
    if (known !== undefined) return known;
    const price = costOf(schema, document, operation, variables);
    if (prices.size === KEPT_MAXIMUM) prices.clear();
    prices.set(key, price);
    return price;
  };
}

function pricingVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  const collect = (node: ASTNode) =>
    void visit(node, { Variable: ({ name }) => void names.add(name.value) });
  visit(document, {
    Directive: collect,
    Argument: (node) => (node.name.value === "first" ? collect(node.value) : undefined),
    [Kind.VARIABLE_DEFINITION]: () => false,
  });
  return [...names];
}
