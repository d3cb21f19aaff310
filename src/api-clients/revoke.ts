// A client is revoked for good: within five seconds no token, key or secret of it is taken any more.
import { reachOf } from "../access/scope";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { checkId, notFound } from "../graphql/input";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import type { ApiClientInput } from "./add-secret";
import { type ApiClientPayload, clientNow, refused } from "./payload";

/** Repeating answers the first revocation. */
export async function apiClientRevoke(
  viewer: Viewer,
  { id }: ApiClientInput,
): Promise<ApiClientPayload> {
  const wrong = checkId(id, "id");
  if (wrong) return refused(wrong);
  const operation = "apiClientRevoke";
  await unitOfWork(actorOf(viewer, "API_CLIENT"), async (unit) => {
    const [revoked] = await unit.run(
      sql`update api_clients set revoked_by = ${viewer.id}::uuid, revoked_at = decision_time()
        where ${reachOf(viewer, "api_clients")} and id = ${id}::uuid and revoked_at is null`,
    );
    if (!revoked?.rowCount) return;
    const entry = { action: "WRITE", operation, kind: "API_CLIENT", subjectIds: [id] } as const;
    await unit.run(entryOf(viewer, { ...entry, fields: ["revokedAt"] }));
  });
  const now = await clientNow(viewer, operation, id);
  return now.apiClient ? now : refused(notFound("id"));
}
