// What the tests of users share: the second customer's people, and what was entered since a moment.
import type { Client } from "pg";
import { peopleOf, STORY_CUSTOMERS } from "../../seeds/story-people";

export const [HARBOUR, BLUEBELL] = STORY_CUSTOMERS;
export const BLUEBELLS_ADMINISTRATOR = peopleOf(BLUEBELL).administrator.viewer;

/** Forms an id, but nobody has it. */
export const NOBODY = "01990000-0000-7000-8000-ffffffffffff";

export type Entry = {
  action: string;
  audience: string;
  operation: string;
  subject_kind: string;
  fields: string[];
  subject_ids: string[];
  row_count: number;
};

/** Starts counting; the function it answers tells the entries made since then, in their order. */
export async function entriesFromNow(database: Client): Promise<() => Promise<Entry[]>> {
  const all = async () =>
    (
      await database.query<Entry & { id: string }>(
        "select * from audit_entries order by recorded_at, id",
      )
    ).rows;
  const known = new Set((await all()).map(({ id }) => id));
  return async () => (await all()).filter(({ id }) => !known.has(id));
}
