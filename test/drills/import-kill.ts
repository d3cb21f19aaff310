// The drill of an import whose worker is killed again and again, while people change some of the same contacts: nothing
// comes twice, nothing is lost, nobody's later change is overwritten, and no suppressed address is revived.
import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import { STORY_PEOPLE } from "../../seeds/story-people";
import { dice } from "../../seeds/world-lists";
import { loadKeys } from "../../src/viewer/keys";
import { issueToken } from "../../src/viewer/tokens";
import { type MadeFile, madeFile } from "../imports/made-file";
import type { Check, Drill, Outcome } from "./drill";
import { ownCluster } from "./own-cluster";
import { peakOf } from "./peak-memory";
import { type RunningProcess, startProcess } from "./processes";
import { send } from "./send";

const PATIENCE_MS = 10 * 60_000;

export const importKill: Drill = {
  name: "import-kill",
  summary:
    "An import whose worker is killed again and again loses nothing, and does nothing twice.",
  options: {
    rows: { default: 100_000, minimum: 500, maximum: 1_000_000, meaning: "rows of the file" },
    kills: { default: 10, minimum: 0, maximum: 20, meaning: "how often the worker is killed" },
  },
  async run({ seed, rows = 100_000, kills = 10 }, report) {
    const cluster = await ownCluster();
    const processes: RunningProcess[] = [];
    try {
      const api = await startProcess("api", cluster.config);
      processes.push(api);
      const database = await cluster.superuser();
      const { dataDir, publicUrl } = cluster.config;
      const viewer = STORY_PEOPLE.marketing.viewer;
      const token = issueToken(await loadKeys(dataDir), {
        ...{ publicUrl, viewer, secondsToLive: 3_600 },
      });
      const startWorker = async () => {
        const worker = await startProcess("worker", cluster.config);
        processes.push(worker);
        return worker;
      };
      return await drill({
        ...{ address: api.address, token, database, startWorker, seed, rows, kills, report },
      });
    } finally {
      await Promise.all(processes.map((each) => each.end().catch(() => undefined)));
      await cluster.close();
    }
  },
};

type Parts = {
  address: string;
  token: string;
  database: Client;
  startWorker(): Promise<RunningProcess>;
  seed: number;
  rows: number;
  kills: number;
  report: (line: string) => void;
};

async function drill(parts: Parts): Promise<Outcome> {
  const { database, startWorker, seed, rows, kills, report } = parts;
  const file = madeFile(rows, seed, await known(database));
  const id = await begin(parts, file);
  const startedAt = performance.now();
  let isOver = false;
  const byHand = changeByHand(parts, file, () => isOver);
  const roll = dice(seed + 1);
  let worker = await startWorker();
  let killed = 0;
  let now = await progressOf(parts, id);
  while (!["DONE", "FAILED", "CANCELLED"].includes(now.state)) {
    if (performance.now() - startedAt > PATIENCE_MS) break;
    await sleep(50 + Math.floor(roll() * 150));
    now = await progressOf(parts, id);
    // the deaths are spread over the file, so that each meets it elsewhere
    if (now.state !== "RUNNING" || killed >= kills || now.rowsRead < (killed * rows) / (kills + 1))
      continue;
    worker.kill();
    killed += 1;
    report(`Killed at row ${now.rowsRead}`);
    worker = await startWorker();
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  isOver = true;
  const { changed, suppressed } = await byHand;
  const checks = await lookedAt(parts, id, file, now, { changed, suppressed, killed });
  return {
    checks,
    figures: {
      ...{ rows, killed, added: now.added, changed: now.changed, unchanged: now.unchanged },
      ...{ refused: now.refused, changedByHand: changed.size, suppressed: suppressed.length },
      ...{ seconds: Math.round(seconds), rowsPerSecond: Math.round(rows / seconds) },
      workerMiB: peakOf(worker),
    },
  };
}

async function known(database: Client) {
  const addresses = async (query: string) =>
    (await database.query<{ address: string }>(query)).rows.map(({ address }) => address);
  return {
    addresses: await addresses(
      "select email_address as address from prospects where purposes & 8 <> 0 order by id",
    ),
    closed: await addresses(
      `select email_address as address from prospects where purposes & 8 = 0
       union select email_address from subscribers join suppressions using (email_hash) order by 1`,
    ),
  };
}

type Progress = Record<
  "rowsRead" | "added" | "changed" | "unchanged" | "stopped" | "refused",
  number
> & { state: string };

async function begin({ address, token }: Parts, { text }: MadeFile): Promise<string> {
  const response = await fetch(`${address}/uploads`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "text/csv" },
    body: text,
  });
  const { fileId } = (await response.json()) as { fileId: string };
  const prepared = await send<{ importPrepare: { import: { id: string } } }>(
    address,
    "mutation ($input: ImportPrepareInput!) { importPrepare(input: $input) { import { id } } }",
    { input: { fileId, kind: "PROSPECTS" } },
    token,
  );
  const { id } = prepared.data.importPrepare.import;
  await send(
    address,
    "mutation ($input: ImportStartInput!) { importStart(input: $input) { userErrors { message } } }",
    { input: { id, source: "A large file" } },
    token,
  );
  return id;
}

