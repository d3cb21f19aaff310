// A secret ends at once, the last one too: within five seconds neither it nor an access token got by it is taken.
import { Field, ID, InputType } from "type-graphql";
import { reachOf } from "../access/scope";
import { entryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { checkId, notFound } from "../graphql/input";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { type ApiClientPayload, clientNow, refused } from "./payload";

@InputType({ description: "Which secret ends now." })
export class ApiClientSecretEndInput {
  @Field(() => ID, { description: "The secret's identifier." })
  id!: string;
}

/** Repeating answers the client as it is. */
export async function apiClientSecretEnd(
  viewer: Viewer,
  { id }: ApiClientSecretEndInput,
): Promise<ApiClientPayload> {
  const wrong = checkId(id, "id");
  if (wrong) return refused(wrong);
  const operation = "apiClientSecretEnd";
  const clientId = await unitOfWork(actorOf(viewer, "API_CLIENT"), async (unit) => {
    const own = sql`${reachOf(viewer, "api_client_secrets")} and id = ${id}::uuid`;
    const [found, ended] = await unit.run(
      sql`select client_id as "clientId" from api_client_secrets where ${own}`,
      sql`update api_client_secrets set ended_at = decision_time()
        where ${own} and (ended_at is null or ended_at > decision_time())`,
    );
    const client = found?.rows[0]?.clientId as string | undefined;
    if (client && ended?.rowCount) {
      const entry = { action: "WRITE", operation, kind: "API_CLIENT" } as const;
      await unit.run(entryOf(viewer, { ...entry, fields: ["secrets"], subjectIds: [client] }));
    }
    return client;
  });
  return clientId ? clientNow(viewer, operation, clientId) : refused(notFound("id"));
}
