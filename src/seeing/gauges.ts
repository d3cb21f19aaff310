// What is measured at the moment that Prometheus asks: connections, and what waits in the database, which is asked at most
// every few seconds, however many ask.
import { Gauge, type Registry } from "prom-client";
import { allPools } from "../database/database";
import type { Depth } from "../jobs/depth";

/** What only the worker tells: were it told by each process, sums would count it twice. */
export type Backlog = {
  queueDepth(): Promise<Depth[]>;
  outboxDepth(): Promise<number>;
  unsealedDepth(): Promise<number>;
};

const ASKED_EVERY_MS = 5_000;
const STATES = ["max", "total", "idle", "waiting"] as const;

export function gaugesIn(registry: Registry, backlog: Backlog | null): void {
  connectionsIn(registry);
  if (!backlog) return;
  queueIn(registry, backlog.queueDepth);
  depthIn(registry, backlog.outboxDepth, {
    name: "back_office_outbox_changes",
    help: "Changes that wait for their number.",
  });
  depthIn(registry, backlog.unsealedDepth, {
    name: "back_office_audit_unsealed",
    help: "Audit entries that wait to be sealed.",
  });
}

function connectionsIn(registry: Registry): void {
  new Gauge({
    name: "back_office_connections",
    help: "Connections of each login: allowed (max), open (total), unused (idle); and who waits for one.",
    labelNames: ["login", "state"],
    registers: [registry],
    collect() {
      for (const [login, pool] of Object.entries(allPools())) {
        const { totalCount: total, idleCount: idle, waitingCount: waiting } = pool;
        const counts = { max: pool.options.max ?? 0, total, idle, waiting };
        for (const state of STATES) this.set({ login, state }, counts[state]);
      }
    },
  });
}

function queueIn(registry: Registry, queueDepth: Backlog["queueDepth"]): void {
  const depth = nowAndThen(queueDepth, []);
  new Gauge({
    name: "back_office_queue_jobs",
    help: "Jobs there are, by state; FAILED ones wait for somebody to look at them.",
    labelNames: ["task", "state"],
    registers: [registry],
    async collect() {
      const found = await depth();
      this.reset();
      for (const { task, state, jobs } of found) this.set({ task, state }, jobs);
    },
  });
}

function depthIn(
  registry: Registry,
  ask: () => Promise<number>,
  what: { name: string; help: string },
): void {
  const depth = nowAndThen(ask, Number.NaN);
  new Gauge({
    ...what,
    registers: [registry],
    async collect() {
      this.set(await depth());
    },
  });
}

/** While the database is away nothing is known, and everything else told all the same. */
function nowAndThen<T>(ask: () => Promise<T>, unknown: T): () => Promise<T> {
  let known: Promise<T> | undefined;
  let askedAt = 0;
  return () => {
    if (known && performance.now() - askedAt < ASKED_EVERY_MS) return known;
    askedAt = performance.now();
    known = ask().catch(() => unknown);
    return known;
  };
}
