// Who is still to be told that we hold their data is counted by a job, warned of while there is time, and a list for
// marketing; told in time a person stays, and the one whose time ran out is counted as missed.
import { startQueue } from "../../src/jobs/queue";
import { SCHEDULES } from "../../src/jobs/schedules";
import { startExpiry } from "../../src/lawfulness/expiry";
import { clockOf } from "../drills/lawfulness/clock";
import { type Api, openApi } from "../setup/api";
import { keptLog } from "../setup/kept-log";

const DAY_MS = 86_400_000;
const TASK = "count_due_to_be_informed";
/** One in eleven of the story's prospects. */
const STORY_MISSED = 30;

let api: Api;
let parts: { stop(): Promise<void> }[];
let clock: ReturnType<typeof clockOf>;
const { log, lines } = keptLog();
beforeAll(async () => {
  api = await openApi();
  clock = clockOf(api.database);
  parts = [await startQueue(api.config, log), startExpiry(log)];
});
afterAll(async () => {
  for (const part of parts) await part.stop();
  await api.close();
});

const marketing = async (query: string, variables = {}) => {
  const { data, errors } = await api.as("marketing")(query, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
};
type Counted = { dueWithinDays: number; dueSoon: number; missed: number; asOf: string };
const COUNTED = "{ prospectsDueToBeInformed { dueWithinDays dueSoon missed asOf } }";
const counted = async () => (await marketing(COUNTED)).prospectsDueToBeInformed as Counted | null;

const until = async (isSo: () => Promise<boolean>) => {
  for (let tries = 200; !(await isSo()); tries -= 1) {
    if (!tries) throw new Error("It does not come to be so.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** What the job of this night counts. */
async function night(): Promise<Counted> {
  const before = (await counted())?.asOf;
  await api.database.query("select graphile_worker.add_job($1)", [TASK]);
  await until(async () => (await counted())?.asOf !== before);
  return (await counted())!;
}

const create = async (name: string, more: object = {}) => {
  const input = {
    ...{ name, kind: "EVENT_PARTICIPANT", basis: "LEGITIMATE_INTERESTS", source: "A fair's list" },
    ...{ emailAddress: `${name}@due.example.com`, ...more },
  };
  const { prospectCreate } = await marketing(
    "mutation ($input: ProspectCreateInput!) { prospectCreate(input: $input) { prospect { id toBeInformedBy } userErrors { code } } }",
    { input },
  );
  return prospectCreate.prospect as { id: string; toBeInformedBy: string | null };
};
const dueBefore = async (days: number) => {
  const { prospects } = await marketing(
    "query ($before: DateTime!) { prospects(first: 100, filter: { toBeInformedBefore: $before }) { nodes { name toBeInformedBy } } }",
    { before: new Date(clock.now() + days * DAY_MS).toISOString() },
  );
  return (prospects.nodes as { name: string }[]).map(({ name }) => name).sort();
};
const warnings = () =>
  lines().flatMap(({ msg, dueSoon, dueWithinDays, missed }) =>
    msg?.startsWith("Prospects are to be told soon") ? [{ dueSoon, dueWithinDays, missed }] : [],
  );

test("a worker that starts has counted, and the story's people whom nobody told in time are missed", async () => {
  await until(async () => (await counted()) !== null);
  expect(await counted()).toMatchObject({ dueWithinDays: 7, dueSoon: 0, missed: STORY_MISSED });
  const { rowCount } = await api.database.query("select from prospects where informed_on is null");
  expect(rowCount).toBe(STORY_MISSED);
  expect(warnings()).toEqual([]);
  expect(SCHEDULES.filter(({ task }) => task === TASK)).toHaveLength(1);
});

test("from the listing to the last day: due, warned of, told, or missed", async () => {
  const soon = await create("soon");
  await create("late");
  await create("told", { informedOn: "2026-11-01" });
  expect(Date.parse(soon.toBeInformedBy!)).toBeGreaterThan(clock.now() + 29.9 * DAY_MS);
  expect((await create("informed", { informedOn: "2026-11-01" })).toBeInformedBy).toBeNull();

  await clock.pass(22 * DAY_MS);
  expect(await night()).toMatchObject({ dueSoon: 0, missed: STORY_MISSED });
  expect(warnings()).toEqual([]);
  expect(await dueBefore(7)).toEqual([]);
  expect(await dueBefore(9)).toEqual(["late", "soon"]);

  await clock.pass(2 * DAY_MS);
  expect(await night()).toMatchObject({ dueSoon: 2, missed: STORY_MISSED });
  expect(warnings()).toEqual([{ dueSoon: 2, dueWithinDays: 7, missed: STORY_MISSED }]);
  expect(await dueBefore(7)).toEqual(["late", "soon"]);

  const { prospectsInformed } = await marketing(
    `mutation ($id: ID!, $on: Date!) { prospectsInformed(input: { ids: [$id], informedOn: $on }) { informed } }`,
    { id: soon.id, on: new Date().toISOString().slice(0, 10) },
  );
  expect(prospectsInformed).toEqual({ informed: 1 });
  expect(await night()).toMatchObject({ dueSoon: 1, missed: STORY_MISSED });
  expect(await dueBefore(7)).toEqual(["late"]);

  await clock.pass(7 * DAY_MS);
  expect(await night()).toMatchObject({ dueSoon: 0, missed: STORY_MISSED + 1 });
  expect(await dueBefore(7)).toEqual([]);
  expect(warnings()).toHaveLength(2);
  const { prospects } = await marketing(
    '{ prospects(filter: { nameStartsWith: "soon" }) { nodes { toBeInformedBy informedOn } } }',
  );
  expect(prospects.nodes).toMatchObject([
    { toBeInformedBy: null, informedOn: expect.any(String) as string },
  ]);
});

test("who objects is not to be told by marketing any more, and is not due", async () => {
  const { id } = await create("objects");
  await clock.pass(25 * DAY_MS);
  expect(await night()).toMatchObject({ dueSoon: 1 });
  await api.as("privacy")(
    `mutation ($input: ObjectionRecordInput!) { objectionRecord(input: $input) { userErrors { code } } }`,
    {
      input: {
        ...{ kind: "PROSPECT", id, purpose: "MARKETING_AND_SALES" },
        evidence: { source: "Letter", wording: "No." },
      },
    },
  );
  expect(await night()).toMatchObject({ dueSoon: 0 });
});

test("the privacy officer sees the same counts, and nobody else does", async () => {
  const officer = await api.as("privacy")(COUNTED);
  expect(officer.data.prospectsDueToBeInformed).toEqual(await counted());
  for (const role of ["support", "operator", "administrator", "user", "dashboard"] as const) {
    const { errors } = await api.as(role)(COUNTED);
    expect(errors?.[0]?.message).toBe(
      'Cannot query field "prospectsDueToBeInformed" on type "Query".',
    );
  }
});

test("the job stores counts and a time, and sees nobody: its role reads no person who is to be told", async () => {
  const { rows } = await api.database.query(
    `select column_name || ' ' || udt_name as name from information_schema.columns
     where table_name = 'prospects_due_to_be_informed' order by ordinal_position`,
  );
  expect(rows.map(({ name }) => name as string)).toEqual([
    ...["is_only bool", "due_within_days int4", "due_soon int4", "missed int4"],
    "as_of timestamptz",
  ]);
  const may = await api.database.query(
    `select has_column_privilege('job_figures', 'prospects', 'informed_on', 'select') as "informedOn",
       has_any_column_privilege('job_figures', 'lawful_bases', 'select') as ledger,
       has_any_column_privilege('job_figures', 'prospects', 'update') as changes`,
  );
  expect(may.rows).toEqual([{ informedOn: false, ledger: false, changes: false }]);
});
