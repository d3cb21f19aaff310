// A refused attempt leaves one entry. What fails validation is looked up in the full schema: what exists there is
// a denial, what doesn't is a typing error, and nobody's business.
import { type DocumentNode, type GraphQLSchema, getOperationAST, Kind, validate } from "graphql";
import { requestOf, type Viewer } from "../viewer/viewer";
import { recordAlone } from "./alone";

/** Faults of a document that are looked for: told are fewer of them, but a denial among them is entered. */
const LOOKED_FOR_MAXIMUM = 100;

/** How many faults a document has for a schema. */
export const faultsIn = (schema: GraphQLSchema, document: DocumentNode): number =>
  validate(schema, document, undefined, { maxErrors: LOOKED_FOR_MAXIMUM, hideSuggestions: true })
    .length;

/** Whether some of what an audience's schema refused exists in the full one. */
export const isDenial = (
  fullSchema: GraphQLSchema,
  document: DocumentNode,
  refused: number,
): boolean => faultsIn(fullSchema, document) < refused;

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
