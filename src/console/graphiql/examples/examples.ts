// The examples of each audience, each in a file of its own: nobody loads what another audience asks.
import type { Audience } from "../../api/document";
import type { Example } from "./example";

export const EXAMPLES: Record<Exclude<Audience, "PUBLIC">, () => Promise<readonly Example[]>> = {
  SUPPORT: async () => (await import("./support")).examples,
  MARKETING: async () => (await import("./marketing")).examples,
  PRIVACY_OFFICER: async () => (await import("./privacy-officer")).examples,
  OPERATOR: async () => (await import("./operator")).examples,
  ACCOUNT_ADMINISTRATOR: async () => (await import("./account-administrator")).examples,
  PLATFORM_USER: async () => (await import("./platform-user")).examples,
};
