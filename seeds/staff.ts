// Our own people, their roles, and how everybody in the story world signs in.
import type { Client } from "pg";
import { addressHash } from "../src/mail/address-hash";
import { seal } from "../src/keys/envelope";
import { totpSecretOf } from "../src/keys/sealed-columns";
import { passwordHash } from "../src/viewer/sign-in/password";
import { addressColumns, daysAgo, insertRows, seedId } from "./records";
import {
  STORY_CUSTOMERS,
  STORY_PASSWORD,
  STORY_STAFF,
  storyAddress,
  storySecret,
} from "./story-people";

const TAKEN_ON_AT = daysAgo(400);
const [, , , FIRST_OPERATOR, SECOND_OPERATOR] = STORY_STAFF;

export async function seedStaff(client: Client): Promise<void> {
  const staff = STORY_STAFF.map(({ id, name }) => ({
    ...{ id, name, ...addressColumns(storyAddress(name)) },
    ...{ state: "ACTIVE", created_at: TAKEN_ON_AT },
  }));
  await insertRows(client, "staff", staff);
  const roles = STORY_STAFF.map(({ id, audience }, n) => {
    const isFirst = audience === "OPERATOR";
    const isConfirmed = audience === "PRIVACY_OFFICER";
    return {
      ...{ id: seedId("role", n, TAKEN_ON_AT), staff_id: id, audience, granted_at: TAKEN_ON_AT },
      ...{ granted_by: isFirst ? null : FIRST_OPERATOR.id },
      ...{
        confirmed_by: isConfirmed ? SECOND_OPERATOR.id : null,
        confirmed_at: isConfirmed ? TAKEN_ON_AT : null,
      },
    };
  });
  await client.query(
    `insert into staff_roles (id, staff_id, audience, granted_by, granted_at, confirmed_by, confirmed_at)
     select id, staff_id, audience, granted_by, granted_at, confirmed_by, confirmed_at
     from json_populate_recordset(null::staff_roles, $1)`,
    [JSON.stringify(roles)],
  );
}

type Way = { personId: string; customerId: string | null; emailHash: Buffer };

/** Our own people with a second factor, users without. */
export async function seedCredentials(client: Client): Promise<void> {
  const ofStaff = STORY_STAFF.map(({ id, name }): Way => {
    return { personId: id, customerId: null, emailHash: addressHash(storyAddress(name)) };
  });
  const userIds = STORY_CUSTOMERS.flatMap(({ administrator, user }) => [administrator.id, user.id]);
  const { rows } = await client.query<Way>(
    `select id as "personId", customer_id as "customerId", email_hash as "emailHash" from platform_users where id = any ($1) order by id`,
    [userIds],
  );
  for (const [n, way] of [...ofStaff, ...rows].entries()) await insertWay(client, n, way);
}

async function insertWay(
  client: Client,
  n: number,
  { personId, customerId, emailHash }: Way,
): Promise<void> {
  const id = seedId("credential", n, TAKEN_ON_AT);
  const isStaff = customerId === null;
  const secret = isStaff ? seal(totpSecretOf(id), storySecret(personId)) : null;
  await client.query(
    `insert into credentials (id, person_kind, customer_id, person_id, email_hash, password_hash, password_changed_at, totp_secret, totp_confirmed_at, created_at)
     values ($1, $2, $3, $4, $5, $6, $7::timestamptz, $8, $9::timestamptz, $7::timestamptz)`,
    [
      ...[id, isStaff ? "STAFF" : "PLATFORM_USER", customerId, personId, emailHash],
      ...[
        await passwordHash(STORY_PASSWORD, emailHash, null),
        TAKEN_ON_AT,
        secret,
        isStaff ? TAKEN_ON_AT : null,
      ],
    ],
  );
}
