// One row of each sort of what signing in, inviting and mailing keep: of everybody, and none of it so old that it is
// swept away.
import type { Client } from "pg";
import { addressColumns, insertRows } from "../../seeds/records";
import { STORY_CUSTOMERS, STORY_STAFF } from "../../seeds/story-people";
import { newId } from "../../src/database/uuid";

const [, , , OPERATOR, OTHER_OPERATOR] = STORY_STAFF;
const SOON = () => new Date(Date.now() + 3_600_000).toISOString();
const HASH = `\\x${"5a".repeat(32)}`;

export async function plantSigningIn(database: Client): Promise<void> {
  await database.query(
    `insert into sessions (id, credential_id, person_id, customer_id, audience, expires_at)
     select gen_random_uuid(), c.id, c.person_id, c.customer_id, 'PLANTED', now() + interval '1 hour'
     from credentials c`,
  );
  await insertRows(database, "user_invitations", userInvitations());
  await insertRows(
    database,
    "staff_invitations",
    [OPERATOR, OTHER_OPERATOR].map(({ id }, n) => ({
      ...invitation(`staff${n}`, id),
      audience: "SUPPORT",
    })),
  );
  await insertRows(database, "api_clients", [
    {
      ...{ id: newId(), audience: "DASHBOARD", name: "Planted", networks: [], may_use_key: false },
      ...{ expires_at: SOON(), created_by: OTHER_OPERATOR.id },
    },
  ]);
  await insertRows(database, "mails", [
    { id: newId(), kind: "USER_INVITATION", about_id: newId(), state: "SENT", settled_at: SOON() },
  ]);
  await insertRows(database, "idempotency_keys", [
    {
      ...{ audience: "PLANTED", key_hash: HASH, request_hash: HASH, claim_id: newId() },
      runs_until: SOON(),
    },
  ]);
  const expiring = { id: newId(), expires_at: SOON() };
  await insertRows(database, "sign_in_challenges", [
    { ...expiring, credential_ids: [], attempts: 0 },
  ]);
  await insertRows(database, "password_resets", [{ ...expiring, email_hash: HASH }]);
  await insertRows(database, "revoked_tokens", [{ jti: newId(), expires_at: SOON() }]);
  await insertRows(database, "sign_in_rates", [{ key: HASH, tries: 1, resets_at: SOON() }]);
}

/** Of the own customer and another, by an administrator and by each operator, to each role. */
const userInvitations = () =>
  STORY_CUSTOMERS.slice(0, 2).flatMap(({ id: customer, administrator }, c) =>
    [administrator, OPERATOR, OTHER_OPERATOR].flatMap(({ id }, i) =>
      ["USER", "ACCOUNT_ADMINISTRATOR"].map((role) => ({
        ...invitation(`user${c}${i}${role}`, id),
        ...{ customer_id: customer, role },
      })),
    ),
  );

const invitation = (name: string, by: string) => ({
  ...{ id: newId(), name: `AA ${name}`, ...addressColumns(`${name}@planted.example.net`) },
  ...{ invited_by: by, expires_at: SOON() },
});
