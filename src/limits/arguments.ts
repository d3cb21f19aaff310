// The values that an operation brings, checked before it runs: what would otherwise fail in the middle, or as a fault of
// ours, is told with the argument's name.
import {
  getArgumentValues,
  getDirectiveValues,
  getVariableValues,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from "graphql";
import { inputError } from "../errors/operation-error";
import { largestPageOf } from "./declared-cost";

export type Values = Readonly<Record<string, unknown>>;

/** Variables of their types, with defaults. Throws BAD_USER_INPUT with what the library finds wrong first. */
export function variablesOf(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Values = {},
): Values {
  const { coerced, errors } = getVariableValues(schema, variableDefinitions, given, {
    maxErrors: 1,
  });
  if (coerced) return coerced;
  const [error] = errors;
  throw inputError(error?.message ?? "A variable is not of its type.", error?.nodes);
}

/** The arguments of one field. Throws BAD_USER_INPUT for null where none may be, and a page of no such size. */
export function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Values,
): Values {
  const values: Record<string, unknown> = {};
  for (const argument of field.args) {
    try {
      Object.assign(values, getArgumentValues({ ...field, args: [argument] }, node, variables));
    } catch {
      throw badArgument(argument.name, "is null, or not of its type", node);
    }
  }
  refusePage(field, node, values.first);
  return values;
}

function refusePage(field: GraphQLField<unknown, unknown>, node: FieldNode, first: unknown): void {
  const largest = largestPageOf(field);
  if (first === undefined || (typeof first === "number" && first >= 1 && first <= largest)) return;
  throw badArgument("first", `takes 1 to ${largest}`, node);
}

/** What @skip and @include leave, as the variables have it. */
export function isIncluded(node: SelectionNode, variables: Values): boolean {
  if (!node.directives?.length) return true;
  try {
    const isSkipped = getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true;
    return !isSkipped && getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false;
  } catch {
    throw badArgument("if", "of a directive is null", node);
  }
}

const badArgument = (name: string, what: string, node: SelectionNode) =>
  inputError(`The argument ${name} ${what}.`, [node], { argumentName: name });
