// Whoever asks: a person, a tool, or nobody in particular. Always the first argument of a verb, never ambient.
import type { Leaving } from "../database/leaving";
import type { DeclaredPurpose } from "../lawfulness/purposes";
import type { Audience } from "./audience";
import type { Course } from "./course";

export type Viewer = {
  audience: Audience;
  /** The person or client behind the request (uuid); null for PUBLIC. */
  id: string | null;
  /** The customer whose data this viewer may reach, for customers' audiences and CONNECTOR. */
  customerId: string | null;
  /** The provider that a marketing tool receives data for (CONTACT_SYNC). */
  serviceProviderId: string | null;
  /** Where our own tool's records come from (INTAKE). */
  source: string | null;
  /** The purposes that a client was made for (OAuth scopes, RFC 6749 §3.3); null: all of its audience's. */
  scopes: readonly DeclaredPurpose[] | null;
  /** A purpose that the request narrowed itself to (header `x-purpose`). */
  narrowedTo: DeclaredPurpose | null;
  /** The session that a person signed in to; story-world tokens and clients have none. */
  sessionId: string | null;
  /** The secret that a client proved itself with; story-world tokens and people have none. */
  secretId: string | null;
  /** The access token (its `jti`) that it came with; whoever came with a key, or none, has none. */
  tokenId: string | null;
  /** The request in which it asks (uuid): the reference that log, audit and masked faults share. */
  requestId?: string;
  /** The claim on an Idempotency-Key under which it asks (uuid): what is changed marks it as applied. */
  claimId?: string;
  /** When its operation must have ended, on the clock of `performance.now()`. */
  deadlineAt?: number;
  /** Whether it still waits for the answer. */
  leaving?: Leaving;
  /** What its operation spends where, if somebody wants to know. */
  course?: Course;
};

export const PUBLIC_VIEWER: Viewer = {
  audience: "PUBLIC",
  id: null,
  customerId: null,
  serviceProviderId: null,
  source: null,
  scopes: null,
  narrowedTo: null,
  sessionId: null,
  secretId: null,
  tokenId: null,
};

export const requestOf = (viewer: Viewer): string | null => viewer.requestId ?? null;
