// The story world's tools, each with one secret that may be sent as it stands.
import type { Client } from "pg";
import { clientSecretHash } from "../src/viewer/clients/secret";
import { daysAgo, insertRows, seedId } from "./records";
import {
  peopleOf,
  STORY_CUSTOMERS,
  STORY_PEOPLE,
  STORY_STAFF,
  storyKey,
  type StoryPerson,
} from "./story-people";

const MADE_AT = daysAgo(200);
const EXPIRES_AT = "2100-01-01T00:00:00Z";
const [, , , FIRST_OPERATOR] = STORY_STAFF;

const TOOLS: StoryPerson[] = [
  ...STORY_CUSTOMERS.map((customer) => peopleOf(customer).connector),
  STORY_PEOPLE.sync,
  STORY_PEOPLE.intake,
  STORY_PEOPLE.dashboard,
];

export async function seedApiClients(client: Client): Promise<void> {
  const clients = TOOLS.map(({ viewer, who }) => ({
    ...{ id: viewer.id!, audience: viewer.audience, name: who, source: viewer.source },
    ...{ service_provider_id: viewer.serviceProviderId, customer_id: viewer.customerId },
    ...{ networks: [], may_use_key: true, expires_at: EXPIRES_AT },
    ...{ created_by: FIRST_OPERATOR.id, created_at: MADE_AT },
  }));
  await insertRows(client, "api_clients", clients);
  const secrets = clients.map(({ id }, n) => ({
    ...{ id: seedId("secret", n, MADE_AT), client_id: id, created_at: MADE_AT },
    secret_hash: `\\x${clientSecretHash(storyKey(id)).toString("hex")}`,
  }));
  await insertRows(client, "api_client_secrets", secrets);
}
