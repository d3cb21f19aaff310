// Who works where: our own people in the console, our customers' people in the portal.
import type { Audience } from "../api/document";

export type Door = "CONSOLE" | "PORTAL";

export const AUDIENCES_AT: Record<Door, readonly Audience[]> = {
  CONSOLE: ["SUPPORT", "MARKETING", "PRIVACY_OFFICER", "OPERATOR"],
  PORTAL: ["ACCOUNT_ADMINISTRATOR", "PLATFORM_USER"],
};
