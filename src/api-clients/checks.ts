// What a client may be made with. Each check answers the refusal, or null where the value will do.
import { isIP } from "node:net";
import { checkId } from "../graphql/input";
import { type UserError, userError } from "../graphql/user-error";
import { purposesOf } from "../viewer/purpose";
import { SOURCE } from "../viewer/tokens";
import type { ClientAudience } from "./api-client";
import type { ApiClientCreateInput } from "./create";

/** How long a client lives where nothing is said, and at the most. */
export const CLIENT_DAYS = { usual: 365, maximum: 730 } as const;
const NETWORKS_MAXIMUM = 50;
const DAY_MS = 86_400_000;

const REACHES = ["serviceProviderId", "customerId", "source"] as const;
type Reach = (typeof REACHES)[number];
const NEEDED: Record<ClientAudience, Reach | null> = {
  CONTACT_SYNC: "serviceProviderId",
  CONNECTOR: "customerId",
  INTAKE: "source",
  DASHBOARD: null,
};

/** Exactly what the audience needs, in its form. */
export const reachFaults = (input: ApiClientCreateInput): (UserError | null)[] =>
  REACHES.map((reach) => {
    const given = input[reach];
    const isNeeded = NEEDED[input.audience] === reach;
    if (!given) return isNeeded ? userError("REQUIRED", reach, `Give ${reach} a value.`) : null;
    if (!isNeeded) return userError("INVALID", reach, `Leave ${reach} out for this audience.`);
    if (reach === "serviceProviderId") return checkId(given, reach) && noAgreement();
    if (reach === "customerId") return checkId(given, reach);
    return SOURCE.test(given)
      ? null
      : userError("INVALID", reach, "Give source up to 32 capital letters and underscores.");
  });

export const noAgreement = () =>
  userError(
    "NO_AGREEMENT",
    "serviceProviderId",
    "No agreement with this service provider is in force. Ask the privacy officer.",
  );

export function scopesFault({ audience, scopes }: ApiClientCreateInput): UserError | null {
  if (!scopes) return null;
  const known = purposesOf(audience).filter((purpose) => scopes.some((each) => each === purpose));
  if (known.length > 0 && known.length === scopes.length) return null;
  const possible = purposesOf(audience).join(", ") || "none";
  return userError("INVALID", "scopes", `Name each purpose once, of: ${possible}.`);
}

export function networksFault(networks: string[]): UserError | null {
  if (networks.length <= NETWORKS_MAXIMUM && networks.every(isNetwork)) return null;
  const message = `Give up to ${NETWORKS_MAXIMUM} networks such as 203.0.113.0/24 or 2001:db8::/48.`;
  return userError("INVALID", "networks", message);
}

const NETWORK = /^([0-9a-f.:]+)(?:\/(\d{1,3}))?$/i;

function isNetwork(text: string): boolean {
  const [, address = "", bits] = NETWORK.exec(text) ?? [];
  const version = isIP(address);
  return version !== 0 && Number(bits ?? 0) <= (version === 4 ? 32 : 128);
}

export function expiryFault(expiresAt: string | null | undefined): UserError | null {
  if (!expiresAt) return null;
  const days = (Date.parse(expiresAt) - Date.now()) / DAY_MS;
  if (days > 0 && days <= CLIENT_DAYS.maximum) return null;
  const message = `Give an expiresAt that lies ahead, by ${CLIENT_DAYS.maximum} days at the most.`;
  return userError("INVALID", "expiresAt", message);
}
