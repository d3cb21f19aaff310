// People who go on working while something breaks: each brings prospects in under an Idempotency-Key, and repeats what got
// no answer, as the documentation tells clients to. What they were answered is the ledger that the drill reads.
import { setTimeout as sleep } from "node:timers/promises";

export type Write = {
  key: string;
  emailAddress: string;
  /** What the first answer said; null until there is one. */
  acknowledged: string | null;
  /** It was done, and its answer died with the process: the key says so. */
  isUnknown: boolean;
};
export type Answered = { status: number; body: string; retryAfter: string | null };
export type Crowd = {
  writes: Write[];
  /** How often each status was answered; 0: no answer at all. */
  statuses: Map<number, number>;
  /** Of 503, those without Retry-After. */
  silent503: number;
  stop(): Promise<void>;
};

type Parts = { address(): string; token: string; people: number; prefix: string };

const MUTATION =
  "mutation ($input: ProspectCreateInput!) { prospectCreate(input: $input) { prospect { id name } userErrors { code } } }";
const PAUSE_MS = 20;

export function startCrowd({ address, token, people, prefix }: Parts): Crowd {
  let isOver = false;
  const crowd: Crowd = {
    ...{ writes: [], statuses: new Map(), silent503: 0 },
    stop: async () => {
      isOver = true;
      await Promise.all(working);
    },
  };
  const one = async (person: number) => {
    for (let n = 0; !isOver; n += 1) {
      const write: Write = {
        ...{ key: `${prefix}-${person}-${n}`, acknowledged: null, isUnknown: false },
        emailAddress: `${prefix}-${person}-${n}@crowd.example.com`,
      };
      crowd.writes.push(write);
      while (!isOver && !(await attempt(crowd, { address: address(), token }, write)))
        await sleep(PAUSE_MS);
    }
  };
  const working = Array.from({ length: people }, (_, person) => one(person));
  return crowd;
}

/** Whether the client has what it asked for, or goes on with something else and comes back to it later. */
async function attempt(
  crowd: Crowd,
  to: { address: string; token: string },
  write: Write,
): Promise<boolean> {
  const answered = await sendWrite(to, write).catch(() => null);
  const status = answered?.status ?? 0;
  crowd.statuses.set(status, (crowd.statuses.get(status) ?? 0) + 1);
  if (status === 503 && answered!.retryAfter === null) crowd.silent503 += 1;
  if (status === 200) write.acknowledged = answered!.body;
  return status === 200 || status === 409;
}

export async function sendWrite(
  { address, token }: { address: string; token: string },
  { key, emailAddress }: Write,
): Promise<Answered> {
  const response = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: {
      ...{ "content-type": "application/json", authorization: `Bearer ${token}` },
      "idempotency-key": key,
    },
    body: JSON.stringify({ query: MUTATION, variables: { input: prospect(emailAddress) } }),
    signal: AbortSignal.timeout(15_000),
  });
  const { status, headers } = response;
  return { status, body: await response.text(), retryAfter: headers.get("retry-after") };
}

const prospect = (emailAddress: string) => ({
  ...{ name: "One of a crowd", kind: "PROSPECTIVE_CUSTOMER", emailAddress },
  ...{ source: "A drill", basis: "LEGITIMATE_INTERESTS" },
});
