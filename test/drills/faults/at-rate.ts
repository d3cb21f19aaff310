// So many requests a second, each sent when its time has come, whether the one before was answered or not. Those whose
// times count are sent from a process of their own, so that they tell how long the API took and not how busy the sender was.
import { fork } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { quantile, send } from "../send";

export type Rated = { statuses: number[]; p50: number; p99: number };
type Asked = { perSecond: number; seconds: number };

export async function atRate(
  { perSecond, seconds }: Asked,
  work: (n: number) => Promise<number>,
): Promise<Rated> {
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

type Sending = { address: string; query: string; token: string };

/** Sends one query over and over from its own process, a number of times: each time is asked for. */
export function senderOf(sending: Sending) {
  const child = fork(__filename, { execArgv: [], stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const ended = new Promise<never>((_done, fail) =>
    child.once("exit", () => fail(new Error("The process that sends has ended."))),
  );
  ended.catch(() => undefined);
  return {
    atRate: (asked: Asked): Promise<Rated> => {
      const told = new Promise<Rated>((done) =>
        child.once("message", (rated) => done(rated as Rated)),
      );
      child.send({ ...sending, ...asked });
      return Promise.race([told, ended]);
    },
    end: () => child.disconnect(),
  };
}

if (require.main === module)
  process.on("message", (asked: Sending & Asked) => {
    const { address, query, token } = asked;
    const one = async () => (await send(address, query, {}, token)).status;
    void atRate(asked, one).then((rated) => process.send?.(rated));
  });
