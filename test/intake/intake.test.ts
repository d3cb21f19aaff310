// Our own tools write what happened: whole batches, safe to repeat, naming nobody whom they may not name.
import { peopleOf, STORY_CUSTOMERS, STORY_PEOPLE } from "../../seeds/story-people";
import type { Viewer } from "../../src/viewer/viewer";
import { type Api, openApi } from "../setup/api";
import { clientLike } from "../setup/clients";

let api: Api;
const tools = new Map<string, Viewer>();
beforeAll(async () => {
  api = await openApi();
  for (const source of ["WEBSITE", "EVENT_TOOL"])
    tools.set(source, await clientLike(api.database, STORY_PEOPLE.intake.viewer, { source }));
});
afterAll(() => api.close());

const [HARBOUR, BLUEBELL] = STORY_CUSTOMERS;
const AT = "2026-10-01T08:00:00.123456Z";
const ANSWER = "{ recorded refused { index code message } userErrors { code field } }";

const activities = (list: object[]) =>
  api.as("intake")(
    `mutation ($input: ActivityRecordInput!) { activityRecord(input: $input) ${ANSWER} }`,
    { input: { activities: list } },
  );
const interactions = (list: object[], source = "WEBSITE") =>
  api.asViewer(tools.get(source)!)(
    `mutation ($input: InteractionRecordInput!) { interactionRecord(input: $input) ${ANSWER} }`,
    { input: { interactions: list } },
  );

const activity = (sourceId: string, more: object = {}) => ({
  ...{ sourceId, customerId: HARBOUR.id, platformUserId: HARBOUR.user.id },
  ...{ kind: "CALL_REVIEWED", occurredAt: AT, ...more },
});
const interaction = (sourceId: string, more: object = {}) => ({
  ...{ sourceId, kind: "SITE", subject: "Pricing", occurredAt: AT, ...more },
});

const rows = async <T>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await api.database.query(text, values)).rows as T[];
const count = async (text: string, values: unknown[] = []) =>
  Number((await rows<{ count: string }>(`select count(*) from ${text}`, values))[0]!.count);
const writes = () => count("audit_entries where action = 'WRITE'");
const kept = (sourceId: string) =>
  rows<{ prospect_id: string | null; subject: string | null; consent_evidence: string | null }>(
    "select prospect_id, subject, consent_evidence, source from interactions where source_id = $1",
    [sourceId],
  );
/** The address of somebody who may be marketed to, and of somebody who objected. */
const addressOf = async (condition: string) =>
  (
    await rows<{ id: string; email_address: string }>(
      `select id, email_address from prospects where ${condition} order by id limit 1`,
    )
  )[0]!;

test("a batch of 500 is taken in once, however often it is sent, and leaves one entry a time", async () => {
  const batch = Array.from({ length: 500 }, (_, n) => activity(`batch-${n}`));
  const [before, entries] = [await count("activities"), await writes()];
  const first = await activities(batch);
  expect(first.data.activityRecord).toEqual({ recorded: 500, refused: [], userErrors: [] });
  expect((await activities(batch)).text).toBe(first.text);
  expect((await activities([...batch].reverse())).text).toBe(first.text);
  expect(await count("activities")).toBe(before + 500);
  expect(await writes()).toBe(entries + 3);
  const [entry] = await rows(
    "select * from audit_entries where operation = 'activityRecord' order by id desc limit 1",
  );
  expect(entry).toMatchObject({
    ...{ action: "WRITE", audience: "INTAKE", purpose: "SERVICE_PERFORMANCE" },
    ...{ subject_kind: "ACTIVITY", subject_ids: [HARBOUR.user.id], row_count: 500 },
  });
});

test("two who send the same batch at once keep it once", async () => {
  const batch = Array.from({ length: 100 }, (_, n) => activity(`twice-${n}`));
  const answers = await Promise.all([activities(batch), activities([...batch].reverse())]);
  for (const { data } of answers) expect(data.activityRecord.recorded).toBe(100);
  expect(await count("activities where source_id like 'twice-%'")).toBe(100);
});

