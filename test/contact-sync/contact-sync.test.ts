// Whose cursor it is, and that what leaves and its traces are one transaction.
import { seedId } from "../../seeds/records";
import { STORY_PEOPLE } from "../../seeds/story-people";
import type { Viewer } from "../../src/viewer/viewer";
import { startWorker } from "../../src/worker";
import { type Api, type Ask, openApi } from "../setup/api";
import { clientLike } from "../setup/clients";
import { CHANGES, numbered, pullAll } from "./tool";

let api: Api;
let worker: { close(): Promise<void> };
let quillpost: Viewer;
let nextTool: Viewer;
beforeAll(async () => {
  api = await openApi();
  const { viewer } = STORY_PEOPLE.sync;
  const ofQuillpost = { serviceProviderId: seedId("provider", 2) };
  quillpost = await clientLike(api.database, viewer, ofQuillpost);
  nextTool = await clientLike(api.database, viewer);
  worker = await startWorker(api.config);
  await numbered(api.database);
});
afterAll(async () => {
  await worker.close();
  await api.close();
});

const tool = () => api.as("sync");
const ofQuillpost = () => api.asViewer(quillpost);
const newsletter = { "x-purpose": "NEWSLETTER" };
const refusal = [{ extensions: { code: "BAD_USER_INPUT", argumentName: "after" } }];

const cursorOf = async (ask: Ask, headers = {}): Promise<string> =>
  (await ask(CHANGES, { first: 5 }, headers)).data.contactChanges.pageInfo.endCursor;
const marketingCursor = async (): Promise<string> =>
  (await api.as("marketing")("{ prospects(first: 5) { pageInfo { endCursor } } }")).data.prospects
    .pageInfo.endCursor;
const altered = async (): Promise<string> => {
  const bytes = Buffer.from(await cursorOf(tool()), "base64url");
  bytes[bytes.length - 3]! ^= 1; // in the number
  return bytes.toString("base64url");
};

test.each([
  ["altered", altered],
  ["of another list", marketingCursor],
  ["of another provider's tool", () => cursorOf(ofQuillpost())],
  [
    "of a pull for the newsletter alone, which passed prospects by,",
    () => cursorOf(tool(), newsletter),
  ],
  ["that is empty", async () => ""],
])("a cursor %s is refused, and leaves no trace", async (_, take) => {
  const after = await take();
  const traces = async () =>
    (await api.database.query("select count(*) from disclosures")).rows[0] as object;
  const before = await traces();
  const { data, errors } = await tool()(CHANGES, { first: 5, after });
  expect(data).toEqual({ contactChanges: null });
  expect(errors).toMatchObject(refusal);
  expect(await traces()).toEqual(before);
});

test("a cursor goes on working for the provider's next tool, and for the same narrowed pull", async () => {
  const next = api.asViewer(nextTool);
  const whole = await pullAll(tool());
  const rest = await pullAll(next, await cursorOf(tool()));
  expect(rest.changes).toEqual(whole.changes.slice(5));
  const narrowed = await pullAll(tool(), null, { headers: newsletter });
  const after = await cursorOf(tool(), newsletter);
  const restOfIt = await pullAll(tool(), after, { headers: newsletter });
  expect(restOfIt.changes).toEqual(narrowed.changes.slice(5));
});

test("the Disclosure and the entries of a pull are of one transaction", async () => {
  await tool()(CHANGES, { first: 1_000 });
  const { rows } = await api.database.query<{ operation: string; transactions: string }>(
    `with latest as (select xmin::text as tx from disclosures order by id desc limit 1)
     select (select count(*)::int from disclosures d, latest where d.xmin::text = tx) as disclosures,
       (select array_agg(subject_kind::text order by subject_kind::text) from audit_entries e, latest
         where e.xmin::text = tx and operation = 'contactChanges') as kinds`,
  );
  expect(rows).toEqual([{ disclosures: 1, kinds: ["PROSPECT", "SUBSCRIBER"] }]);
});

test("a pull whose traces can't be written answers nothing of anybody", async () => {
  await api.database.query("revoke insert on disclosures from audience_contact_sync");
  await api.database.query(
    "revoke insert (id, service_provider_id, viewer_id, purposes, fields, first_change, last_change, contact_count) on disclosures from audience_contact_sync",
  );
  const { data, errors, text } = await tool()(CHANGES, { first: 10 });
  expect(data).toEqual({ contactChanges: null });
  expect(errors).toHaveLength(1);
  expect(text).not.toContain("@");
});
