// The values that an operation brings, checked before it runs: what would otherwise fail in the middle, or as a fault of
// ours, is told with the argument's name.
import {
  coerceInputValue,
  getArgumentValues,
  getDirectiveValues,
  getVariableValues,
  type GraphQLField,
  type GraphQLInputType,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  isInputType,
  typeFromAST,
  type VariableDefinitionNode,
  type FieldNode,
  type OperationDefinitionNode,
  type SelectionNode,
} from "graphql";
import { inputError } from "../errors/operation-error";
import { largestPageOf } from "./declared-cost";
import { withoutValue } from "./value-faults";

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
  const fault = faultOf(schema, variableDefinitions, given) ?? error?.message;
  throw inputError(fault ?? "A variable is not of its type.", error?.nodes);
}

/** Of the first variable whose value its type doesn't take, and where in it. Null where one is missing, or has no such type. */
function faultOf(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  given: Values,
): string | null {
  for (const { variable, type: written } of definitions) {
    const name = variable.name.value;
    const type = typeFromAST(schema, written);
    if (!isInputType(type) || given[name] === undefined || given[name] === null) continue;
    const fault = firstFault(given[name], type);
    if (!fault) continue;
    const { path, message } = fault;
    const place = path.length ? ` at "${[name, ...path].join(".").slice(0, 200)}"` : "";
    return `Variable "$${name}" got an invalid value${place}. ${withoutValue(message)}`;
  }
  return null;
}

type Fault = { path: readonly (string | number)[]; message: string };

/** The library would look for all of them, and for what was meant by each. */
function firstFault(value: unknown, type: GraphQLInputType): Fault | null {
  let fault: Fault | null = null;
  try {
    coerceInputValue(value, type, (path, _value, { message }) => {
      fault = { path, message };
      throw new Error(message);
    });
  } catch (error) {
    if (!fault) throw error;
  }
  return fault;
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
