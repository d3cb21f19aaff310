// One visible transaction for each verb. It begins by entering the role and setting who asks, in the same round
// trip as its first statements; whoever forgets it is refused by PostgreSQL. Change, audit entry and job together.
import type { PoolClient } from "pg";
import { poolFor } from "./database";
import { cancelRunning, type Leaving } from "./leaving";
import { forgetNames, type Named, type Result, runPipeline } from "./pipeline";
import { loginOf, type Role } from "./roles";
import { type Fragment, sql, statement } from "./sql";
import { type Travels, waitingFor } from "./trips";

/** Whom the database sees: the role, and the settings that policies ask for. */
export type Actor = {
  role: Role;
  viewerId: string | null;
  customerId: string | null;
  serviceProviderId: string | null;
  source: string | null;
  purpose: string | null;
  /** The claim on an Idempotency-Key: a unit of work marks it as applied in its own transaction. */
  claimId?: string | undefined;
  /** When its operation must have ended, on the clock of `performance.now()`. Jobs have all the time they need. */
  deadlineAt?: number;
  /** Whether whoever asked is still there. What is read for nobody is cancelled; what changes something goes through. */
  leaving?: Leaving | undefined;
  /** What it reads has no person in it, and may be as old as a replica is. */
  mayLag?: boolean;
  /** Where its operation notes what it spends here. */
  travels?: Travels | undefined;
};

export type Unit = {
  /** Statements in one round trip, in the order given. */
  run(...fragments: Fragment[]): Promise<Result[]>;
};

/** The process of PostgreSQL can't be reached, or has no connection left: to be tried again soon. */
export class DatabaseAway extends Error {}

/** The operation took too long: its statement was cancelled, or didn't start any more. */
export class DeadlineExceeded extends Error {}

/** Nobody waits for the answer any more. */
export class Abandoned extends DeadlineExceeded {
  /** `wasRunning`: a cancel request is on its way, so the connection serves nobody else. */
  constructor(readonly wasRunning: boolean) {
    super();
  }
}

/** Its one row has nothing in it: nobody reads it. */
const ENTER =
  "select where num_nulls(set_config('role', $1, true), set_config('app.viewer', $2, true), " +
  "set_config('app.customer', $3, true), set_config('app.provider', $4, true), set_config('app.source', $5, true), " +
  "set_config('app.purpose', $6, true), set_config('synchronous_commit', $7, true), " +
  "set_config('statement_timeout', coalesce(nullif($8, ''), current_setting('statement_timeout')), true)) = 0";

/** Statements that need nothing of each other: enter, run and commit in a single round trip. */
export function inOneTrip(
  actor: Actor,
  fragments: readonly Fragment[],
  isDurable = true,
): Promise<Result[]> {
  return inAbandonableTrip(actor, async (client) => {
    const statements = [enter(actor, isDurable), ...named(actor, fragments)];
    const results = await runPipeline(client, statements, actor);
    return results.slice(1);
  });
}

/** A statement, and for whom: of several that travel together, actors that differ in their purpose alone. */
export type Asked = { actor: Actor; fragment: Fragment };

/** The same for several purposes of one viewer. */
export function togetherInOneTrip(
  asked: readonly [Asked, ...Asked[]],
  isDurable: boolean,
): Promise<Result[]> {
  const [{ actor: first }] = asked;
  return inAbandonableTrip(first, async (client) => {
    const statements = [enter(first, isDurable)];
    const places: number[] = [];
    let { purpose } = first;
    for (const { actor, fragment } of asked) {
      if (actor.purpose !== purpose) statements.push(actFor(actor));
      purpose = actor.purpose;
      places.push(statements.push(...named(actor, [fragment])) - 1);
    }
    const results = await runPipeline(client, statements, first);
    return places.map((place) => results[place]!);
  });
}

/** A transaction of several round trips. Begins with its first statement, commits when `work` answers. */
export function unitOfWork<T>(actor: Actor, work: (unit: Unit) => Promise<T>): Promise<T> {
  return onClient(actor, async (client) => {
    let hasBegun = false;
    const run = async (...fragments: Fragment[]) => {
      const opening = hasBegun ? timeLeft(actor) : [BEGIN, enter(actor, true)];
      hasBegun = true;
      const statements = [...opening, ...named(actor, fragments)];
      const results = await runPipeline(client, statements, actor);
      return results.slice(opening.length);
    };
    try {
      const answer = await work({ run });
      millisecondsLeft(actor); // what comes too late is not kept
      if (hasBegun) await runPipeline(client, [...markOfClaim(actor), COMMIT], actor);
      return answer;
    } catch (error) {
      if (hasBegun) await runPipeline(client, [ROLLBACK]).catch(() => undefined);
      throw error;
    }
  });
}

