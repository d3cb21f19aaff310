// Many mails for the worker: open invitations of a customer, each with its mail and job, as the product queues them.
import type { Client } from "pg";
import { STORY_CUSTOMERS } from "../../../seeds/story-people";

/** Queues so many; answers their addresses. */
export async function queueLetters(
  database: Client,
  many: number,
  prefix: string,
): Promise<string[]> {
  const [{ id: customerId, administrator }] = STORY_CUSTOMERS;
  const addresses = Array.from({ length: many }, (_, n) => `${prefix}-${n}@letters.example.com`);
  await database.query(
    `with made as (
       insert into user_invitations (customer_id, id, name, email_address, email_canonical, email_hash, role, invited_by, expires_at)
       select $2, gen_random_uuid(), 'One of many', address, address, sha256(address::bytea), 'USER', $3,
         decision_time() + interval '7 days' from unnest($1::text[]) address
       returning id),
     mailed as (
       insert into mails (id, kind, about_id) select gen_random_uuid(), 'USER_INVITATION', id from made returning id)
     select count(graphile_worker.add_job('send_mail', json_build_object('mailId', id), max_attempts := 5)) from mailed`,
    [addresses, customerId, administrator.id],
  );
  return addresses;
}

/** Mails by state. */
export async function mailStates(database: Client): Promise<Record<string, number>> {
  const { rows } = await database.query<{ state: string; n: number }>(
    "select state::text, count(*)::integer as n from mails group by 1",
  );
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}
