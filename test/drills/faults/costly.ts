// Somebody sends what is refused, and what costs as much as is allowed, twenty times a second: the others hardly notice.
import { HOSTILE_CASES } from "../../http/hostile-cases";
import { sendHostile } from "../../http/send-hostile";
import { POINTS_PER_SECOND } from "../../../src/limits/budget";
import type { Drill } from "../drill";
import { WIDEST } from "../requests";
import { send } from "../send";
import { atRate, senderOf } from "./at-rate";
import { onStage } from "./stage";

const NORMAL_PER_SECOND = 50;
const SLOWER_AT_MOST = 3;
const NORMAL = "{ platformUsers(first: 20) { nodes { id name role state } } }";

export const costly: Drill = {
  name: "costly",
  summary: "Refused and costly queries, twenty a second, hardly slow the others.",
  options: {
    seconds: { default: 20, minimum: 3, maximum: 600, meaning: "of quiet, and of the others" },
    refused: { default: 10, minimum: 0, maximum: 1_000, meaning: "refused queries a second" },
    costly: { default: 10, minimum: 0, maximum: 1_000, meaning: "costly queries a second" },
  },
  run: ({ seconds = 20, refused = 10, costly: wide = 10 }, report) =>
    onStage(async ({ start, token }) => {
      const api = await start("api", { pointsPerSecond: POINTS_PER_SECOND });
      const { address } = api;
      const normal = senderOf({ address, query: NORMAL, token: token("administrator") });
      await normal.atRate({ perSecond: NORMAL_PER_SECOND, seconds: 3 }); // compiled, and warm
      const quiet = await normal.atRate({ perSecond: NORMAL_PER_SECOND, seconds });
      report(`Quiet: p99 ${quiet.p99.toFixed(1)} ms`);
      const [meanwhile, ...hostile] = await Promise.all([
        normal.atRate({ perSecond: NORMAL_PER_SECOND, seconds }),
        atRate({ perSecond: refused, seconds }, sendRefused),
        atRate({ perSecond: wide, seconds }, sendWidest),
      ]);
      normal.end();
      const [wasRefused, wasCostly] = hostile.map(({ statuses }) => statuses);
      report(`Meanwhile: p99 ${meanwhile.p99.toFixed(1)} ms`);
      return {
        checks: [
          ["every normal request was answered", meanwhile.statuses.every((each) => each === 200)],
          ["the hostile ones were refused", !wasRefused!.includes(500)],
          ["the costly ones were answered, or told to wait", wasCostly!.every(isAnswered)],
          [
            `the p99 of normal requests stays below ${SLOWER_AT_MOST} times its quiet value`,
            meanwhile.p99 < SLOWER_AT_MOST * quiet.p99,
          ],
        ],
        figures: {
          ...{ normal: meanwhile.statuses.length, refused: wasRefused!.length },
          costly: wasCostly!.length,
          costlyAnswered: wasCostly!.filter((each) => each === 200).length,
          ...{ quietP99Ms: tenth(quiet.p99), p99Ms: tenth(meanwhile.p99) },
          ...{ quietP50Ms: tenth(quiet.p50), p50Ms: tenth(meanwhile.p50) },
          times: tenth(meanwhile.p99 / quiet.p99),
        },
      };

      async function sendRefused(n: number): Promise<number> {
        const one = HOSTILE_CASES[n % HOSTILE_CASES.length]!;
        const as: Record<string, string> =
          one.as === null ? {} : { authorization: `Bearer ${token(one.as)}` };
        return (await sendHostile(address, one, as)).status;
      }
      async function sendWidest(): Promise<number> {
        return (await send(address, WIDEST, {}, token("support"))).status;
      }
    }),
};

const isAnswered = (status: number) => [200, 429, 503].includes(status);
const tenth = (value: number) => Math.round(value * 10) / 10;