export const control = (text: string): Named => ({
  ...{ text, values: [], names: new Map(), scope: "" },
  ...{ isTexts: false, isQuiet: true },
});
const BEGIN = control("begin");
export const COMMIT = control("commit");
const ROLLBACK = control("rollback");
const ENTERING = control(ENTER);
const ACTING = control("select set_config('app.purpose', $1, true)");
const TIMING = control("select set_config('statement_timeout', $1, true)");

export const enter = (actor: Actor, isDurable: boolean): Named => ({
  ...ENTERING,
  values: [
    actor.role,
    actor.viewerId ?? "",
    actor.customerId ?? "",
    actor.serviceProviderId ?? "",
    actor.source ?? "",
    actor.purpose ?? "",
    isDurable ? "on" : "off",
    millisecondsLeft(actor),
  ],
});

const actFor = ({ purpose }: Actor): Named => ({
  ...ACTING,
  values: [purpose ?? ""],
});

/** Before the commit, in the same trip: a lost claim fails the whole unit. */
const markOfClaim = (actor: Actor): Named[] =>
  actor.claimId === undefined
    ? []
    : named(actor, [sql`select mark_claim_applied(${actor.claimId}::uuid)`]);

/** In a later round trip, what is left by then. */
const timeLeft = (actor: Actor): Named[] =>
  actor.deadlineAt === undefined ? [] : [{ ...TIMING, values: [millisecondsLeft(actor)] }];

/** As PostgreSQL takes it; empty without a deadline. Throws once it has passed. */
function millisecondsLeft({ deadlineAt }: Actor): string {
  if (deadlineAt === undefined) return "";
  const left = Math.floor(deadlineAt - performance.now());
  if (left < 1) throw new DeadlineExceeded();
  return String(left);
}

const named = (actor: Actor, fragments: readonly Fragment[]): Named[] =>
  fragments.map((fragment) => ({ ...statement(fragment), scope: actor.role }));

/** A connection of the login that may enter the actor's role. Whoever takes it gives it back. */
export const connectionFor = (actor: Actor): Promise<PoolClient> =>
  poolFor(loginOf(actor.role), actor.mayLag === true)
    .connect()
    .catch((error: Error) => {
      throw new DatabaseAway(error.message);
    });

/** PostgreSQL forgets a cancel request that comes between two statements of a trip. */
const CANCEL_AGAIN_MS = 200;

/** One trip, which is cancelled when whoever asked leaves. */
async function inAbandonableTrip<T>(
  actor: Actor,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const { leaving } = actor;
  if (!leaving) return onClient(actor, work);
  return onClient(actor, async (client) => {
    if (leaving.hasLeft) throw new Abandoned(false);
    let again: NodeJS.Timeout | undefined;
    const stop = () => {
      cancelRunning(client);
      again = setInterval(cancelRunning, CANCEL_AGAIN_MS, client);
    };
    leaving.onLeave.add(stop);
    try {
      return await work(client);
    } finally {
      leaving.onLeave.delete(stop);
      clearInterval(again);
      if (leaving.hasLeft) throw new Abandoned(true);
    }
  });
}

async function onClient<T>(actor: Actor, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await waitingFor(actor, connectionFor(actor));
  let broken: Error | undefined;
  try {
    return await work(client).catch((error: Error & { code?: string }) => {
      if (error.code !== FEATURE_NOT_SUPPORTED) throw error;
      forgetNames(client);
      return work(client);
    });
  } catch (error) {
    if (isSpoilt(error)) broken = error as Error;
    if (isConnectionLoss(error)) throw new DatabaseAway((error as Error).message);
    if (codeOf(error) === QUERY_CANCELED && isOver(actor)) throw new DeadlineExceeded();
    throw error;
  } finally {
    client.release(broken);
  }
}

const isSpoilt = (error: unknown) =>
  error instanceof Abandoned
    ? error.wasRunning
    : !isAnswerOfPostgres(error) && !(error instanceof DeadlineExceeded);

/** «cached plan must not change result type»: a migration ran beside us. */
const FEATURE_NOT_SUPPORTED = "0A000";

/** By its `statement_timeout`, which may be a little early on our clock. */
const QUERY_CANCELED = "57014";
const CLOCK_TOLERANCE = 50;
const isOver = ({ deadlineAt }: Actor) =>
  deadlineAt !== undefined && performance.now() > deadlineAt - CLOCK_TOLERANCE;

const codeOf = (error: unknown) => (error as { code?: string } | null)?.code ?? "";
/** An error of a statement, not of the connection. */
export const isAnswerOfPostgres = (error: unknown) =>
  /^[0-9A-Z]{5}$/.test(codeOf(error)) && !isConnectionLoss(error);
const isConnectionLoss = (error: unknown) =>
  /^(57P0[1-3]|08...|53300|ECONN.*|EPIPE|ENOTFOUND)$/.test(codeOf(error)) ||
  /Connection terminated|not queryable|timeout exceeded when trying/.test(
    String((error as Error)?.message),
  );