test.each([0, 501])("a batch of %i is refused whole, and leaves nothing", async (length) => {
  const entries = await writes();
  const list = Array.from({ length }, (_, n) => activity(`large-${n}`));
  const { data } = await activities(list);
  expect(data.activityRecord).toEqual({
    ...{ recorded: 0, refused: [] },
    userErrors: [{ code: "TOO_LONG", field: "activities" }],
  });
  const others = await interactions(list.map((_, n) => interaction(`large-${n}`)));
  expect(others.data.interactionRecord.userErrors[0].field).toBe("interactions");
  expect(await writes()).toBe(entries);
  expect(await count("activities where source_id like 'large-%'")).toBe(0);
});

test("users whom the customer doesn't have are refused by their place; the others are in", async () => {
  const nobody = "01990000-0000-7000-8000-ffffffffffff";
  const { data } = await activities([
    activity("known-1"),
    activity("unknown-1", { platformUserId: nobody }),
    activity("unknown-2", { platformUserId: BLUEBELL.user.id }),
    activity("unknown-3", { platformUserId: "no uuid" }),
    activity("unknown-4", { customerId: nobody }),
    activity("unknown-5", { customerId: BLUEBELL.id }),
    activity("known-2", { platformUserId: HARBOUR.user.id.toUpperCase() }),
    activity("known-3", { customerId: BLUEBELL.id, platformUserId: BLUEBELL.user.id }),
  ]);
  const { recorded, refused } = data.activityRecord;
  expect(recorded).toBe(3);
  expect(refused.map((r: { index: number }) => r.index)).toEqual([1, 2, 3, 4, 5]);
  expect(new Set(refused.map((r: { code: string }) => r.code))).toEqual(new Set(["NOT_FOUND"]));
  expect(new Set(refused.map((r: { message: string }) => r.message)).size).toBe(1);
  expect(await count("activities where source_id like 'unknown-%'")).toBe(0);
  expect(await count("activities where source_id like 'known-%'")).toBe(3);
});

test("a batch of nobody leaves no entry", async () => {
  const entries = await writes();
  const { data } = await activities([activity("lonely", { platformUserId: BLUEBELL.user.id })]);
  expect(data.activityRecord.recorded).toBe(0);
  expect(await writes()).toBe(entries);
});

test.each([
  ["no sourceId", { sourceId: " " }, "REQUIRED"],
  ["a long sourceId", { sourceId: "x".repeat(201) }, "TOO_LONG"],
  ["a sourceId with a zero byte", { sourceId: "a\u0000b" }, "INVALID"],
  ["a time that lies ahead", { occurredAt: "2100-01-01T00:00:00Z" }, "INVALID"],
  ["a time before computers", { occurredAt: "1969-12-31T23:59:59Z" }, "INVALID"],
])("%s refuses the record and not the batch", async (_, wrong, code) => {
  for (const { data } of [
    await activities([activity("beside"), activity("wrong", wrong)]),
    await interactions([interaction("beside"), interaction("wrong", wrong)]),
  ]) {
    const { recorded, refused } = data.activityRecord ?? data.interactionRecord;
    expect(recorded).toBe(1);
    expect(refused).toMatchObject([{ index: 1, code }]);
  }
});

test.each([
  ["a long subject", { subject: "x".repeat(301) }, "TOO_LONG"],
  ["long evidence", { consentEvidence: "x".repeat(501) }, "TOO_LONG"],
  ["a subject with a zero byte", { subject: "Pri\u0000cing" }, "INVALID"],
  ["evidence with a zero byte", { consentEvidence: "ban\u0000ner" }, "INVALID"],
])("%s refuses the interaction and not the batch", async (_, wrong, code) => {
  const { data } = await interactions([interaction("wrong", wrong), interaction("beside")]);
  expect(data.interactionRecord).toMatchObject({ recorded: 1, refused: [{ index: 0, code }] });
});

