// What the form asks for of each audience: the server refuses whatever is given beside it.
import type { ClientAudience, Purpose } from "./api-clients.documents";

type Reach = "serviceProviderId" | "customerId" | "source";

/** `scopes` are those that it can be narrowed to; with fewer than two there is nothing to narrow. */
export const NEEDS: Record<ClientAudience, { reach: Reach | null; scopes: readonly Purpose[] }> = {
  CONTACT_SYNC: { reach: "serviceProviderId", scopes: ["MARKETING_AND_SALES", "NEWSLETTER"] },
  CONNECTOR: { reach: "customerId", scopes: [] },
  INTAKE: { reach: "source", scopes: ["SERVICE_PERFORMANCE", "MARKETING_AND_SALES"] },
  DASHBOARD: { reach: null, scopes: [] },
};
