// The drill of hostile requests: each is sent over and over, and a table tells its answer, the SQL that it caused and how
// long it took, while a health query beside them stays quick. At the end the widest question that is allowed.
import { type StoryRole, STORY_PEOPLE } from "../../seeds/story-people";
import { startApi } from "../../src/server";
import { loadKeys } from "../../src/viewer/keys";
import { issueToken } from "../../src/viewer/tokens";
import type { Config } from "../../src/config";
import { HOSTILE_CASES, type HostileCase } from "../http/hostile-cases";
import { sendHostile } from "../http/send-hostile";
import { type Statements, watchStatements } from "../http/statements";
import type { Drill, Outcome } from "./drill";
import { watchHealth } from "./health";
import { ownCluster } from "./own-cluster";
import { median, quantile, send } from "./send";

const QUICK_MS = 10;
const HEALTHY_MS = 250;
const GRAPHQL_TYPE = "application/graphql-response+json";

/** Near the budget of one request: thirteen customers, all their users, and their latest activities. */
export const WIDEST = `{ customers(first: 13) { nodes { name platformUsers(first: 12) { nodes { id name role state
  activities(first: 28) { nodes { id kind occurredAt } } } } } } }`;

export const requests: Drill = {
  name: "requests",
  summary: "Hostile requests are refused at once, without SQL, and slow nobody else.",
  options: {
    rounds: { default: 20, minimum: 1, maximum: 1_000, meaning: "how often each is sent" },
  },
  async run({ rounds = 20 }, report) {
    const statements = watchStatements();
    const cluster = await ownCluster();
    try {
      const api = await startApi(cluster.config);
      try {
        const tokenOf = await tokensFor(cluster.config);
        return await drill({ address: api.address, statements, tokenOf, rounds, report });
      } finally {
        await api.close();
      }
    } finally {
      await cluster.close();
      statements.stop();
    }
  },
};

type Parts = {
  address: string;
  statements: Statements;
  tokenOf(role: StoryRole): string;
  rounds: number;
  report: (line: string) => void;
};
type Row = { isAnsweredSo: boolean; statements: number; milliseconds: number };

async function tokensFor({ dataDir, publicUrl }: Config) {
  const keys = await loadKeys(dataDir);
  return (role: StoryRole): string =>
    issueToken(keys, { publicUrl, viewer: STORY_PEOPLE[role].viewer, secondsToLive: 600 });
}

async function drill(parts: Parts): Promise<Outcome> {
  const { address, tokenOf, report } = parts;
  await send(address, "{ viewer { id } }", {}, tokenOf("administrator"));
  const stopWatching = await watchHealth(address);
  report(line("case", "answer", "SQL", "ms"));
  const rows: Row[] = [];
  for (const one of HOSTILE_CASES) rows.push(await round(parts, one));
  const widest = await send(address, WIDEST, {}, tokenOf("support"));
  report(line("the widest that is allowed", String(widest.status), "", ms(widest.milliseconds)));
  const health = await stopWatching();

  const times = rows.map(({ milliseconds }) => milliseconds);
  const nineInTen = quantile(times, 0.9);
  const sent = rows.reduce((total, row) => total + row.statements, 0);
  const worst = Math.max(...health);
  return {
    checks: [
      [
        `each of ${rows.length} was answered as it should be`,
        rows.every((row) => row.isAnsweredSo),
      ],
      ["none of them sent SQL", sent === 0],
      [`nine in ten were refused in under ${QUICK_MS} ms`, nineInTen < QUICK_MS],
      ["the widest question that is allowed is answered", widest.status === 200],
      [`the health query stayed under ${HEALTHY_MS} ms`, health.length > 0 && worst < HEALTHY_MS],
    ],
    figures: {
      ...{ cases: rows.length, statements: sent },
      medianMs: rounded(median(times)),
      nineInTenMs: rounded(nineInTen),
      slowestMs: rounded(Math.max(...times)),
      widestMs: Math.round(widest.milliseconds),
      ...{ healthQueries: health.length, healthWorstMs: Math.round(worst) },
    },
  };
}

async function round(parts: Parts, one: HostileCase): Promise<Row> {
  const { address, statements, tokenOf, rounds, report } = parts;
  const authorization: Record<string, string> =
    one.as === null ? {} : { authorization: `Bearer ${tokenOf(one.as)}` };
  const more = { ...authorization, accept: GRAPHQL_TYPE };
  statements.sent();
  const times: number[] = [];
  const answers = new Set<string>();
  for (let n = 0; n < rounds; n += 1) {
    const startedAt = performance.now();
    const { status, code } = await sendHostile(address, one, more);
    times.push(performance.now() - startedAt);
    answers.add(`${status} ${String(code)}`);
  }
  const sent = statements.sent().length;
  const milliseconds = median(times);
  const answer = [...answers].join(", ");
  report(line(one.name, answer, String(sent), ms(milliseconds)));
  const isAnsweredSo = answer === `${one.status} ${one.code}`;
  return { isAnsweredSo, statements: sent, milliseconds };
}

const line = (name: string, answer: string, sent: string, time: string): string =>
  `${name.padEnd(66)} ${answer.padEnd(34)} ${sent.padStart(4)} ${time.padStart(8)}`;

const rounded = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;
const ms = (milliseconds: number): string => rounded(milliseconds).toFixed(1);
