// What Prometheus is told: how many, how long, with which end; of operations, round trips, refusals and jobs. Labels are
// words of the program, never of a person.
import { collectDefaultMetrics, Counter, type Registry } from "prom-client";
import { loginOf } from "../database/roles";
import { type Trip, TRIPS, type Wait, WAITS } from "../database/trips";
import { REFUSALS, type Turned } from "../http/failures";
import { JOBS, type JobRun } from "../jobs/told";
import { type Course, OPERATIONS } from "../viewer/course";
import { type Hearing, hear } from "./hear";
import { operationNames } from "./operation-names";
import { newTallies, tellDurations, tellSum, timesIn } from "./tallies";

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const TRIP_SECONDS = [0.00025, 0.0005, ...SECONDS];
const JOB_SECONDS = [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300, 1_800, 7_200];
/** Shorter ones aren't worth a sum for each request. */
const WAIT_FROM_MS = 1;

/** Counts in this registry what the process does from now on. */
export function countInto(registry: Registry): Hearing {
  collectDefaultMetrics({ register: registry });
  const hearings = [
    operationsIn(registry),
    tripsIn(registry),
    waitsIn(registry),
    refusalsIn(registry),
    jobsIn(registry),
  ];
  return { stop: () => hearings.forEach((hearing) => hearing.stop()) };
}

function operationsIn(registry: Registry): Hearing {
  const tallies = newTallies(SECONDS);
  const total = {
    name: "back_office_operations_total",
    help: "Operations that were answered or refused.",
  };
  const duration = {
    name: "back_office_operation_duration_seconds",
    help: "From the first gate to the answer.",
  };
  tellSum(registry, total, tallies, timesIn);
  tellDurations(registry, duration, tallies);
  const nameOf = operationNames();
  return hear<Course>(OPERATIONS, (course) => {
    const { lane, outcome = "OK", startedAt, endedAt } = course;
    const audience = course.audience ?? "unknown";
    const operation = nameOf(audience, course.operation);
    const tally = tallies.of(`${operation} ${audience} ${lane} ${outcome}`, () => ({
      ...{ operation, audience, lane, outcome },
    }));
    tallies.observe(tally, endedAt - startedAt);
  });
}

function tripsIn(registry: Registry): Hearing {
  const tallies = newTallies(TRIP_SECONDS);
  const duration = {
    name: "back_office_round_trip_duration_seconds",
    help: "Round trips to PostgreSQL, from sending to its last word.",
  };
  const statements = {
    name: "back_office_statements_total",
    help: "Statements that travelled in them, but for those that enter a role, begin or end.",
  };
  const failures = {
    name: "back_office_round_trips_failed_total",
    help: "Round trips that PostgreSQL answered with an error, or not at all.",
  };
  tellDurations(registry, duration, tallies);
  tellSum(registry, statements, tallies, (tally) => tally.statements);
  tellSum(registry, failures, tallies, (tally) => tally.failures);
  return hear<Trip>(TRIPS, ({ role, startedAt, endedAt, statementCount, hasFailed }) => {
    const tally = tallies.of(role, () => ({ login: loginOf(role), role }));
    tallies.observe(tally, endedAt - startedAt);
    tally.statements += statementCount;
    if (hasFailed) tally.failures += 1;
  });
}

function waitsIn(registry: Registry): Hearing {
  const waited = new Counter({
    name: "back_office_connection_wait_seconds_total",
    help: "Waiting for a connection of this login, where that took a millisecond or more.",
    labelNames: ["login"],
    registers: [registry],
  });
  return hear<Wait>(WAITS, ({ role, milliseconds }) => {
    if (milliseconds >= WAIT_FROM_MS) waited.labels(loginOf(role)).inc(milliseconds / 1_000);
  });
}

function refusalsIn(registry: Registry): Hearing {
  const refusals = new Counter({
    name: "back_office_refusals_total",
    help: "Requests of any kind that were turned away, by the code that was told.",
    labelNames: ["code"],
    registers: [registry],
  });
  return hear<Turned>(REFUSALS, ({ code }) => refusals.labels(code).inc());
}

function jobsIn(registry: Registry): Hearing {
  const tallies = newTallies(JOB_SECONDS);
  const total = {
    name: "back_office_jobs_total",
    help: "Runs of jobs; FAILED ones are not tried again by themselves.",
  };
  tellSum(registry, total, tallies, timesIn);
  const duration = { name: "back_office_job_duration_seconds", help: "How long a run took." };
  tellDurations(registry, duration, tallies);
  return hear<JobRun>(JOBS, ({ task, outcome, startedAt, endedAt }) => {
    const tally = tallies.of(`${task} ${outcome}`, () => ({ task, outcome }));
    tallies.observe(tally, endedAt - startedAt);
  });
}
