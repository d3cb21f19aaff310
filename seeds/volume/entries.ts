// The audit of a grown database: an entry for each five hundred contacts that were brought in, and pages of people who were
// looked at.
import { STORY_PEOPLE } from "../story-people";
import { contactOf } from "./contacts";
import type { Batch, Row } from "./copy-in";
import { volumeId } from "./ids";
import type { Volume } from "./sizes";
import { daysAfter, stamp } from "./times";

const BROUGHT_AT_ONCE = 500;
const SEEN_AT_ONCE = 25;
const ENTRIES_AT_ONCE = 2_000;
const READ_FIELDS = ["id", "name", "emailAddress", "mayEmail"];
const { id: viewer_id, audience } = STORY_PEOPLE.marketing.viewer;

export function* entryBatches(volume: Volume): Generator<Batch> {
  let entries: Row[] = [];
  for (const entry of entriesOf(volume)) {
    entries.push(entry);
    if (entries.length < ENTRIES_AT_ONCE) continue;
    yield { audit_entries: entries };
    entries = [];
  }
  yield { audit_entries: entries };
}

function* entriesOf(volume: Volume): Generator<Row> {
  const { contacts } = volume.sizes;
  let n = 0;
  const entry = (people: ReturnType<typeof contactOf>[], written: boolean): Row => {
    const [first] = people;
    const kind = first!.kind;
    const at = daysAfter(first!.at, written ? 0 : 7);
    n += 1;
    return {
      ...{ id: volumeId("entry", n, at), recorded_at: stamp(at), audience, viewer_id: viewer_id! },
      ...{ action: written ? "WRITE" : "READ", subject_kind: kind },
      operation: written ? "contactsImport" : kind === "PROSPECT" ? "prospects" : "subscribers",
      purpose: kind === "PROSPECT" ? "MARKETING_AND_SALES" : "NEWSLETTER",
      fields: written ? ["name", "emailAddress"] : READ_FIELDS,
      ...{ subject_ids: people.map(({ id }) => id), row_count: people.length },
    };
  };
  for (let from = 0; from < contacts; from += BROUGHT_AT_ONCE) {
    const people = Array.from({ length: Math.min(BROUGHT_AT_ONCE, contacts - from) }, (_, place) =>
      contactOf(from + place, volume),
    );
    for (const kind of ["PROSPECT", "SUBSCRIBER"]) {
      const ofKind = people.filter((each) => each.kind === kind);
      if (ofKind.length) yield entry(ofKind, true);
      for (let seen = 0; seen < ofKind.length; seen += SEEN_AT_ONCE)
        yield entry(ofKind.slice(seen, seen + SEEN_AT_ONCE), false);
    }
  }
}
