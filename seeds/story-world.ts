// The story world: invented companies and people on example domains, the same at every seeding. One transaction.
import type { Client } from "pg";
import { seedApiClients } from "./api-clients";
import { seedCases } from "./cases";
import { seedCustomers } from "./customers";
import { seedPlatformUsers } from "./platform-users";
import { seedProspects } from "./prospects";
import { seedProviders } from "./service-providers";
import { startOver } from "./records";
import { seedCredentials, seedStaff } from "./staff";
import { seedSubscribers } from "./subscribers";

export async function seedStoryWorld(client: Client): Promise<void> {
  startOver();
  const customers = await seedCustomers(client);
  await seedPlatformUsers(client, customers);
  await seedStaff(client);
  await seedCredentials(client);
  await seedProspects(client);
  await seedSubscribers(client);
  await seedCases(client);
  await seedProviders(client);
  await seedApiClients(client);
}
