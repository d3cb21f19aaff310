// The drill of the sealed audit: eight writers, and the sealer's process killed again and again. Afterwards every entry has its
// number, nothing has forked, and the log verifies from its file; then a superuser changes it in every way, and each is found.
import { execFile } from "node:child_process";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import { STORY_PEOPLE } from "../../seeds/story-people";
import { seedVolume } from "../../seeds/volume/volume";
import { dice } from "../../seeds/world-lists";
import { bundleOf } from "../../src/audit/sealing/bundle";
import { headsPath } from "../../src/audit/sealing/heads-file";
import { loadAuditKeys } from "../../src/audit/sealing/signing-key";
import type { Config } from "../../src/config";
import { closeDatabase, openDatabase } from "../../src/database/database";
import { LOGIN_NAMES } from "../../src/database/roles";
import { loadHashKeys } from "../../src/keys/hash-keys";
import { loadLayersAsOwner } from "../../src/keys/layers-in-force";
import { PROJECT_ROOT } from "../../src/project-root";
import { actorOf } from "../../src/viewer/actor";
import { ofEachCustomer } from "./audit/customers";
import { tampered, tamperings } from "./audit/tampering";
import { act, overAll } from "./audit/writers";
import type { Check, Drill, Outcome } from "./drill";
import { onStage, type Stage } from "./faults/stage";

const WRITERS = 8;
const CUSTOMERS = 40;
const SEALED_WITHIN_S = 10;
const SEALED_AFTER_KILL_WITHIN_S = 20;
const VERIFIED_WITHIN_MS = 10_000;
const PATIENCE_MS = 60_000;

export const audit: Drill = {
  name: "audit",
  summary: "Every entry is sealed once, and whatever is done to the log afterwards is found.",
  options: {
    entries: { default: 100_000, minimum: 500, maximum: 1_000_000, meaning: "entries to write" },
    kills: { default: 10, minimum: 0, maximum: 50, meaning: "how often the sealer is killed" },
    rate: { default: 900, minimum: 10, maximum: 10_000, meaning: "entries a second, at most" },
  },
  run: ({ seed, entries = 100_000, kills = 10, rate = 900 }, report) =>
    onStage(async (stage) => {
      const { config } = stage.cluster;
      loadHashKeys(config.dataDir);
      loadAuditKeys(config.dataDir);
      const database = await stage.cluster.superuser();
      await loadLayersAsOwner(database, config.dataDir);
      const sizes = { customers: CUSTOMERS, users: CUSTOMERS * 4, contacts: 0, activities: 0 };
      await seedVolume([database], { sizes: { ...sizes, changes: 0 }, seed }, () => undefined);
      await openDatabase(config, LOGIN_NAMES);
      try {
        return await drill({ stage, database, seed, entries, kills, rate, report });
      } finally {
        await closeDatabase();
      }
    }),
};

type Parts = {
  stage: Stage;
  database: Client;
  seed: number;
  entries: number;
  kills: number;
  rate: number;
  report: (line: string) => void;
};

async function drill(parts: Parts): Promise<Outcome> {
  const { stage, database, entries, kills, report } = parts;
  const { config } = stage.cluster;
  const killedAt = await writeAndKill(parts);
  await untilSealed(database);
  const sealed = await sealedIn(database);
  const delays = await delaysIn(database, killedAt);
  report(`${sealed.count} entries below ${sealed.heads} heads`);

  const whole = await verified(config, "whole");
  report(`${whole.said} (${whole.ms} ms)`);
  const parted = await ofEachCustomer(database);
  const found = await tamperAll(parts, sealed.count);
  const checks: Check[] = [
    [`${entries} entries were written`, sealed.count >= entries],
    ["each has a number, without gaps", sealed.count === sealed.highest && sealed.left === 0],
    ["no two heads begin at one number, and each follows the one before", sealed.forks === 0],
    [`the sealer was killed ${kills} times`, killedAt.length === kills],
    [`sealed within ${SEALED_WITHIN_S} s`, delays.quiet <= SEALED_WITHIN_S],
    [
      `within ${SEALED_AFTER_KILL_WITHIN_S} s of a kill`,
      delays.afterKill <= SEALED_AFTER_KILL_WITHIN_S,
    ],
    ["the log verifies from its file", whole.code === 0],
    [`in ${VERIFIED_WITHIN_MS} ms at most`, whole.ms <= VERIFIED_WITHIN_MS],
    ...found.checks,
    [
      "each customer verifies its part",
      parted.customers >= CUSTOMERS && parted.verified === parted.customers,
    ],
    ["in which nobody else's identifier stands", parted.foreign === 0],
    ["and no number of anybody else's", parted.counts === 0],
  ];
  return {
    checks,
    figures: {
      ...{ entries: sealed.count, heads: sealed.heads, kills: killedAt.length },
      ...{ sealedS: rounded(delays.quiet), sealedAfterKillS: rounded(delays.afterKill) },
      ...{ verifyMs: whole.ms, tampered: found.checks.length, found: found.found },
      customers: parted.customers,
    },
  };
}

const rounded = (seconds: number) => Math.round(seconds * 10) / 10;

