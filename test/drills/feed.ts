// The drill of the change feed: eight writers, a transaction that stays open for long, one that is rolled back, a
// sequencer whose connection is cut, and a tool that pulls all the while. It must hear of every committed change once,
// in order, and of nothing once the agreement has ended. Beside it the plain sequence, which loses changes.
import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import { STORY_PEOPLE, STORY_SERVICE_PROVIDER } from "../../seeds/story-people";
import { contactChanges } from "../../src/contact-sync/changes";
import { startApi } from "../../src/server";
import { startWorker } from "../../src/worker";
import { connectTo } from "./ask";
import type { Check, Drill, Outcome } from "./drill";
import { ownCluster } from "./own-cluster";
import { watchPlainSequence } from "./plain-sequence";
import { type Heard, PULL, startPuller } from "./puller";
import { type Committed, write, writeInVain, WRITERS, writeSlowly } from "./writers";

const CONTACTS_EACH = 6;
const SLOW_CONTACTS = 3;
/** The writers go on for so long after the slow transaction has committed. */
const AFTERWARDS_MS = 2_000;
const PATIENCE_MS = 15_000;
const SEQUENCER_LOCK = 5_200_418;

export const feed: Drill = {
  name: "feed",
  summary: "Tools hear of every committed change once and in order, whatever else goes on.",
  options: {
    hold: { default: 20, minimum: 1, maximum: 25, meaning: "seconds a transaction stays open" },
  },
  async run({ seed, hold = 20 }, report) {
    const cluster = await ownCluster();
    try {
      const api = await startApi(cluster.config);
      try {
        const worker = await startWorker(cluster.config);
        try {
          const { as, answerTo } = await connectTo(api.address, cluster.config);
          const database = await cluster.superuser();
          const plain = await cluster.superuser();
          return await drill({ seed, hold, report, as, answerTo, database, plain });
        } finally {
          await worker.close();
        }
      } finally {
        await api.close();
      }
    } finally {
      await cluster.close();
    }
  },
};

type Parts = Awaited<ReturnType<typeof connectTo>> & {
  seed: number;
  hold: number;
  report: (line: string) => void;
  database: Client;
  plain: Client;
};

/** The agreement is asked with each pull, and its tool's token a few seconds later not taken any more at all. */
const REFUSALS = ["NO_AGREEMENT", "UNAUTHENTICATED"];

async function drill(parts: Parts): Promise<Outcome> {
  const { seed, hold, report, as, database, plain } = parts;
  const { marketing, sync } = STORY_PEOPLE;
  await until(async () => (await count(database, "outbox")) === 0);
  const puller = await startPuller(as(sync.viewer));
  report(`The tool has caught up with ${puller.alreadyThere} changes`);
  const contacts = await someProspects(database, WRITERS * CONTACTS_EACH + SLOW_CONTACTS + 1);
  const disclosuresBefore = await count(database, "disclosures");
  const plainly = await watchPlainSequence(plain);

  report(`${WRITERS} writers; one transaction stays open for ${hold} s, one is rolled back`);
  const [inVain] = contacts.splice(0, 1) as [string];
  const slowOnes = contacts.splice(0, SLOW_CONTACTS);
  let isOver = false;
  const writing = Array.from({ length: WRITERS }, (_, writer) =>
    write(as(marketing.viewer), {
      ...{ writer, seed, isOver: () => isOver },
      contacts: contacts.slice(writer * CONTACTS_EACH, (writer + 1) * CONTACTS_EACH),
    }),
  );
  const vain = writeInVain(inVain, hold * 500);
  const slow = writeSlowly(slowOnes, hold * 1_000);
  await sleep(hold * 500);
  const cut = await cutSequencer(database);
  const slowCommitted = await slow;
  const heardWhileOpen = puller.heard().filter(({ at }) => at < slowCommitted[0]!.at);
  await sleep(AFTERWARDS_MS);
  isOver = true;
  const written = await Promise.all(writing);
  const committed = [...slowCommitted, ...written.flat()];
  await vain;
  await until(async () => puller.heard().length >= committed.length, PATIENCE_MS).catch(
    () => undefined, // told by the checks
  );
  await sleep(500); // what comes twice would come now
  await puller.stop();

  const heard = puller.heard();
  const { missing, surplus } = compare(committed, heard);
  const lost = await plainly.lost();
  const disclosures = await disclosed(database, disclosuresBefore);
  const people = heard.filter(({ isTombstone }) => !isTombstone).length;
  const delays = delaysOf(committed, heard);
  const slowIds = new Set(slowOnes);
  const isSlow = ({ id }: Heard) => slowIds.has(id);
  const checks: Check[] = [
    [`each of ${committed.length} committed changes was heard`, missing === 0],
    ["none was heard twice", surplus === 0],
    ["change numbers only rise", rises(heard.map(({ number }) => number))],
    [
      "what a writer changed one after the other was heard in that order",
      [slowCommitted, ...written].every((own) => keepsOrder(own, heard)),
    ],
    [
      "no contact went back to an earlier state, and each ended in its last",
      ends(committed, heard),
    ],
    ["what was rolled back was not heard", !heard.some(({ id }) => id === inVain)],
    [
      `the open transaction held nobody up: ${heardWhileOpen.length} changes were heard meanwhile`,
      heardWhileOpen.length > hold && !heardWhileOpen.some(isSlow),
    ],
    ["its own changes came afterwards", heard.filter(isSlow).length === SLOW_CONTACTS],
    ["the sequencer came back after its connection was cut", cut === 1],
    [
      "each pull that showed contacts is a Disclosure that counts them",
      disclosures.pulls === puller.pullsWithContacts() && disclosures.contacts === people,
    ],
    [`the plain sequence, beside it, lost ${lost}`, lost >= SLOW_CONTACTS],
    ...(await afterTheAgreement(parts, contacts[0]!, puller.cursor())),
  ];
  return {
    checks,
    figures: {
      ...{ committed: committed.length, heard: heard.length, missing, surplus },
      ...{ heardAfterP50Ms: delays[0], heardAfterP99Ms: delays[1], lostByPlainSequence: lost },
    },
  };
}

