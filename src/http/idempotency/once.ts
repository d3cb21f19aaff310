// A mutation sent with an Idempotency-Key runs once: whoever sends it again gets the first answer, byte for byte. Its
// effect and the mark of it commit together, so a crash at any point leads to no second effect.
import { setTimeout as sleep } from "node:timers/promises";
import type { FastifyBaseLogger } from "fastify";
import { recordReplay } from "../../audit/replays";
import { DatabaseAway } from "../../database/unit-of-work";
import type { Caller } from "../../viewer/caller";
import type { Viewer } from "../../viewer/viewer";
import { faultForLog } from "../fault";
import { type Answer, errorCodes } from "../mend-answer";
import { refusal } from "../refusal";
import type { Operation } from "../stages";
import { type Claim, claimKey, keepAnswer, newClaim, releaseClaim } from "./claims";
import { readKey } from "./key";
import { isMutation } from "./mutation";
import { openAnswer, sealAnswer } from "./sealed-answer";

type Asked = {
  viewer: Viewer;
  operation: Operation;
  caller: Pick<Caller, "network" | "keptToken">;
  log: FastifyBaseLogger;
};
type Run = (viewer: Viewer) => Promise<Answer>;

const RETRY_AFTER_SECONDS = 1;

/** Runs what has no key, and what reads. Throws a refusal: 400, 409 or 422. */
export async function oncePerKey(asked: Asked, run: Run): Promise<Answer> {
  const { viewer } = asked;
  const { network, keptToken } = asked.caller;
  const { body, idempotencyKey: header, requestId } = asked.operation;
  if (header === undefined || body === undefined || !isMutation(body)) return run(viewer);
  const key = readKey(header);
  const claim = newClaim({ viewer, network, keptToken, key, body, requestId });
  const found = await claimKey(viewer, claim);
  switch (found.state) {
    case "CLAIMED":
      return runClaimed(asked, key, claim, run);
    case "ANSWERED":
      if (viewer.id !== null) await recordReplay(viewer, found.claimId);
      return replayed(openAnswer(key, found.claimId, found.answer));
    case "REUSED":
      throw refusal("IDEMPOTENCY_KEY_REUSED");
    case "RUNNING":
      throw refusal("IDEMPOTENCY_IN_PROGRESS", { seconds: RETRY_AFTER_SECONDS });
    case "OUTCOME_UNKNOWN":
      throw refusal("IDEMPOTENCY_OUTCOME_UNKNOWN");
  }
}

/** The answer is kept before it is sent. If that fails it is sent all the same: what it tells has happened. */
async function runClaimed(
  { viewer, log }: Asked,
  key: string,
  claim: Claim,
  run: Run,
): Promise<Answer> {
  const unkept = (error: unknown) =>
    log.warn({ fault: faultForLog(error) }, "An answer was not kept for its Idempotency-Key");
  let answer: Answer;
  try {
    answer = await run({ ...viewer, claimId: claim.id });
  } catch (error) {
    await releaseClaim(viewer, claim).catch(unkept);
    throw error;
  }
  const settled = hasDoneNothing(answer)
    ? releaseClaim(viewer, claim)
    : whenDatabaseIsBack(() => keepAnswer(viewer, claim, sealAnswer(key, claim.id, answer)));
  await settled.catch(unkept);
  return answer;
}

/** What has been done can't be undone by waiting: a database that is away for a moment keeps the answer all the same. */
async function whenDatabaseIsBack(keep: () => Promise<void>): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;)
    try {
      return await keep();
    } catch (error) {
      if (!(error instanceof DatabaseAway) || performance.now() > until) throw error;
      await sleep(AGAIN_AFTER_MS);
    }
}
const PATIENCE_MS = 5_000;
const AGAIN_AFTER_MS = 250;

/** A fault of ours is no answer, nor is a refusal before anything ran: repeating the request tries again. */
const hasDoneNothing = ({ status, body }: Answer): boolean =>
  status >= 500 || errorCodes(body).includes("INTERNAL") || !hasData(body);

const hasData = (body: string): boolean => "data" in (JSON.parse(body) as object);

const replayed = (answer: Answer): Answer => ({
  ...answer,
  headers: { ...answer.headers, "idempotency-replayed": "true" },
});
