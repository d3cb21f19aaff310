// A value that its type doesn't take is told with the argument that it was given for, which the library leaves out.
import { type ASTNode, type DocumentNode, GraphQLError, Kind, visit } from "graphql";
import { withoutValue } from "./value-faults";

/** Changes the errors that speak of a value alone. */
export function nameArguments(document: DocumentNode, errors: readonly Error[] = []): void {
  for (const error of errors) {
    if (!(error instanceof GraphQLError)) continue;
    const [value, ...others] = error.nodes ?? [];
    const name = value && others.length === 0 ? argumentAround(document, value) : "";
    if (!name) continue;
    error.message = `The argument ${name}: ${withoutValue(error.message)}`;
    error.extensions.argumentName = name;
  }
}

/** `first`, or `input.name` for a value within an input. Empty for what is no value of an argument. */
function argumentAround(document: DocumentNode, value: ASTNode): string {
  const names: string[] = [];
  visit(document, {
    enter(node) {
      if (node.kind !== Kind.ARGUMENT && node.kind !== Kind.OBJECT_FIELD) return;
      if (holds(node.value, value)) names.push(node.name.value);
    },
  });
  return names.join(".");
}

const holds = (outer: ASTNode, inner: ASTNode): boolean =>
  !!outer.loc &&
  !!inner.loc &&
  outer.loc.start <= inner.loc.start &&
  inner.loc.end <= outer.loc.end;