async function someProspects(database: Client, needed: number): Promise<string[]> {
  const { rows } = await database.query<{ id: string }>(
    `select id from prospects where (purposes & 8) <> 0 and purposes_valid_until = 'infinity' order by id limit $1`,
    [needed],
  );
  if (rows.length < needed) throw new Error("The story world has too few prospects.");
  return rows.map(({ id }) => id);
}

async function cutSequencer(database: Client): Promise<number> {
  const { rowCount } = await database.query(
    "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = $1 and granted",
    [SEQUENCER_LOCK],
  );
  return rowCount ?? 0;
}

/** How often contacts were heard of less, or more, than they changed. */
function compare(committed: Committed[], heard: Heard[]) {
  const balance = new Map<string, number>();
  for (const { id } of committed) balance.set(id, (balance.get(id) ?? 0) + 1);
  for (const { id } of heard) balance.set(id, (balance.get(id) ?? 0) - 1);
  const differences = [...balance.values()];
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  return {
    missing: sum(differences.filter((difference) => difference > 0)),
    surplus: -sum(differences.filter((difference) => difference < 0)),
  };
}

const rises = (numbers: number[]) =>
  numbers.every((number, index) => index === 0 || number > numbers[index - 1]!);

/** Whether the changes of one writer, who waits for each to commit, come as they were made. */
function keepsOrder(own: Committed[], heard: Heard[]): boolean {
  const ids = new Set(own.map(({ id }) => id));
  const order = heard.filter(({ id }) => ids.has(id)).map(({ id }) => id);
  return order.length === own.length && own.every(({ id }, index) => id === order[index]);
}

const stepOf = ({ companyName }: Heard) => Number(/\d+$/.exec(companyName ?? "")?.[0] ?? NaN);

function ends(committed: Committed[], heard: Heard[]): boolean {
  const last = new Map(committed.map(({ id, step }) => [id, step]));
  return [...last].every(([id, step]) => {
    const steps = heard.filter((each) => each.id === id).map(stepOf);
    const isForward = steps.every((each, index) => index === 0 || each >= steps[index - 1]!);
    return isForward && steps.at(-1) === step;
  });
}

/** From the answer to the writer to the tool's having it, in milliseconds: median and 99th percentile. */
function delaysOf(committed: Committed[], heard: Heard[]): [number, number] {
  const times = new Map<string, number[]>();
  for (const { id, at } of heard) times.set(id, [...(times.get(id) ?? []), at]);
  const delays = committed
    .map(({ id, at }) => Math.max(0, (times.get(id)?.shift() ?? Infinity) - at))
    .sort((a, b) => a - b);
  const at = (share: number) => Math.round(delays[Math.floor((delays.length - 1) * share)] ?? 0);
  return [at(0.5), at(0.99)];
}

/** The officer ends the agreement; a contact changes; the tool asks once more, at both walls. */
async function afterTheAgreement(
  { as, answerTo, database }: Parts,
  contact: string,
  cursor: string | null,
): Promise<Check[]> {
  const { privacy, marketing, sync } = STORY_PEOPLE;
  const { rows } = await database.query<{ id: string }>(
    "select id from provider_agreements where service_provider_id = $1 and ended_at is null",
    [STORY_SERVICE_PROVIDER.id],
  );
  for (const { id } of rows)
    await as(privacy.viewer)(
      "mutation ($id: ID!) { providerAgreementEnd(input: { id: $id }) { agreement { endedAt } } }",
      { id },
    );
  const before = await count(database, "disclosures");
  await as(marketing.viewer)(
    "mutation ($input: ProspectUpdateInput!) { prospectUpdate(input: $input) { prospect { id } } }",
    { input: { id: contact, companyName: "After the agreement" } },
  );
  await until(async () => (await count(database, "outbox")) === 0);
  const { data, errors } = await answerTo(sync.viewer)(PULL, { after: cursor });
  const isRefused =
    !(data as { contactChanges: unknown } | null | undefined)?.contactChanges &&
    REFUSALS.includes(errors?.[0]?.extensions?.code ?? "");
  const behindTheDoor = await contactChanges(sync.viewer, 1_000, null);
  return [
    ["once the agreement has ended the next pull gets nothing", rows.length > 0 && isRefused],
    ["nor does it behind the door, from PostgreSQL itself", behindTheDoor.nodes.length === 0],
    ["and nothing was disclosed", (await count(database, "disclosures")) === before],
  ];
}

async function disclosed(database: Client, before: number) {
  const { rows } = await database.query<{ pulls: string; contacts: string }>(
    `select count(*) as pulls, coalesce(sum(contact_count), 0) as contacts
     from (select contact_count from disclosures order by id offset $1) d`,
    [before],
  );
  return { pulls: Number(rows[0]?.pulls), contacts: Number(rows[0]?.contacts) };
}

async function count(database: Client, table: "outbox" | "disclosures"): Promise<number> {
  const { rows } = await database.query<{ count: string }>(`select count(*) from ${table}`);
  return Number(rows[0]?.count);
}

async function until(isSo: () => Promise<boolean>, patienceMs = PATIENCE_MS): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error("It took too long.");
    await sleep(20);
  }
}
