// Bulk actions of everybody in marketing, and in each state; whom they are about, and what those were before, within reach and
// beyond it.
import type { Client } from "pg";
import { insertRows } from "../../seeds/records";
import { STORY_PEOPLE, STORY_STAFF } from "../../seeds/story-people";
import { newId } from "../../src/database/uuid";

const AT = "2100-01-01T00:00:00Z";
const STATES = ["DRY", "QUEUED", "RUNNING", "DONE", "FAILED", "UNDOING"];

export async function plantBulkActions(database: Client): Promise<void> {
  const people = [STORY_PEOPLE.marketing.viewer.id, STORY_STAFF[0].id];
  const actions = people.flatMap((person) =>
    STATES.map((state) => ({
      ...{ id: newId(), kind: "SET_KIND", prospect_kind: "PARTNER", state, matched: 2, changed: 1 },
      ...{ created_by: person, acting_for: person, created_at: AT, ended_at: AT },
    })),
  );
  await insertRows(database, "bulk_actions", actions);
  const { rows } = await database.query<{ id: string }>(
    `(select id from prospects where (purposes & 8) <> 0 and purposes_valid_until > now() limit 1)
     union all (select id from prospects where (purposes & 8) = 0 limit 1)`,
  );
  await insertRows(
    database,
    "bulk_action_batches",
    actions.map(({ id }) => ({
      ...{ bulk_action_id: id, number: 0, versions: rows.map(() => 1) },
      subject_ids: rows.map((row) => row.id),
    })),
  );
  await insertRows(
    database,
    "bulk_action_changes",
    rows.map((row) => ({
      ...{ bulk_action_id: actions[3]!.id, subject_id: row.id, kind_before: "VISITOR", version: 1 },
    })),
  );
}
