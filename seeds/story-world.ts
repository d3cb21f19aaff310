// The story world: the same fictional people and companies each time, so that examples and tests can name
// them and count them. Brought in by the migrating process in the role `owner`, inside its transaction.
import type { Client } from "pg";
import { storyActivities } from "./activities";
import { storyCustomers } from "./customers";
import { insertRows } from "./insert-rows";
import { storyInteractions } from "./interactions";
import { openLedger } from "./ledger";
import { storyPlatformUsers } from "./platform-users";
import { storyProspects } from "./prospects";
import { storyServiceProviders } from "./service-providers";
import { storySubscribers } from "./subscribers";
import { storySuppressions } from "./suppressions";

/** Fills an empty world. The register's bases and the key of the address hash are there already. */
export async function seedStoryWorld(client: Client): Promise<void> {
  const ledger = openLedger();
  const customers = storyCustomers(ledger);
  const platformUsers = storyPlatformUsers(ledger, customers.customers);
  const prospects = storyProspects(ledger);
  const subscribers = storySubscribers(ledger, prospects.prospects);
  const providers = storyServiceProviders();

  // Suppressions first: the derivation from the ledger then sees them, and each contact changes once.
  await insertRows(
    client,
    "suppressions",
    storySuppressions(prospects.prospects, subscribers.subscribers),
  );
  await insertRows(client, "customers", customers.rows);
  await insertRows(client, "customer_contacts", customers.contactRows);
  await insertRows(client, "platform_users", platformUsers.rows);
  await insertRows(client, "prospects", prospects.rows);
  await insertRows(client, "subscribers", subscribers.rows);
  await ledger.write(client);
  await insertRows(client, "activities", storyActivities(platformUsers.users));
  await insertRows(client, "interactions", storyInteractions(prospects.prospects));
  await insertRows(client, "service_providers", providers.rows);
  await insertRows(client, "provider_agreements", providers.agreementRows);
}
