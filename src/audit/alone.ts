// An entry that stands alone: of a request that neither read nor changed a row itself.
import { audienceRole } from "../database/roles";
import { raw, sql } from "../database/sql";
import { inOneTrip } from "../database/unit-of-work";
import { newId } from "../database/uuid";
import type { Viewer } from "../viewer/viewer";

type Alone = { action: "READ" | "DENIED"; operation: string; requestId: string | null };

export async function recordAlone(
  viewer: Viewer,
  { action, operation, requestId }: Alone,
): Promise<void> {
  const actor = {
    ...{ role: audienceRole(viewer.audience), viewerId: viewer.id, customerId: viewer.customerId },
    ...{ serviceProviderId: viewer.serviceProviderId, source: viewer.source, purpose: null },
    travels: viewer.course?.travels,
  };
  await inOneTrip(actor, [
    sql`insert into audit_entries (id, action, audience, viewer_id, customer_id, service_provider_id, purpose, operation, request_id)
      values (${newId()}::uuid, ${raw(`'${action}'`)}, ${viewer.audience}, ${viewer.id}::uuid, ${viewer.customerId}::uuid,
        ${viewer.serviceProviderId}::uuid, ${viewer.narrowedTo ?? "NONE"}, ${operation}, ${requestId}::uuid)`,
  ]);
}
