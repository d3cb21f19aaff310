// One row of each sort that neither the story nor a thousand foreign people bring along, so that a policy that lets
// everything through shows something: of another tool, another provider, a closed person, and a kind nobody is told of.
import type { Client } from "pg";
import { STORY_CUSTOMERS, STORY_PEOPLE, STORY_SERVICE_PROVIDER } from "../../seeds/story-people";
import { insertRows } from "../../seeds/records";
import { newId } from "../../src/database/uuid";

const AT = "2026-10-01T00:00:00Z";
const ELSEWHERE = { source: "ANOTHER_TOOL", source_id: "1", occurred_at: AT };

export async function plantFurtherSorts(database: Client): Promise<void> {
  const one = async (query: string, values: unknown[] = []) => {
    const { rows } = await database.query<{ id: string }>(`${query} order by id limit 1`, values);
    if (!rows[0]) throw new Error(`The story has no row of this sort: ${query}`);
    return rows[0].id;
  };
  const own = STORY_CUSTOMERS[0].id;
  const closedUser = await one(
    "select id from platform_users where customer_id = $1 and purposes & 33 = 0",
    [own],
  );
  const closedProspect = await one("select id from prospects where purposes & 8 = 0");
  const otherProvider = await one("select id from service_providers where id <> $1", [
    STORY_SERVICE_PROVIDER.id,
  ]);
  await insertRows(database, "activities", [
    {
      ...{ customer_id: own, id: newId(), platform_user_id: closedUser, kind: "SIGNED_IN" },
      ...ELSEWHERE,
      recorded_at: AT,
    },
  ]);
  await insertRows(database, "interactions", [
    { id: newId(), prospect_id: closedProspect, kind: "EMAIL", ...ELSEWHERE, recorded_at: AT },
  ]);
  await insertRows(database, "interactions", [
    {
      ...ELSEWHERE,
      id: newId(),
      kind: "SITE",
      source: STORY_PEOPLE.intake.viewer.source,
      recorded_at: AT,
    },
  ]);
  await insertRows(database, "disclosures", [
    {
      ...{ id: newId(), service_provider_id: otherProvider, viewer_id: newId(), disclosed_at: AT },
      ...{ purposes: ["NEWSLETTER"], fields: ["name"], first_change: 1, last_change: 1 },
      contact_count: 1,
    },
  ]);
  await database.query(
    `with proved as (
       insert into basis_evidence (lawful_basis_id, subject_kind, subject_id, unsealed)
       select id, subject_kind, subject_id, '{"source": "Planted"}' from lawful_bases
       where subject_kind = 'PLATFORM_USER' order by id limit 1 returning subject_kind, subject_id)
     insert into keys.person_keys (subject_kind, subject_id, wrapped) select *, decode(repeat('01', 65), 'hex') from proved`,
  );
  await database.query(
    "insert into figures (month, subject, kind) values ('2026-01-01', 'ACTIVITY', 'SIGNED_IN')",
  );
  await database.query(
    "insert into prospects_due_to_be_informed (due_within_days, due_soon, missed) values (7, 1, 1) on conflict do nothing",
  );
  await plantChanges(database, closedUser);
  for (const { viewer } of Object.values(STORY_PEOPLE))
    await database.query(
      `insert into audit_entries (id, action, audience, viewer_id, purpose, operation)
       values ($1, 'READ', $2, $3, 'NONE', 'planted')`,
      [newId(), viewer.audience, viewer.id],
    );
}

/** A change of every contact, mixed so that the first page has each sort, and one of a kind that no tool may receive. */
async function plantChanges(database: Client, user: string): Promise<void> {
  const add = (rows: string, values: unknown[] = []) =>
    database.query(
      `insert into feed (change_number, subject_kind, subject_id)
       select nextval('feed_change_number'), kind, id from (${rows}) changed`,
      values,
    );
  await add("select 'PLATFORM_USER'::subject_kind as kind, $1::uuid as id", [user]);
  await add(
    `select * from (select 'PROSPECT'::subject_kind as kind, id from prospects
       union all select 'SUBSCRIBER', id from subscribers) contacts order by md5(id::text)`,
  );
}
