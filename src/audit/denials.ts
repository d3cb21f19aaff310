// A refused attempt leaves one entry. What fails validation is looked up in the full schema: what exists there is
// a denial, what doesn't is a typing error, and nobody's business.
import {
  type ASTNode,
  BREAK,
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { requestOf, type Viewer } from "../viewer/viewer";
import { recordAlone } from "./alone";

/** Whether a document asks for something that the full schema has and an audience's own hasn't. */
export function isDenial(full: GraphQLSchema, own: GraphQLSchema, document: DocumentNode): boolean {
  const [inFull, inOwn] = [new TypeInfo(full), new TypeInfo(own)];
  let isFound = false;
  const enter = (node: ASTNode) => {
    isFound = knows(full, inFull, node) && !knows(own, inOwn, node);
    return isFound ? BREAK : undefined;
  };
  visit(document, visitWithTypeInfo(inFull, visitWithTypeInfo(inOwn, { enter })));
  return isFound;
}

/** Whether a schema has what a node names, where it stands. Of a node that names nothing: false. */
function knows(schema: GraphQLSchema, at: TypeInfo, node: ASTNode): boolean {
  switch (node.kind) {
    case Kind.FIELD:
      return Boolean(at.getFieldDef());
    case Kind.ARGUMENT:
      return Boolean(at.getArgument());
    case Kind.OBJECT_FIELD:
      return Boolean(at.getInputType());
    case Kind.ENUM:
      return Boolean(at.getEnumValue());
    case Kind.NAMED_TYPE:
      return Boolean(schema.getType(node.name.value));
    default:
      return false;
  }
}

export async function recordDenial(viewer: Viewer, document: DocumentNode): Promise<void> {
  const operation = getOperationAST(document)?.selectionSet.selections.find(
    (s) => s.kind === Kind.FIELD,
  );
  const name = operation?.kind === Kind.FIELD ? operation.name.value : "unknown";
  await recordDenialOf(viewer, name.slice(0, 100));
}

/** The entry of an attempt at an operation of this name. */
export const recordDenialOf = (viewer: Viewer, operation: string): Promise<void> =>
  recordAlone(viewer, { action: "DENIED", operation, requestId: requestOf(viewer) });
