// What left to the tool that pulls the feed: each page of a thousand changes has its Disclosure and its audit entry.
import { STORY_PEOPLE, STORY_SERVICE_PROVIDER } from "../story-people";
import type { Batch, Row } from "./copy-in";
import { volumeId } from "./ids";
import { stamp, timeOf } from "./times";

const PAGE = 1_000;
const AT_ONCE = 1_000;
const FIELDS = ["emailAddress", "name", "companyName", "mayEmail"];

export function* disclosureBatches(firstChange: number, lastChange: number): Generator<Batch> {
  const pages = Math.floor((lastChange - firstChange + 1) / PAGE);
  const common = {
    service_provider_id: STORY_SERVICE_PROVIDER.id,
    viewer_id: STORY_PEOPLE.sync.viewer.id,
  };
  for (let from = 0; from < pages; from += AT_ONCE) {
    const [disclosures, audit_entries]: [Row[], Row[]] = [[], []];
    for (let n = from; n < Math.min(from + AT_ONCE, pages); n += 1) {
      const at = timeOf(n, pages);
      const first_change = firstChange + n * PAGE;
      const page = {
        ...common,
        first_change,
        last_change: first_change + PAGE - 1,
        fields: FIELDS,
      };
      disclosures.push({
        ...{ id: volumeId("disclosure", n, at), ...page, disclosed_at: stamp(at) },
        ...{ purposes: ["MARKETING_AND_SALES", "NEWSLETTER"], contact_count: PAGE },
      });
      audit_entries.push({
        ...{ id: volumeId("entry", 3_000_000_000 + n, at), recorded_at: stamp(at), ...page },
        ...{ action: "READ", audience: "CONTACT_SYNC", operation: "contactChanges" },
        ...{ purpose: "MARKETING_AND_SALES", row_count: PAGE },
      });
    }
    yield { disclosures, audit_entries };
  }
}
