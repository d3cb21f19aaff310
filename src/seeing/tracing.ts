// Traces for OpenTelemetry: a span for each operation with one for each of its round trips, and one for each run of a job.
// Loaded only where they are asked for. No value, no text of a statement, nobody's id; of the machine nothing either.
import { BlockList, isIPv6 } from "node:net";
import { setTimeout as after } from "node:timers/promises";
import {
  type Context,
  diag,
  DiagLogLevel,
  isSpanContextValid,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from "@opentelemetry/resources";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import type { Logger } from "pino";
import type { Trip } from "../database/trips";
import { JOBS, type JobRun } from "../jobs/told";
import { type Course, OPERATIONS, timesOf } from "../viewer/course";
import { hear } from "./hear";
import { plainName } from "./operation-names";

const STOP_PATIENCE_MS = 3_000;

type Where = { processName: string; trustedProxies: readonly string[]; log: Logger };

export function startTracing({ processName, trustedProxies, log }: Where): {
  stop(): Promise<void>;
} {
  tellOfTrouble(log);
  const provider = new NodeTracerProvider({
    resource: resourceOf(processName),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  const tracer = provider.getTracer("back-office");
  const isTrusted = within(trustedProxies);
  const hearings = [
    hear<Course>(OPERATIONS, (course) => traceOperation(tracer, course, isTrusted)),
    hear<JobRun>(JOBS, (run) => traceJob(tracer, run)),
  ];
  return {
    stop: async () => {
      hearings.forEach((hearing) => hearing.stop());
      const sent = provider.shutdown().catch(() => undefined);
      await Promise.race([sent, after(STOP_PATIENCE_MS, undefined, { ref: false })]);
    },
  };
}

function traceOperation(tracer: Tracer, course: Course, isTrusted: IsTrusted): void {
  const { startedAt, passedAt, executedFrom, endedAt, travels, lane, requestId } = course;
  const outcome = course.outcome ?? "OK";
  const operation = plainName(course.operation);
  const attributes = {
    "graphql.operation.name": operation,
    "back_office.audience": course.audience ?? "unknown",
    "back_office.lane": lane,
    "back_office.outcome": outcome,
    "back_office.request_id": requestId,
    "back_office.waiting_ms": timesOf(course).waiting,
    "back_office.round_trips": travels.tripCount,
  };
  const options = { kind: SpanKind.SERVER, startTime: startedAt, attributes };
  const span = tracer.startSpan(operation, options, parentOf(course, isTrusted));
  if (passedAt > 0) span.addEvent("Gates passed", passedAt);
  if (executedFrom > 0) span.addEvent("Execution begins", executedFrom);
  const within = trace.setSpan(ROOT_CONTEXT, span);
  for (const trip of travels.trips) traceTrip(tracer, trip, within);
  if (outcome !== "OK") span.setStatus({ code: SpanStatusCode.ERROR });
  span.end(endedAt);
}

function traceTrip(tracer: Tracer, trip: Trip, within: Context): void {
  const attributes = {
    "db.system.name": "postgresql",
    "back_office.role": trip.role,
    "back_office.statements": trip.statementCount,
  };
  const options = { kind: SpanKind.CLIENT, startTime: trip.startedAt, attributes };
  const span = tracer.startSpan("round trip", options, within);
  if (trip.hasFailed) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end(trip.endedAt);
}

function traceJob(tracer: Tracer, { task, outcome, startedAt, endedAt }: JobRun): void {
  const attributes = { "back_office.task": task, "back_office.outcome": outcome };
  const options = { kind: SpanKind.CONSUMER, startTime: startedAt, attributes };
  const span = tracer.startSpan(`job ${task}`, options, ROOT_CONTEXT);
  if (outcome !== "DONE") span.setStatus({ code: SpanStatusCode.ERROR });
  span.end(endedAt);
}

const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** What a proxy that we named says it is part of; anybody else's word would put strangers' operations into one trace. */
function parentOf({ traceparent, peer }: Course, isTrusted: IsTrusted): Context {
  const [, traceId = "", spanId = "", flags = ""] = TRACEPARENT.exec(traceparent ?? "") ?? [];
  const parent = { traceId, spanId, traceFlags: parseInt(flags, 16) & 1, isRemote: true };
  const isGood = peer !== undefined && isSpanContextValid(parent) && isTrusted(peer);
  return isGood ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
}

type IsTrusted = (address: string) => boolean;

function within(networks: readonly string[]): IsTrusted {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", bits] = network.split("/");
    const family = isIPv6(address) ? "ipv6" : "ipv4";
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return (address) => list.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}

/** OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES have the last word. */
const resourceOf = (processName: string) =>
  defaultResource()
    .merge(
      resourceFromAttributes({
        "service.name": "zendbox-back-office",
        "back_office.process": processName,
      }),
    )
    .merge(detectResources({ detectors: [envDetector] }));

/** Its own words may repeat an address with a password: only that there was trouble is told. */
function tellOfTrouble(log: Logger): void {
  const ignore = () => undefined;
  const error = () => log.warn("Traces could not be sent");
  diag.setLogger(
    { error, warn: ignore, info: ignore, debug: ignore, verbose: ignore },
    { logLevel: DiagLogLevel.ERROR, suppressOverrideMessage: true },
  );
}