async function progressOf({ address, token }: Parts, id: string): Promise<Progress> {
  const { data } = await send<{ import: Progress }>(
    address,
    "query ($id: ID!) { import(id: $id) { state rowsRead added changed unchanged stopped refused } }",
    { id },
    token,
  );
  return data.import;
}

type ByHand = { changed: Map<string, string>; suppressed: string[] };

/** What people do meanwhile: the last name that each contact was given, and the addresses that were suppressed. */
async function changeByHand(
  { address, token, database, seed }: Parts,
  { fresh }: MadeFile,
  isOver: () => boolean,
): Promise<ByHand> {
  const roll = dice(seed + 2);
  const changed = new Map<string, string>();
  const suppressed: string[] = [];
  for (let n = 0; !isOver(); n += 1) {
    await sleep(20);
    const { rows } = await database.query<{ id: string }>(
      "select id from prospects where purposes & 8 <> 0 and id >= $1 order by id limit 1",
      [await someId(database, roll())],
    );
    const [prospect] = rows;
    if (!prospect) continue;
    const name = `By hand ${n}`;
    const { data } = await send<{ prospectUpdate: { userErrors: object[] } }>(
      address,
      "mutation ($input: ProspectUpdateInput!) { prospectUpdate(input: $input) { userErrors { code } } }",
      { input: { id: prospect.id, name } },
      token,
    );
    if (data?.prospectUpdate?.userErrors.length === 0) changed.set(prospect.id, name);
    if (n % 10) continue;
    const emailAddress = fresh[Math.floor(roll() * fresh.length)]!;
    const answer = await send<{ suppressionAdd: { isSuppressed: boolean } }>(
      address,
      "mutation ($input: SuppressionAddInput!) { suppressionAdd(input: $input) { isSuppressed } }",
      { input: { emailAddress, reason: "Asked by mail" } },
      token,
    );
    if (answer.data?.suppressionAdd?.isSuppressed) suppressed.push(emailAddress);
  }
  return { changed, suppressed };
}

/** Somewhere among the ids that there are: they sort by time. */
async function someId(database: Client, share: number): Promise<string> {
  const { rows } = await database.query<{ id: string }>(
    "select id from prospects offset floor($1::float8 * (select count(*) from prospects))::integer limit 1",
    [share],
  );
  return rows[0]?.id ?? "00000000-0000-0000-0000-000000000000";
}

async function lookedAt(
  { database, rows, kills }: Parts,
  id: string,
  { fresh }: MadeFile,
  now: Progress,
  { changed, suppressed, killed }: ByHand & { killed: number },
): Promise<Check[]> {
  const number = async (query: string, values: unknown[] = []) =>
    Number((await database.query<{ n: string }>(query, values)).rows[0]?.n);
  const inFile = "email_canonical like '%@large-file.example.com'";
  const people = await number(`select count(*) as n from prospects where ${inFile}`);
  const bases = await number(
    `select count(*) as n from lawful_bases b join prospects p on p.id = b.subject_id where ${inFile} and b.transition = 'ESTABLISHED'`,
  );
  const trail = await number("select count(*) as n from import_rows where import_id = $1", [id]);
  const refusals = await number("select count(*) as n from import_refusals where import_id = $1", [
    id,
  ]);
  const entered = await number(
    "select coalesce(sum(row_count), 0) as n from audit_entries where operation = 'importContacts'",
  );
  const { rows: names } = await database.query<{ id: string; name: string }>(
    "select id, name from prospects where id = any ($1)",
    [[...changed.keys()]],
  );
  const overwritten = names.filter(({ id: each, name }) => changed.get(each) !== name);
  const mailable = await number(
    `select count(*) as n from prospects where may_email and email_canonical = any ($1)`,
    [suppressed],
  );
  const missing = await number(
    `select count(*) as n from unnest($1::text[]) a where not exists (select from prospects where email_canonical = a)
       and not a = any ($2)`,
    [fresh, suppressed],
  );
  const { added, unchanged, stopped, refused } = now;
  return [
    [
      `the worker was killed ${kills} times and the import came to its end`,
      killed === kills && now.state === "DONE",
    ],
    [
      `each of ${rows} rows was looked at once`,
      now.rowsRead === rows && added + now.changed + unchanged + stopped + refused === rows,
    ],
    ["nobody who may be brought in is missing", missing === 0],
    ["nobody came twice: one record and two bases each", people === added && bases === 2 * added],
    ["each change stands once in the import's own trail", trail === added + now.changed],
    ["each refused row is told once", refusals === refused],
    ["and once in the audit", entered === added + now.changed],
    [
      `none of ${changed.size} later changes was overwritten`,
      changed.size > 0 && overwritten.length === 0,
    ],
    [`none of ${suppressed.length} suppressed addresses may be mailed`, mailable === 0],
  ];
}
