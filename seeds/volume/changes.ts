// What happened to contacts since they came, numbered into the feed, and what of it left to the tool that pulls: each page
// with its Disclosure.
import type { Client } from "pg";
import { STORY_PEOPLE, STORY_SERVICE_PROVIDER } from "../story-people";
import { dice } from "../world-lists";
import { contactOf } from "./contacts";
import { copyIn, type Row } from "./copy-in";
import { volumeId } from "./ids";
import { stamp, timeOf, type Volume } from "./sizes";

const AT_ONCE = 5_000;
const PAGE = 1_000;
const FIELDS = ["emailAddress", "name", "companyName", "mayEmail"];

type Change = (client: Client) => Promise<void>;

/** Statements, each for a transaction of its own. */
export function* changesOf(volume: Volume): Generator<Change> {
  const { contacts, changes } = volume.sizes;
  const roll = dice(volume.seed);
  for (let from = 0; contacts && from < changes; from += AT_ONCE) {
    const count = Math.min(AT_ONCE, changes - from);
    const changed = Array.from({ length: count }, () =>
      contactOf(Math.floor(roll() * contacts), volume),
    );
    const idsOf = (kind: string) => [
      ...new Set(changed.filter((each) => each.kind === kind).map(({ id }) => id)),
    ];
    yield async (client) => {
      await client.query(
        "update prospects set company_name = 'Since ' || version || ' ' || left(name, 100) where id = any ($1)",
        [idsOf("PROSPECT")],
      );
      await client.query("update subscribers set name = name || '.' where id = any ($1)", [
        idsOf("SUBSCRIBER"),
      ]);
    };
  }
}

/** In the order in which they were written, as the sequencer does. */
export const numberChanges: Change = async (client) => {
  await client.query(
    `with taken as (delete from outbox returning tid, subject_kind, subject_id)
     insert into feed (change_number, subject_kind, subject_id)
     select nextval('feed_change_number'), subject_kind, subject_id from (select * from taken order by tid) in_order`,
  );
};

export async function disclose(client: Client): Promise<void> {
  const { rows } = await client.query<{ last: string }>(
    "select coalesce(max(change_number), 0) as last from feed",
  );
  const last = Number(rows[0]!.last);
  const pages = Math.floor(last / PAGE);
  const { viewer } = STORY_PEOPLE.sync;
  const common = { service_provider_id: STORY_SERVICE_PROVIDER.id, viewer_id: viewer.id };
  const disclosures: Row[] = [];
  const entries: Row[] = [];
  for (let n = 0; n < pages; n += 1) {
    const at = timeOf(n, pages);
    const range = { first_change: n * PAGE + 1, last_change: (n + 1) * PAGE };
    disclosures.push({
      ...{ id: volumeId("disclosure", n, at), ...common, ...range, fields: FIELDS },
      ...{ purposes: ["MARKETING_AND_SALES", "NEWSLETTER"], contact_count: PAGE },
      disclosed_at: stamp(at),
    });
    entries.push({
      ...{ id: volumeId("entry", 3_000_000_000 + n, at), recorded_at: stamp(at), action: "READ" },
      ...{ audience: "CONTACT_SYNC", ...common, purpose: "MARKETING_AND_SALES", ...range },
      ...{ operation: "contactChanges", fields: FIELDS, row_count: PAGE },
    });
  }
  await copyIn(client, { disclosures, audit_entries: entries });
}
