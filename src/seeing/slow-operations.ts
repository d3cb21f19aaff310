// One line for each operation that was slow: where its time went, and its slowest statements, by hashes of their fixed texts and
// of their plans. No value, no row, nobody's name. Written after the answer, for the plans are asked for only then.
import { setTimeout as after } from "node:timers/promises";
import type { Logger } from "pino";
import type { Role } from "../database/roles";
import { tellApart, type Trip } from "../database/trips";
import { type Course, OPERATIONS, rounded, timesOf } from "../viewer/course";
import { hear } from "./hear";
import { plainName } from "./operation-names";
import { hashOf } from "./plan-shape";
import { plansOfTexts } from "./plans";

const STATEMENTS_MAXIMUM = 5;
const AFTER_ANSWER_MS = 100;
/** Beyond so many that wait to be written, lines go out without plans. */
const WAITING_MAXIMUM = 100;

export function logSlowOperations(log: Logger, slowMs: number): { stop(): Promise<void> } {
  const planOf = plansOfTexts();
  const writing = new Set<Promise<void>>();

  async function write(course: Course, hasPlans: boolean): Promise<void> {
    const slowest = slowestOf(course.travels.trips);
    const line = lineOf(course);
    if (hasPlans) await after(AFTER_ANSWER_MS);
    const slowestStatements = [];
    for (const { role, text, ...told } of slowest) {
      const plan = hasPlans ? await planOf(role, text) : null;
      slowestStatements.push({
        ...{ statement: hashOf(text), role, ...told },
        ...{ plan: plan?.hash ?? null, shape: plan?.shape ?? null },
      });
    }
    log.warn({ ...line, slowestStatements }, "Slow operation");
  }

  const hearing = hear<Course>(OPERATIONS, (course) => {
    if (course.endedAt - course.startedAt < slowMs) return;
    const one = write(course, writing.size < WAITING_MAXIMUM);
    writing.add(one);
    void one.finally(() => writing.delete(one));
  });
  return {
    stop: async () => {
      hearing.stop();
      await Promise.all(writing);
    },
  };
}

const lineOf = (course: Course) => ({
  requestId: course.requestId,
  operation: plainName(course.operation),
  audience: course.audience ?? "unknown",
  lane: course.lane,
  outcome: course.outcome,
  milliseconds: timesOf(course),
  roundTrips: course.travels.tripCount,
  statements: course.travels.statementCount,
});

type Slow = {
  role: Role;
  text: string;
  milliseconds: number;
  /** Statements that share these milliseconds; 1 where they are this one's alone. */
  sharedBy: number;
  /** Null where it failed. */
  rows: number | null;
};

function slowestOf(trips: readonly Trip[]): Slow[] {
  const slowest = trips
    .flatMap(statementsOf)
    .sort((one, other) => other.milliseconds - one.milliseconds)
    .slice(0, STATEMENTS_MAXIMUM);
  for (const { sharedBy, text } of slowest) if (sharedBy > 1) tellApart(text);
  return slowest;
}

/** What came after one that failed was not run. */
function statementsOf(trip: Trip): Slow[] {
  const { role, startedAt, endedAt, isToldApart, statementCount, statements } = trip;
  const ran = statements.findIndex(({ isAnswered }) => !isAnswered) + 1 || statements.length;
  return statements.slice(0, ran).flatMap((statement, place) => {
    const { text, isControl, isAnswered, answeredAt, rows } = statement;
    if (isControl) return [];
    const from = isToldApart ? statements[place - 1]?.answeredAt || startedAt : startedAt;
    const until = isToldApart ? answeredAt || endedAt : endedAt;
    const isShared = !isToldApart && statementCount > 1;
    return [
      {
        ...{ role, text, milliseconds: rounded(until - from) },
        ...{ sharedBy: isShared ? statementCount : 1, rows: isAnswered ? rows : null },
      },
    ];
  });
}
