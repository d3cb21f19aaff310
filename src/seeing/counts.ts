// What Prometheus is told: how many, how long, with which end; of operations, round trips, refusals and jobs. Labels are
// words of the program, never of a person. Handles are kept, so that a request pays for sums alone.
import { collectDefaultMetrics, Counter, Histogram, type Registry } from "prom-client";
import { loginOf, type Role } from "../database/roles";
import { type Trip, TRIPS, type Wait, WAITS } from "../database/trips";
import { REFUSALS, type Turned } from "../http/failures";
import { JOBS, type JobRun } from "../jobs/told";
import { type Course, OPERATIONS } from "../viewer/course";
import { type Hearing, hear } from "./hear";
import { operationNames } from "./operation-names";

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
  const labelNames = ["operation", "audience", "lane", "outcome"] as const;
  const total = new Counter({
    name: "back_office_operations_total",
    help: "Operations that were answered or refused.",
    labelNames,
    registers: [registry],
  });
  const duration = new Histogram({
    name: "back_office_operation_duration_seconds",
    help: "From the first gate to the answer.",
    labelNames,
    buckets: SECONDS,
    registers: [registry],
  });
  const nameOf = operationNames();
  const handles = kept((operation, audience, lane, outcome) => {
    const labels = [operation, audience, lane, outcome] as const;
    return { total: total.labels(...labels), duration: duration.labels(...labels) };
  });
  return hear<Course>(OPERATIONS, ({ audience, operation, lane, outcome, startedAt, endedAt }) => {
    const whose = audience ?? "unknown";
    const handle = handles(nameOf(whose, operation), whose, lane, outcome ?? "OK");
    handle.total.inc();
    handle.duration.observe((endedAt - startedAt) / 1_000);
  });
}

function tripsIn(registry: Registry): Hearing {
  const labelNames = ["login", "role"] as const;
  const duration = new Histogram({
    name: "back_office_round_trip_duration_seconds",
    help: "Round trips to PostgreSQL, from sending to its last word.",
    labelNames,
    buckets: TRIP_SECONDS,
    registers: [registry],
  });
  const statements = new Counter({
    name: "back_office_statements_total",
    help: "Statements that travelled in them, but for those that enter a role, begin or end.",
    labelNames,
    registers: [registry],
  });
  const failed = new Counter({
    name: "back_office_round_trips_failed_total",
    help: "Round trips that PostgreSQL answered with an error, or not at all.",
    labelNames,
    registers: [registry],
  });
  const handles = kept((role) => {
    const login = loginOf(role as Role);
    return {
      duration: duration.labels(login, role),
      statements: statements.labels(login, role),
      failed: failed.labels(login, role),
    };
  });
  return hear<Trip>(TRIPS, ({ role, startedAt, endedAt, statementCount, hasFailed }) => {
    const handle = handles(role);
    handle.duration.observe((endedAt - startedAt) / 1_000);
    handle.statements.inc(statementCount);
    if (hasFailed) handle.failed.inc();
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
  const labelNames = ["task", "outcome"] as const;
  const total = new Counter({
    name: "back_office_jobs_total",
    help: "Runs of jobs; FAILED ones are not tried again by themselves.",
    labelNames,
    registers: [registry],
  });
  const duration = new Histogram({
    name: "back_office_job_duration_seconds",
    help: "How long a run took.",
    labelNames,
    buckets: JOB_SECONDS,
    registers: [registry],
  });
  return hear<JobRun>(JOBS, ({ task, outcome, startedAt, endedAt }) => {
    total.labels(task, outcome).inc();
    duration.labels(task, outcome).observe((endedAt - startedAt) / 1_000);
  });
}

/** Makes each handle once. */
function kept<Handle>(make: (...labels: string[]) => Handle): (...labels: string[]) => Handle {
  const handles = new Map<string, Handle>();
  return (...labels) => {
    const key = labels.join(" ");
    const known = handles.get(key);
    if (known) return known;
    const made = make(...labels);
    handles.set(key, made);
    return made;
  };
}
