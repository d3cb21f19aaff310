// How PostgreSQL would go about a fixed text in a role, whatever its parameters hold: explained, never run. From PostgreSQL 16;
// and only while there is a connection to spare, for what is explained was slow, maybe for want of one.
import type { PoolClient } from "pg";
import { poolOf } from "./database";
import { runPipeline } from "./pipeline";
import { loginOf, type Role } from "./roles";
import { type Actor, connectionFor, control, enter } from "./unit-of-work";

const GENERIC_FROM = 160_000;
const PATIENCE_MS = 2_000;

/** The plan as PostgreSQL tells it in JSON; null where there is none to be had. */
export async function genericPlan(role: Role, text: string): Promise<unknown> {
  if (!hasToSpare(role)) return null;
  const client = await connectionFor(nobody(role));
  let isWhole = false;
  try {
    const plan = (await isTooOld(client)) ? null : await explained(client, role, text);
    isWhole = true;
    return plan;
  } finally {
    client.release(!isWhole);
  }
}

function hasToSpare(role: Role): boolean {
  const { waitingCount, idleCount, totalCount, options } = poolOf(loginOf(role));
  return waitingCount === 0 && (idleCount > 0 || totalCount < (options.max ?? 0) / 2);
}

let version: number | undefined;

async function isTooOld(client: PoolClient): Promise<boolean> {
  if (version === undefined) {
    const { rows } = await client.query<{ version: string }>(
      "select current_setting('server_version_num') as version",
    );
    version = Number(rows[0]?.version);
  }
  return version < GENERIC_FROM;
}

/** A text with parameters and no values is taken by the simple protocol alone. The transaction ends without a trace. */
async function explained(client: PoolClient, role: Role, text: string): Promise<unknown> {
  await runPipeline(client, [control("begin read only"), enter(nobody(role), false)]);
  const { rows } = await client.query<{ "QUERY PLAN": unknown }>(
    `explain (generic_plan, format json, costs off) ${text}`,
  );
  await runPipeline(client, [control("rollback")]);
  return rows[0]?.["QUERY PLAN"] ?? null;
}

/** Policies ask who asks when they run, not when they are planned: the plan is the same for all of a role. */
const nobody = (role: Role): Actor => ({
  role,
  viewerId: null,
  customerId: null,
  serviceProviderId: null,
  source: null,
  purpose: null,
  deadlineAt: performance.now() + PATIENCE_MS,
});
