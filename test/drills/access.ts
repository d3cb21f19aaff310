// The drill of access: whoever may not, tries; a table tells how each attempt ends and how much SQL it came to, while a
// health query beside them stays quick.
import { ATTEMPTS } from "../access/attempts";
import type { Attempt } from "../access/attempts/attempt";
import { type Statements, watchStatements } from "../http/statements";
import { type Api, openApiOf } from "../setup/api";
import type { Drill, Outcome } from "./drill";
import { watchHealth } from "./health";
import { ownCluster } from "./own-cluster";

const HEALTHY_MS = 250;

export const access: Drill = {
  name: "access",
  summary: "Whatever somebody tries who may not, it ends as it should.",
  options: {
    ids: {
      default: 1_000,
      minimum: 1,
      maximum: 1_000,
      meaning: "ids of others for each operation",
    },
  },
  async run({ ids = 1_000 }, report) {
    const statements = watchStatements();
    const { config, superuser, close } = await ownCluster();
    try {
      const world = { config, asOwner: await superuser(), drop: async () => undefined };
      const api = await openApiOf(world);
      try {
        return await drill({ api, statements, ids, report });
      } finally {
        await api.close();
      }
    } finally {
      await close();
      statements.stop();
    }
  },
};

type Row = { isHeld: boolean; sent: number };

type Parts = {
  api: Api;
  statements: Statements;
  ids: number;
  report: (line: string) => void;
};

async function drill({ api, statements, ids, report }: Parts): Promise<Outcome> {
  const stopWatching = await watchHealth(api.address);
  const rows: Row[] = [];
  for (const { title, attempts } of ATTEMPTS) {
    report(`\n${title}\n${line("attempt", "how it ends", "SQL")}`);
    for (const one of await attempts(api, { ids })) rows.push(await tried(one, statements, report));
  }
  const worst = Math.max(...(await stopWatching()));
  return {
    checks: [
      [`each of ${rows.length} attempts ended as it should`, rows.every(({ isHeld }) => isHeld)],
      [`the health query stayed under ${HEALTHY_MS} ms`, worst < HEALTHY_MS],
    ],
    figures: {
      ...{ classes: ATTEMPTS.length, attempts: rows.length },
      ...{ held: rows.filter(({ isHeld }) => isHeld).length },
      statements: rows.reduce((sum, { sent }) => sum + sent, 0),
      healthWorstMs: Math.round(worst),
    },
  };
}

async function tried(
  one: Attempt,
  statements: Statements,
  report: (line: string) => void,
): Promise<Row> {
  statements.sent();
  const end = await one.try();
  const sent = statements.sent().length;
  const isHeld = end === one.expected && (one.asksTheDatabase || sent === 0);
  report(line(one.name, isHeld ? end : `✗ ${end} instead of ${one.expected}`, String(sent)));
  return { isHeld, sent };
}

const line = (name: string, end: string, sent: string): string =>
  `${name.padEnd(72)} ${end.slice(0, 400).padEnd(48)} ${sent.padStart(5)}`;
