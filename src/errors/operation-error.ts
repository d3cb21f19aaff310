// An error in the `errors` of an answer, made from the catalogue.
import { GraphQLError } from "graphql";
import { OPERATION_ERRORS, type OperationCode } from "./catalogue";
import { fill, type Values, type ValuesOf } from "./template";

/** To be thrown by a resolver, or answered by a rule. */
export function operationError<Code extends OperationCode>(
  code: Code,
  ...[values]: ValuesOf<(typeof OPERATION_ERRORS)[Code]>
): GraphQLError {
  return errorOf(code, values);
}

/** The same, about one argument of the field. */
export const argumentError = (argumentName: string, fault: string): GraphQLError =>
  errorOf("BAD_USER_INPUT", { fault }, { argumentName });

/** An argument or variable refused before anything ran, at these places of the document. */
export const inputError = (
  fault: string,
  nodes: GraphQLError["nodes"],
  extensions: object = {},
): GraphQLError =>
  errorOf("BAD_USER_INPUT", { fault }, { ...extensions, http: { status: 400 } }, nodes);

/** A document refused before anything of it ran. */
export const documentError = (fault: string): GraphQLError =>
  errorOf("GRAPHQL_VALIDATION_FAILED", { fault }, { http: { status: 400 } });

function errorOf(
  code: OperationCode,
  values?: Values,
  extensions?: object,
  nodes?: GraphQLError["nodes"],
): GraphQLError {
  const entry: { meaning: string; message?: string } = OPERATION_ERRORS[code];
  return new GraphQLError(fill(entry.message ?? entry.meaning, values), {
    nodes: nodes ?? null,
    extensions: { code, ...extensions },
  });
}