/** Answers when the sealer was killed, on the database's clock (milliseconds since 1970). */
async function writeAndKill({ stage, seed, entries, kills, rate, report, ...parts }: Parts) {
  const { database } = parts;
  let written = 0;
  const startedAt = performance.now();
  const write = async (roll: ReturnType<typeof dice>) => {
    while (written < entries) {
      written += 1;
      const dueAt = startedAt + (written * 1_000) / rate;
      if (dueAt > performance.now()) await sleep(dueAt - performance.now());
      await act(roll);
    }
  };
  let worker = await stage.start("worker");
  const writing = Promise.all(
    Array.from({ length: WRITERS }, (_, n) => write(dice(seed * 1_000 + n))),
  );
  const killedAt: number[] = [];
  const roll = dice(seed);
  for (let n = 0; n < kills; n += 1) {
    const dueAt = ((n + 0.5 + roll() * 0.5) * entries) / (kills + 1);
    while (written < dueAt) await sleep(20);
    worker.kill();
    const { rows } = await database.query<{ now: number }>(
      "select extract(epoch from clock_timestamp())::float8 * 1000 as now",
    );
    killedAt.push(rows[0]!.now);
    report(`Killed at ${written} entries`);
    worker = await stage.start("worker");
  }
  await writing;
  await topUp(database, entries);
  await overAll();
  return killedAt;
}

/** Whoever reads nobody leaves no entry. */
async function topUp(database: Client, entries: number): Promise<void> {
  const { rows } = await database.query<{ n: number }>(
    "select count(*)::int as n from audit_entries",
  );
  for (let n = rows[0]!.n; n < entries; n += 1) await overAll();
}

async function untilSealed(database: Client): Promise<void> {
  const startedAt = performance.now();
  for (;;) {
    const { rowCount } = await database.query("select from audit_unsealed limit 1");
    if (!rowCount) return;
    if (performance.now() - startedAt > PATIENCE_MS) throw new Error("What waits is not sealed.");
    await sleep(200);
  }
}

type Sealed = { count: number; highest: number; left: number; heads: number; forks: number };

async function sealedIn(database: Client): Promise<Sealed> {
  const { rows } = await database.query<Sealed>(
    `select (select count(*)::int from audit_entries) as count, (select max(number)::int from audit_seals) as highest,
       (select count(*)::int from audit_entries e where not exists (select from audit_seals s where s.entry_id = e.id)) as left,
       (select count(*)::int from audit_heads where customer_id is null) as heads,
       (select count(*)::int from (
          select first_number, lag(size, 1, 0) over (partition by customer_id order by size) as before from audit_heads) h
        where first_number <> before + 1) as forks`,
  );
  return rows[0]!;
}

/** Seconds from the entry to the signature of its head: at the most, and where a kill lies in between, from the last kill. */
async function delaysIn(database: Client, killedAt: readonly number[]) {
  const { rows } = await database.query<{ quiet: number; afterKill: number }>(
    `with d as (
       select e.recorded_at, h.signed_at, (select max(k) from unnest($1::timestamptz[]) k
           where k between e.recorded_at - interval '10 seconds' and h.signed_at) as kill
       from audit_entries e join audit_seals s on s.entry_id = e.id
         join lateral (select signed_at from audit_heads where customer_id is null and size >= s.number order by size limit 1) h on true
       where e.recorded_at > (select min(signed_at) from audit_heads))
     select coalesce(max(extract(epoch from signed_at - recorded_at)) filter (where kill is null), 0)::float8 as quiet,
       coalesce(max(extract(epoch from signed_at - kill)) filter (where kill is not null), 0)::float8 as "afterKill" from d`,
    [killedAt.map((at) => new Date(at).toISOString())],
  );
  return rows[0]!;
}

type Verified = { code: number; ms: number; said: string };

/** As the privacy officer takes it away, by the command that anybody runs. */
async function verified(config: Config, name: string, ...args: string[]): Promise<Verified> {
  const { viewer } = STORY_PEOPLE.privacy;
  const path = join(config.dataDir, `${name}.ndjson`);
  await pipeline(
    bundleOf(viewer, actorOf(viewer, "GOVERNANCE"), null, { rows: 0 }),
    createWriteStream(path),
  );
  const command = join(PROJECT_ROOT, "dist", "src", "audit", "verifying", "command.js");
  const startedAt = performance.now();
  return new Promise((done) => {
    const child = execFile(process.execPath, [command, path, ...args], (_error, stdout) =>
      done({
        code: child.exitCode ?? 1,
        ms: Math.round(performance.now() - startedAt),
        said: stdout.trimEnd().split("\n").at(-1) ?? "",
      }),
    );
  });
}

async function tamperAll({ stage, database, report }: Parts, count: number) {
  const { config } = stage.cluster;
  const heads = ["--heads", headsPath(config.dataDir)];
  const checks: Check[] = [];
  for (const each of tamperings((share) => Math.floor(count * share))) {
    const [isFound, said] = await tampered(database, each, async (first) => {
      const { said } = await verified(config, "tampered", ...(each.needsHeads ? heads : []));
      return [said.startsWith(`CHANGED at number ${first}: `), `${said} (expected ${first})`];
    });
    report(`${each.name}: ${said}`);
    checks.push([`${each.name} is found`, isFound]);
  }
  const again = await verified(config, "again", ...heads);
  checks.push(["put back, the log verifies again", again.code === 0]);
  return { checks, found: checks.filter(([, isFound]) => isFound).length };
}
