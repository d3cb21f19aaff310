// A refused attempt leaves one entry. What fails validation is looked up in the full schema: what exists there is
// a denial, what doesn't is a typing error, and nobody's business.
import { type DocumentNode, type GraphQLSchema, getOperationAST, Kind, validate } from "graphql";
import { sql } from "../database/sql";
import { audienceRole } from "../database/roles";
import { inOneTrip } from "../database/unit-of-work";
import { newId } from "../database/uuid";
import { requestOf, type Viewer } from "../viewer/viewer";

/** Whether some of what an audience's schema refused exists in the full one. */
export const isDenial = (
  fullSchema: GraphQLSchema,
  document: DocumentNode,
  refused: number,
): boolean =>
  validate(fullSchema, document, undefined, { maxErrors: refused + 1 }).length < refused;

export async function recordDenial(viewer: Viewer, document: DocumentNode): Promise<void> {
  const operation = getOperationAST(document)?.selectionSet.selections.find(
    (s) => s.kind === Kind.FIELD,
  );
  const name = operation?.kind === Kind.FIELD ? operation.name.value : "unknown";
  await recordDenialOf(viewer, name.slice(0, 100));
}

/** The entry of an attempt at an operation of this name. */
export async function recordDenialOf(viewer: Viewer, operation: string): Promise<void> {
  const actor = {
    ...{ role: audienceRole(viewer.audience), viewerId: viewer.id, customerId: viewer.customerId },
    ...{ serviceProviderId: viewer.serviceProviderId, source: viewer.source, purpose: null },
  };
  await inOneTrip(actor, [
    sql`insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose, operation, request_id)
      values (${newId()}::uuid, 'DENIED', ${viewer.audience}, ${viewer.id}::uuid, ${viewer.customerId}::uuid,
        ${viewer.serviceProviderId}::uuid, ${viewer.narrowedTo ?? "NONE"}, ${operation}, ${requestOf(viewer)}::uuid)`,
  ]);
}
