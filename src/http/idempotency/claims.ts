// Claims on keys, in PostgreSQL, which lets exactly one of several requests have each. Only hashes leave the process:
// of the client with its key, and of what was asked.
import { audienceRole } from "../../database/roles";
import { sql } from "../../database/sql";
import { type Actor, inOneTrip } from "../../database/unit-of-work";
import { keyedHash } from "../../keys/hash-keys";
import type { Viewer } from "../../viewer/viewer";
import type { OperationBody } from "../body";

export type Claim = { id: string; keyHash: Buffer; requestHash: Buffer };

/** What a key stands for, and whose claim it is. */
export type Found =
  | { state: "CLAIMED" | "REUSED" | "RUNNING" | "OUTCOME_UNKNOWN" }
  | { state: "ANSWERED"; claimId: string; answer: Buffer };

type Asked = {
  viewer: Viewer;
  network: string;
  /** The session that a browser's cookie keeps: what is answered may be that session's. */
  keptToken: string | null;
  key: string;
  body: OperationBody;
  requestId: string;
};

/**
 * A claim of this client, with the identifier of its request. PUBLIC is nobody in particular: there, the network, the
 * session in the cookie and what is asked stand for one.
 */
export function newClaim({ viewer, network, keptToken, key, body, requestId }: Asked): Claim {
  const { query, variables = null, operationName = null } = body;
  const asked = JSON.stringify([query, variables, operationName, viewer.narrowedTo]);
  const requestHash = keyedHash("replay", "request", asked);
  const client = viewer.id === null ? [network, keptToken ?? "", requestHash] : [viewer.id];
  const keyHash = keyedHash("replay", "key", viewer.audience, ...client, key);
  return { id: requestId, keyHash, requestHash };
}

export async function claimKey(viewer: Viewer, claim: Claim): Promise<Found> {
  const [result] = await inOneTrip(
    actorFor(viewer),
    [
      sql`select state, claim_id as "claimId", answer
        from claim_idempotency_key(${claim.keyHash}::bytea, ${claim.requestHash}::bytea, ${claim.id}::uuid)`,
    ],
    WAITS_FOR_DISK,
  );
  return (result?.rows[0] as Found | undefined) ?? { state: "RUNNING" };
}

export async function keepAnswer(viewer: Viewer, { id }: Claim, answer: Buffer): Promise<void> {
  await inOneTrip(actorFor(viewer), [sql`select keep_answer(${id}::uuid, ${answer}::bytea)`]);
}

/** Without effect the key is free again; with one, its outcome stays unknown. */
export async function releaseClaim(viewer: Viewer, { id }: Claim): Promise<void> {
  await inOneTrip(actorFor(viewer), [sql`select release_claim(${id}::uuid)`]);
}

/** A claim need not: the commit of its effect, which does, brings it along. */
const WAITS_FOR_DISK = false;

const actorFor = ({ audience, id }: Viewer): Actor => ({
  role: audienceRole(audience),
  viewerId: id,
  customerId: null,
  serviceProviderId: null,
  source: null,
  purpose: null,
});
