// The course of an operation, for whoever wants to know where its time went: when it passed what, in which lane, with which
// end. Kept only while somebody listens or has asked for it; told when it is over. Of whoever asks it knows the audience alone.
import { channel } from "node:diagnostics_channel";
import { newTravels, type Travels } from "../database/trips";
import type { Audience } from "./audience";

/** Instants are on the clock of `performance.now()`; 0 where it didn't come so far. */
export type Course = {
  requestId: string;
  /** Null until it is known. */
  audience: Audience | null;
  startedAt: number;
  /** Past every gate that is there for all operations: size, token, rate, body. */
  passedAt: number;
  /** Read, found valid and paid for. */
  executedFrom: number;
  endedAt: number;
  /** Undefined where it wasn't executed, null where it has no name. */
  operation: string | null | undefined;
  lane: Lane | "none";
  /** OK, or the code of its first error. */
  outcome: string | undefined;
  travels: Travels;
  /** The header in which a proxy says what this is part of, and who said so (W3C Trace Context). */
  traceparent: string | undefined;
  peer: string | undefined;
};
export type Lane = "compiled" | "executor";

/** Told of each operation when it is over. */
export const OPERATIONS = "back-office:operations";
const operations = channel(OPERATIONS);

export const isFollowed = () => operations.hasSubscribers;

export const beginCourse = (requestId: string): Course => ({
  requestId,
  audience: null,
  startedAt: performance.now(),
  passedAt: 0,
  executedFrom: 0,
  endedAt: 0,
  operation: undefined,
  lane: "none",
  outcome: undefined,
  travels: newTravels(),
  traceparent: undefined,
  peer: undefined,
});

export function passGates(course: Course): void {
  course.passedAt = performance.now();
}

/** What failed in the compiled lane goes on in the executor's. */
export function beginExecution(course: Course, name: string | undefined, lane: Lane): void {
  course.operation = name ?? null;
  course.lane = lane;
  course.executedFrom ||= performance.now();
}

export function endCourse(course: Course, outcome: string): void {
  course.endedAt = performance.now();
  course.outcome ??= outcome;
  if (operations.hasSubscribers) operations.publish(course);
}

/** Where its time went, in milliseconds. The first three are all of it; the last two lie within them. */
export function timesOf({ startedAt, passedAt, executedFrom, endedAt, travels }: Course) {
  const gatesUntil = passedAt || endedAt;
  const validUntil = passedAt ? executedFrom || endedAt : gatesUntil;
  return {
    total: rounded(endedAt - startedAt),
    gates: rounded(gatesUntil - startedAt),
    validation: rounded(validUntil - gatesUntil),
    execution: rounded(endedAt - validUntil),
    waiting: rounded(travels.waited),
    database: rounded(travels.travelled),
  };
}

/** To a thousandth. */
export const rounded = (milliseconds: number) => Math.round(milliseconds * 1_000) / 1_000;
