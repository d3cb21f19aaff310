// A million subscribers taken out as files, against COPY of the same rows to nowhere by a superuser who asks nothing; then
// downloads that break off, and a file that is brought in again.
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { STORY_SERVICE_PROVIDER } from "../../seeds/story-people";
import { seedVolume } from "../../seeds/volume/volume";
import { loadHashKeys } from "../../src/keys/hash-keys";
import { loadLayersAsOwner } from "../../src/keys/layers-in-force";
import { loadMasterKey } from "../../src/keys/master-key";
import { median } from "../drills/send";
import { ownCluster } from "../drills/own-cluster";
import { peakOf } from "../drills/peak-memory";
import { type RunningProcess, startProcess } from "../drills/processes";
import { addressOf, made, stalledAt, taken } from "../exports/taking";
import { prepare, read, start } from "../imports/sending";
import { type ApiElsewhere, apiElsewhere } from "../setup/api-elsewhere";
import type { Bench } from "./bench";
import { SUBSCRIBERS_AS_CSV } from "./limit/subscribers-as-csv";

const FORMATS = ["CSV", "NDJSON"] as const;
const ROUNDS = 5;
const PATIENCE_SECONDS = 600;
const ABORTED = 5;

export const fileExports: Bench = {
  name: "exports",
  summary: "Taking contacts out, against COPY of the same rows to nowhere.",
  options: {
    contacts: {
      ...{ default: 1_800_000, minimum: 1_000, maximum: 5_000_000 },
      meaning: "contacts there are: six in ten are subscribers, some of whom left",
    },
  },
  async run({ seed, contacts = 1_800_000 }, report) {
    const cluster = await ownCluster();
    const processes: RunningProcess[] = [];
    try {
      const { config } = cluster;
      const database = await cluster.superuser();
      loadHashKeys(config.dataDir);
      await loadLayersAsOwner(database, config.dataDir);
      loadMasterKey(config);
      const sizes = { customers: 0, users: 0, contacts, activities: 0, changes: 0 };
      await seedVolume([database, await cluster.superuser()], { sizes, seed }, report);
      const server = await startProcess("api", config);
      const worker = await startProcess("worker", config);
      processes.push(server, worker);
      const api = await apiElsewhere(server.address, config);
      const figures = await measured({ api, worker, database, report });
      const aborted = await abort(api, database, report);
      const again = await roundTrip(api, report);
      return { ...figures, ...aborted, ...again, apiMiB: peakOf(server) };
    } finally {
      await Promise.all(processes.map((each) => each.end().catch(() => undefined)));
      await cluster.close();
    }
  },
};

type Parts = {
  api: ApiElsewhere;
  worker: RunningProcess;
  database: Client;
  report: (line: string) => void;
};

async function measured({ api, worker, database, report }: Parts) {
  const forProvider = { serviceProviderId: STORY_SERVICE_PROVIDER.id };
  await made(api, "marketing", { kind: "PROSPECTS", ...forProvider }, PATIENCE_SECONDS);
  const peaks = [peakOf(worker)];
  const plain: number[] = [];
  const shares: Record<string, number[]> = { CSV: [], NDJSON: [] };
  const rates: Record<string, number[]> = { CSV: [], NDJSON: [] };
  let rows = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const byCopy = await seconds(() => copyToNowhere(database));
    plain.push(byCopy);
    for (const format of FORMATS) {
      const input = { kind: "SUBSCRIBERS", format, ...forProvider };
      const { rowCount, startedAt, endedAt } = await made(
        ...([api, "marketing", input, PATIENCE_SECONDS] as const),
      );
      rows = Number(rowCount);
      const took = (Date.parse(endedAt) - Date.parse(startedAt)) / 1_000;
      shares[format]!.push(byCopy / took);
      rates[format]!.push(rows / took);
      peaks.push(peakOf(worker));
      report(
        `${format}: ${rows} rows in ${took.toFixed(1)} s, COPY to nowhere ${byCopy.toFixed(1)} s, worker's peak ${peaks.at(-1)} MiB`,
      );
    }
  }
  const share = (format: string) => Number(median(shares[format]!).toFixed(2));
  return {
    ...{ rows, copyRowsPerSecond: Math.round(rows / median(plain)) },
    ...{ csvRowsPerSecond: Math.round(median(rates.CSV!)), csvShare: share("CSV") },
    ...{ ndjsonRowsPerSecond: Math.round(median(rates.NDJSON!)), ndjsonShare: share("NDJSON") },
    ...{ workerMiBAtFirst: peaks[0]!, workerMiB: peaks.at(-1)! },
  };
}

async function copyToNowhere(database: Client): Promise<void> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  await pipeline(database.query(copyTo(SUBSCRIBERS_AS_CSV)), nowhere);
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1_000;
}

async function abort(api: ApiElsewhere, database: Client, report: Parts["report"]) {
  const file = await made(
    api,
    "marketing",
    { kind: "SUBSCRIBERS", serviceProviderId: STORY_SERVICE_PROVIDER.id },
    PATIENCE_SECONDS,
  );
  const stalled = await Promise.all(
    Array.from({ length: ABORTED }, () => stalledAt(addressOf(api, file))),
  );
  await sleep(2_000); // what is held now is not held for a moment
  const { rows: held } = await database.query<{ busy: number }>(
    `select count(*)::integer as busy from pg_stat_activity where datname = current_database()
      and backend_type = 'client backend' and pid <> pg_backend_pid() and state <> 'idle'
      and state_change < clock_timestamp() - interval '1 second'`,
  );
  for (const leave of stalled) leave();
  await sleep(1_000);
  const { rows: told } = await database.query<{ outcome: string; n: number }>(
    "select coalesce(outcome::text, 'OPENED') as outcome, count(*)::integer as n from disclosures where export_id = $1 group by 1",
    [file.id],
  );
  report(`Downloads that broke off: ${told.map(({ outcome, n }) => `${n} ${outcome}`).join(", ")}`);
  const aborted = told.find(({ outcome }) => outcome === "ABORTED")?.n ?? 0;
  return { abortedDownloads: aborted, connectionsHeld: held[0]!.busy };
}

/** A file of half a million is sent and brought in as it came out. */
async function roundTrip(api: ApiElsewhere, report: Parts["report"]) {
  const input = { kind: "PROSPECTS", reason: "A benchmark" };
  const file = await made(api, "marketing", input, PATIENCE_SECONDS);
  const table = await (await taken(api, file)).text();
  const { import: prepared } = await prepare(api, table, "PROSPECTS");
  const { userErrors } = await start(api, prepared.id);
  if (userErrors.length) throw new Error(userErrors[0].message);
  const startedAt = performance.now();
  for (;;) {
    const now = await read(api, prepared.id);
    if (!["QUEUED", "RUNNING"].includes(now.state)) {
      const took = (performance.now() - startedAt) / 1_000;
      const { rowsRead, unchanged, added, changed, stopped, refused } = now;
      report(
        `Brought in again: ${rowsRead} rows in ${took.toFixed(0)} s, of which ${unchanged} unchanged, ${added} added, ${changed} changed, ${stopped} stopped, ${refused} refused`,
      );
      return { againUnchanged: unchanged, againOtherwise: rowsRead - unchanged };
    }
    await sleep(500);
  }
}
