// A value that its type doesn't take is told with the argument that it was given for, which the library leaves out.
import { type ASTNode, type DocumentNode, GraphQLError, isValueNode, Kind, visit } from "graphql";
import { withoutValue } from "./value-faults";

/** Changes the errors that speak of a value alone. The document is walked once, however many they are. */
export function nameArguments(document: DocumentNode, errors: readonly Error[] = []): void {
  const faults = new Map<ASTNode, GraphQLError[]>();
  for (const error of errors) {
    if (!(error instanceof GraphQLError)) continue;
    const [value, ...others] = error.nodes ?? [];
    if (!value || others.length || !isPartOfValue(value)) continue;
    faults.set(value, [...(faults.get(value) ?? []), error]);
  }
  if (faults.size) nameIn(document, faults);
}

const isPartOfValue = (node: ASTNode) => isValueNode(node) || node.kind === Kind.OBJECT_FIELD;

/** `first`, or `input.name` for a value within an input. What is no value of an argument stays as it is. */
function nameIn(document: DocumentNode, faults: ReadonlyMap<ASTNode, GraphQLError[]>): void {
  const names: string[] = [];
  visit(document, {
    enter(node) {
      if (names.length) for (const error of faults.get(node) ?? []) name(error, names.join("."));
      if (isNamed(node)) names.push(node.name.value);
    },
    leave(node) {
      if (isNamed(node)) names.pop();
    },
  });
}

const isNamed = (node: ASTNode) => node.kind === Kind.ARGUMENT || node.kind === Kind.OBJECT_FIELD;

function name(error: GraphQLError, argument: string): void {
  error.message = `The argument ${argument}: ${withoutValue(error.message)}`;
  error.extensions.argumentName = argument;
}
