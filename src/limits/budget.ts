// How much may be asked: so many points in one request, and so many in a while. People and machines have a bucket each;
// whoever is nobody yet shares one with the network. Each process counts for itself.
import { rateLimited, refusal } from "../http/refusal";
import { isPerson } from "../viewer/audience";
import type { Caller } from "../viewer/caller";
import type { Viewer } from "../viewer/viewer";
import { buckets, type Rate } from "./buckets";

/** Points of one request. So many rows keep a process busy for a fifth of a second, in which others wait. */
export const REQUEST_BUDGET = 5_000;
export const POINTS_PER_SECOND = 10_000;
/** A bucket holds what comes back in so many seconds. */
const BUCKET_SECONDS = 60;
/** Points of each fault that is told of a document. Whoever writes by hand has a few; only a program sends many. */
export const FAULT_POINTS = 200;
/** Tools take whole feeds; whoever is nobody yet has little to ask. */
const MACHINE_SHARE = 10;
const PUBLIC_SHARE = 0.1;

let pointsPerSecond = POINTS_PER_SECOND;
const spent = buckets();

export function setPointsPerSecond(points: number): void {
  pointsPerSecond = points;
}

export type Budget = {
  /** Points that the bucket holds when it is full. */
  limit: number;
  /** Points that this request costs; 0 until that is known. */
  cost: number;
  remaining(): number;
  /** Seconds until the bucket is full again. */
  secondsToReset(): number;
  /** Takes the points of this request. Throws a refusal: 400 for more than one may cost, 429 for more than are left. */
  spend(points: number): void;
  /** Takes points for work that was done before its price was known. */
  owe(points: number): void;
  /** Throws a refusal (429) while more is owed than there was. */
  refuseDebt(): void;
};

export function budgetOf(viewer: Viewer, { network }: Caller): Budget {
  const key = `${viewer.audience} ${viewer.id ?? network}`;
  const rate = rateOf(viewer);
  const remaining = () => spent.left(key, rate);
  const budget: Budget = {
    limit: rate.capacity,
    cost: 0,
    remaining,
    secondsToReset: () => (rate.capacity - remaining()) / rate.perSecond,
    spend: (points) => {
      if (points > REQUEST_BUDGET) throw tooCostly(points);
      const seconds = spent.take(key, rate, points);
      if (seconds > 0) throw rateLimited(Math.ceil(seconds));
      budget.cost = points;
    },
    owe: (points) => spent.owe(key, rate, points),
    refuseDebt: () => {
      const seconds = -remaining() / rate.perSecond;
      if (seconds > 0) throw rateLimited(Math.ceil(seconds));
    },
  };
  return budget;
}

function rateOf({ audience }: Viewer): Rate {
  const share = isPerson(audience) ? 1 : audience === "PUBLIC" ? PUBLIC_SHARE : MACHINE_SHARE;
  const perSecond = pointsPerSecond * share;
  return { perSecond, capacity: Math.max(REQUEST_BUDGET, Math.round(perSecond * BUCKET_SECONDS)) };
}

const tooCostly = (asked: number) =>
  refusal("QUERY_TOO_COSTLY", { asked: String(asked), allowed: String(REQUEST_BUDGET) });