test("blanks around texts don't count", async () => {
  const blanks = " ".repeat(300);
  const longest = { sourceId: `  ${"s".repeat(200)}  `, subject: `${"x".repeat(300)}${blanks}` };
  const { data } = await interactions([interaction("", longest)]);
  expect(data.interactionRecord).toMatchObject({ recorded: 1, refused: [] });
  expect(await count("interactions where source_id = $1", ["s".repeat(200)])).toBe(1);
  const other = await activities([activity(longest.sourceId)]);
  expect(other.data.activityRecord).toMatchObject({ recorded: 1, refused: [] });
});

test.each(["SITE", "AD"])("%s names somebody only with the person's agreement", async (kind) => {
  const { id, email_address: emailAddress } = await addressOf("purposes & 8 <> 0");
  const consentEvidence = "consent-banner 7";
  await interactions([
    interaction(`${kind}-silent`, { kind, emailAddress }),
    interaction(`${kind}-blank`, { kind, emailAddress, consentEvidence: "  " }),
    interaction(`${kind}-agreed`, { kind, emailAddress, consentEvidence }),
  ]);
  const nobody = { prospect_id: null, subject: null, consent_evidence: null };
  expect(await kept(`${kind}-silent`)).toMatchObject([nobody]);
  expect(await kept(`${kind}-blank`)).toMatchObject([nobody]);
  expect(await kept(`${kind}-agreed`)).toMatchObject([
    { prospect_id: id, subject: "Pricing", consent_evidence: consentEvidence },
  ]);
});

test("who objected is counted and not named", async () => {
  const { email_address: emailAddress } = await addressOf("purposes & 8 = 0");
  await interactions([interaction("objected", { kind: "EVENT", emailAddress })]);
  expect(await kept("objected")).toMatchObject([{ prospect_id: null, subject: null }]);
});

test("known, unknown, closed and malformed addresses answer alike, and are kept nowhere", async () => {
  const known = await addressOf("purposes & 8 <> 0");
  const closed = await addressOf("purposes & 8 = 0");
  const answers = [];
  const addresses = [
    known.email_address.toUpperCase(),
    closed.email_address,
    "stranger@nowhere.example.com",
    "no address",
    null,
  ];
  for (const [n, emailAddress] of addresses.entries())
    answers.push(await interactions([interaction(`alike-${n}`, { kind: "EMAIL", emailAddress })]));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(answers[0]!.data.interactionRecord.recorded).toBe(1);
  expect((await kept("alike-0"))[0]!.prospect_id).toBe(known.id);
  expect(await count("interactions i where i::text like '%stranger%'")).toBe(0);
  expect(
    await count("audit_entries where operation = 'interactionRecord' and subject_ids <> '{}'"),
  ).toBe(0);
});

test("what two sources call alike are two; a source writes under its own name", async () => {
  await interactions([interaction("shared")], "WEBSITE");
  await interactions([interaction("shared")], "EVENT_TOOL");
  await interactions([interaction("shared")], "EVENT_TOOL");
  const sources = await rows<{ source: string }>(
    "select source from interactions where source_id = 'shared' order by 1",
  );
  expect(sources.map(({ source }) => source)).toEqual(["EVENT_TOOL", "WEBSITE"]);
});

test("intake reads nothing back, and nobody else who changes anything takes in", async () => {
  const { data } = await api.as("intake")("{ __schema { queryType { fields { name } } } }");
  const readable = data.__schema.queryType.fields.map((field: { name: string }) => field.name);
  expect(readable.sort()).toEqual(["rateLimit", "viewer"]);
  const others = [
    ...(["support", "marketing", "operator"] as const).map((role) => api.as(role)),
    api.asViewer(peopleOf(HARBOUR).administrator.viewer),
  ];
  for (const ask of others) {
    const { errors } = await ask(
      `mutation { activityRecord(input: { activities: [] }) ${ANSWER} }`,
    );
    expect(errors?.[0]?.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
  }
});
