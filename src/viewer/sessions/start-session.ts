// A session begins where a sign-in is complete.
import { sql } from "../../database/sql";
import type { Unit } from "../../database/unit-of-work";
import { newId } from "../../database/uuid";
import type { Choice } from "../sign-in/choices";
import { SESSION_HOURS } from "./tokens-of-session";

export type StartedSession = { id: string; generation: number } & Pick<
  Choice,
  "personId" | "customerId" | "audience"
>;

export async function startSession(
  unit: Unit,
  choice: Choice,
  device: string | null,
): Promise<StartedSession> {
  const id = newId();
  const { credentialId, personKind, personId, customerId, audience } = choice;
  await unit.run(
    sql`insert into sessions (id, credential_id, person_id, customer_id, audience, device, expires_at)
      values (${id}::uuid, ${credentialId}::uuid, ${personId}::uuid, ${customerId}::uuid, ${audience}, ${device},
        decision_time() + make_interval(hours => ${SESSION_HOURS[personKind]}::integer))`,
  );
  return { id, generation: 1, personId, customerId, audience };
}
