// Exports and their files of everybody who may make some, and of some who may not, in each state.
import type { Client } from "pg";
import { insertRows } from "../../seeds/records";
import { STORY_CUSTOMERS, STORY_PEOPLE, STORY_SERVICE_PROVIDER } from "../../seeds/story-people";
import { newId } from "../../src/database/uuid";

const HASH = "5a".repeat(32);
const AT = "2100-01-01T00:00:00Z";
const STATES = ["QUEUED", "RUNNING", "DONE", "FAILED", "CANCELLED"];
const { marketing, privacy, support, administrator, user } = STORY_PEOPLE;

const MAKERS = [
  { ...marketing.viewer, kind: "PROSPECTS" },
  { ...marketing.viewer, id: support.viewer.id, kind: "SUBSCRIBERS" },
  { ...privacy.viewer, kind: "DISCLOSURES" },
  { ...administrator.viewer, kind: "PLATFORM_USERS" },
  { ...administrator.viewer, id: user.viewer.id, kind: "PLATFORM_USERS" },
  { ...administrator.viewer, customerId: STORY_CUSTOMERS[1].id, kind: "PLATFORM_USERS" },
  { ...administrator.viewer, audience: "MARKETING", customerId: null, kind: "PROSPECTS" },
  { ...marketing.viewer, audience: "SUPPORT", kind: "PROSPECTS" },
];

export async function plantExports(database: Client): Promise<void> {
  const made = MAKERS.flatMap(({ audience, id, customerId, kind }, n) =>
    STATES.map((state) => ({
      ...{ id: newId(), audience, customer_id: customerId, kind, format: "CSV", state },
      ...{ is_compressed: false, only_mailable: false, columns: ["id"], file_name: "planted.csv" },
      ...(n % 2 && audience === "MARKETING"
        ? { service_provider_id: STORY_SERVICE_PROVIDER.id, reason: null }
        : { service_provider_id: null, reason: "Planted" }),
      ...{ file_id: newId(), sha256: HASH, byte_count: 1, created_by: id, expires_at: AT },
    })),
  );
  await insertRows(database, "exports", made);
  await insertRows(
    database,
    "files",
    made
      .filter(({ state }) => state === "DONE")
      .map(({ file_id, audience, created_by }) => ({
        ...{ id: file_id, use: "EXPORT", name: "planted.csv", byte_count: 1, sha256: `\\x${HASH}` },
        ...{ data_key: `\\x${HASH}`, audience, created_by, expires_at: AT },
      })),
  );
  await insertRows(
    database,
    "disclosures",
    made
      .filter(({ service_provider_id }) => service_provider_id)
      .map(({ id, service_provider_id, created_by }) => ({
        ...{ id: newId(), service_provider_id, viewer_id: created_by, purposes: ["NEWSLETTER"] },
        ...{ fields: ["id"], contact_count: 1, export_id: id, sha256: HASH },
      })),
  );
}
