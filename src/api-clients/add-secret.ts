// Changing a client's secret without a pause: a second one is made beside the first, which ends by itself after seven days,
// or at once where an operator ends it. Never more than two are live.
import { Field, ID, InputType } from "type-graphql";
import { reachOf } from "../access/scope";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { type Unit, unitOfWork } from "../database/unit-of-work";
import { checkId, notFound } from "../graphql/input";
import { type UserError, userError } from "../graphql/user-error";
import { actorOf } from "../viewer/actor";
import { newClientSecret } from "../viewer/clients/secret";
import type { Viewer } from "../viewer/viewer";
import { secretInsert } from "./insert-secret";
import { type ApiClientSecretPayload, clientNow, refused } from "./payload";

/** How long the secret before serves on. */
export const OVERLAP_DAYS = 7;
const LIVE_MAXIMUM = 2;

@InputType({ description: "Which client." })
export class ApiClientInput {
  @Field(() => ID, { description: "The client." })
  id!: string;
}

export async function apiClientSecretAdd(
  viewer: Viewer,
  { id }: ApiClientInput,
): Promise<ApiClientSecretPayload> {
  const wrong = checkId(id, "id");
  if (wrong) return refused(wrong);
  const secret = newClientSecret();
  const operation = "apiClientSecretAdd";
  const fault = await unitOfWork(actorOf(viewer, "API_CLIENT"), async (unit) => {
    const refusal = await refusalOf(viewer, unit, id);
    if (refusal) return refusal;
    const entry = { action: "WRITE", operation, kind: "API_CLIENT", subjectIds: [id] } as const;
    await unit.run(
      sql`update api_client_secrets set ended_at = decision_time() + make_interval(days => ${OVERLAP_DAYS}::integer)
        where ${reachOf(viewer, "api_client_secrets")} and client_id = ${id}::uuid and ended_at is null`,
      secretInsert(id, secret),
      entryOf(viewer, { ...entry, fields: ["secrets"] }),
    );
    return null;
  });
  return fault ? refused(fault) : { ...(await clientNow(viewer, operation, id)), secret };
}

/** Two operators who add at once wait for each other, here as in the database. */
async function refusalOf(viewer: Viewer, unit: Unit, id: string): Promise<UserError | null> {
  await unit.run(sql`select pg_advisory_xact_lock(hashtextextended(${id.toLowerCase()}, 0))`);
  const [found] = await unit.run(
    sql`select revoked_at is not null as "isRevoked", (select count(*)::integer from api_client_secrets
        where client_id = ${id}::uuid and (ended_at is null or ended_at > decision_time())) as live
      from api_clients where ${reachOf(viewer, "api_clients")} and id = ${id}::uuid`,
  );
  const client = found?.rows[0] as { isRevoked: boolean; live: number } | undefined;
  if (!client) return notFound("id");
  if (client.isRevoked) return userError("CONFLICT", "id", "It was revoked. Make another client.");
  if (client.live < LIVE_MAXIMUM) return null;
  return userError("CONFLICT", "id", "Two secrets are live already. End one of them first.");
}
