// Somebody sends what is refused, and what costs as much as is allowed, twenty times a second: the others hardly notice.
import { setTimeout as sleep } from "node:timers/promises";
import { HOSTILE_CASES } from "../../http/hostile-cases";
import { sendHostile } from "../../http/send-hostile";
import { POINTS_PER_SECOND } from "../../../src/limits/budget";
import type { Drill } from "../drill";
import { WIDEST } from "../requests";
import { quantile, send } from "../send";
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
      const administrator = token("administrator");
      const normal = async () => {
        const { status } = await send(api.address, NORMAL, {}, administrator);
        return status;
      };
      await atRate(NORMAL_PER_SECOND, 3, normal); // compiled, and warm
      const quiet = await atRate(NORMAL_PER_SECOND, seconds, normal);
      report(`Quiet: p99 ${quiet.p99.toFixed(1)} ms`);
      const [meanwhile, ...hostile] = await Promise.all([
        atRate(NORMAL_PER_SECOND, seconds, normal),
        atRate(refused, seconds, sendRefused),
        atRate(wide, seconds, sendWidest),
      ]);
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
        return (await sendHostile(api.address, one, as)).status;
      }
      async function sendWidest(): Promise<number> {
        return (await send(api.address, WIDEST, {}, token("support"))).status;
      }
    }),
};

const isAnswered = (status: number) => [200, 429, 503].includes(status);
const tenth = (value: number) => Math.round(value * 10) / 10;

/** Sent when its time has come, whether the one before was answered or not; how long each took from then on. */
async function atRate(perSecond: number, seconds: number, work: (n: number) => Promise<number>) {
  const startedAt = performance.now();
  const times: number[] = [];
  const statuses: number[] = [];
  const sent: Promise<void>[] = [];
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const dueAt = startedAt + (n * 1_000) / perSecond;
    await sleep(Math.max(0, dueAt - performance.now()));
    const sentAt = performance.now();
    sent.push(
      work(n).then((status) => {
        times.push(performance.now() - sentAt);
        statuses.push(status);
      }),
    );
  }
  await Promise.all(sent);
  return { statuses, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}
