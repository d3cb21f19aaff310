// Whether an operation may change something. What can't be read as GraphQL changes nothing: it is refused later.
import { getOperationAST, OperationTypeNode, parse } from "graphql";
import type { OperationBody } from "../body";

export function isMutation({ query, operationName }: OperationBody): boolean {
  if (typeof query !== "string" || !query.includes("mutation")) return false;
  try {
    const name = typeof operationName === "string" ? operationName : undefined;
    return (
      getOperationAST(parse(query, { noLocation: true }), name)?.operation ===
      OperationTypeNode.MUTATION
    );
  } catch {
    return false;
  }
}
