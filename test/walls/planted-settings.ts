// What everybody set for the own screens, and views of each audience, shared and not, of somebody who asks and of others.
import type { Client } from "pg";
import { insertRows } from "../../seeds/records";
import { peopleOf, STORY_CUSTOMERS, STORY_PEOPLE, STORY_STAFF } from "../../seeds/story-people";
import { newId } from "../../src/database/uuid";
import { PLANTED_LIST } from "./every-query";

const STAFF_AUDIENCES = ["SUPPORT", "MARKETING", "PRIVACY_OFFICER", "OPERATOR"];
const [own, other] = STORY_CUSTOMERS;

const MAKERS = [
  ...STORY_STAFF.flatMap(({ id }) =>
    STAFF_AUDIENCES.map((audience) => ({ audience, customer_id: null, made_by: id })),
  ),
  ...[own.administrator, own.user, other.administrator].map(({ id }) => ({
    ...{ audience: "ACCOUNT_ADMINISTRATOR", made_by: id },
    customer_id: id === other.administrator.id ? other.id : own.id,
  })),
];

export async function plantSettings(database: Client): Promise<void> {
  // first in the table: somebody whom neither support nor operators see
  const { rows: closed } = await database.query<{ id: string; customerId: string }>(
    `select id, customer_id as "customerId" from platform_users where (purposes & 32) = 0 order by id limit 1`,
  );
  const users = [STORY_PEOPLE, peopleOf(other)].flatMap(({ administrator, user }) => [
    administrator.viewer,
    user.viewer,
  ]);
  await insertRows(
    database,
    "preferences",
    [...closed, ...users, ...STORY_STAFF.map(({ id }) => ({ id, customerId: null }))].map(
      (person) => ({
        ...{
          customer_id: person.customerId,
          person_id: person.id,
          language: "DE",
          colours: "DARK",
        },
        lists: {},
      }),
    ),
  );
  await insertRows(
    database,
    "saved_views",
    MAKERS.flatMap((maker) =>
      [true, false].map((is_shared) => ({
        ...{ id: newId(), ...maker, list: PLANTED_LIST, name: `AA ${is_shared}` },
        ...{ name_canonical: `aa ${is_shared}`, search: "kind=PARTNER", is_shared },
      })),
    ),
  );
}
