// The first limit, before anybody is asked who they are: a network that sends more requests than anything of ours does is
// held back, so that others are answered. Coarse on purpose; what a request asks is weighed later.
import { rateLimited } from "../http/refusal";
import { buckets, type Rate } from "./buckets";

const REQUESTS: Rate = { capacity: 30_000, perSecond: 3_000 };
const networks = buckets();

/** Throws a refusal (429). */
export function refuseFlood(network: string): void {
  const seconds = networks.take(network, REQUESTS, 1);
  if (seconds > 0) throw rateLimited(Math.ceil(seconds));
}
