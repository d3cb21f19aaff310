// A client as `node` answers it, and what it is at the moment.
import type { MarkTone } from "../design/mark";
import type { ApiClientQuery } from "./api-clients.documents";

export type Client = Extract<NonNullable<ApiClientQuery["node"]>, { mayUseKey: boolean }> & {
  id: string;
};
export type Secret = Client["secrets"]["nodes"][number];

export type ClientStanding = "LIVE" | "EXPIRED" | "REVOKED";

export const standingOf = ({
  revokedAt,
  expiresAt,
}: Pick<Client, "revokedAt" | "expiresAt">): ClientStanding =>
  revokedAt ? "REVOKED" : Date.parse(expiresAt) <= Date.now() ? "EXPIRED" : "LIVE";

export const STANDING_TONES: Record<ClientStanding, MarkTone> = {
  LIVE: "OPEN",
  EXPIRED: "CLOSED",
  REVOKED: "CLOSED",
};

/** One that another followed still serves, until the day on which it ends by itself. */
export const isLive = ({ endedAt }: Secret) => !endedAt || Date.parse(endedAt) > Date.now();
