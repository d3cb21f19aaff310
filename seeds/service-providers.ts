// Three providers: one sends for us, one only newsletters, and one whose agreement has ended.
import type { Client } from "pg";
import { daysAgo, insertRows, seedId } from "./records";
import { STORY_SERVICE_PROVIDER } from "./story-people";

export async function seedProviders(client: Client): Promise<void> {
  const providers = [
    { ...STORY_SERVICE_PROVIDER, service: "Sends campaigns and newsletters" },
    { id: seedId("provider", 2), name: "Quillpost", service: "Sends newsletters" },
    {
      id: seedId("provider", 3),
      name: "Formerly Mail",
      service: "Sent newsletters until last summer",
    },
  ];
  await insertRows(
    client,
    "service_providers",
    providers.map((p) => ({ ...p, created_at: daysAgo(300) })),
  );
  const newsletter = { kinds: ["SUBSCRIBER"], purposes: ["NEWSLETTER"] };
  const terms = [
    { kinds: ["PROSPECT", "SUBSCRIBER"], purposes: ["MARKETING_AND_SALES", "NEWSLETTER"] },
    newsletter,
    newsletter,
  ];
  await insertRows(
    client,
    "provider_agreements",
    providers.map(({ id }, n) => ({
      ...{ id: seedId("agreement", n + 1), service_provider_id: id, ...terms[n] },
      ...{ in_force_from: daysAgo(300), ended_at: n === 2 ? daysAgo(90) : null },
    })),
  );
}
