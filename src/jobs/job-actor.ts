// Whom the database sees when a job of our own works: its role, and nobody.
import type { JobRole } from "../database/roles";
import type { Actor } from "../database/unit-of-work";

export const jobActor = (role: JobRole): Actor => ({
  role,
  viewerId: null,
  customerId: null,
  serviceProviderId: null,
  source: null,
  purpose: null,
});
