// What an operator's Prometheus reads of real requests: by name, audience, lane and outcome, and never of a person.
import { channel } from "node:diagnostics_channel";
import { request } from "node:http";
import { STORY_STAFF } from "../../seeds/story-people";
import { TRIPS, WAITS } from "../../src/database/trips";
import { REFUSALS } from "../../src/http/failures";
import { JOBS } from "../../src/jobs/told";
import { operationNames } from "../../src/seeing/operation-names";
import { OPERATIONS } from "../../src/viewer/course";
import { PUBLIC_VIEWER } from "../../src/viewer/viewer";
import { HARBOUR } from "../platform-users/people";
import { type Api, openApi } from "../setup/api";
import { scrape } from "./exposition";

let api: Api;
beforeAll(async () => {
  api = await openApi({
    change: (config) => ({ ...config, metricsPort: 0, pointsPerSecond: 10_000_000 }),
  });
});
afterAll(() => api.close());

const exposition = () => scrape(api.metricsAddress);
const TOTAL = "back_office_operations_total";
const USER = `query UserById($id: ID!) { platformUser(id: $id) { name customer { name } } }`;
const times = async (n: number, work: () => Promise<unknown>) => {
  for (let done = 0; done < n; done += 1) await work();
};

test("operations are counted by name, audience, lane and outcome, from the fifth time under their names", async () => {
  await times(6, () => api.as("support")(USER, { id: HARBOUR.user.id }));
  await times(5, () => api.as("administrator")("query Mine { viewer { audience } }"));
  await api.as("support")("{ viewer { audience } }");
  const { valueOf } = await exposition();
  const ofUsers = { audience: "SUPPORT", operation: "UserById", outcome: "OK" };
  expect(valueOf(TOTAL, { ...ofUsers, lane: "compiled" })).toBe(2);
  expect(valueOf(TOTAL, { operation: "other", audience: "SUPPORT", lane: "executor" })).toBe(2);
  expect(valueOf(TOTAL, { operation: "other", audience: "SUPPORT", lane: "compiled" })).toBe(2);
  expect(valueOf(TOTAL, { operation: "Mine", audience: "ACCOUNT_ADMINISTRATOR" })).toBe(1);
  expect(valueOf(TOTAL, { operation: "unnamed", audience: "SUPPORT" })).toBe(1);
  const duration = "back_office_operation_duration_seconds";
  expect(valueOf(`${duration}_count`, ofUsers)).toBe(2);
  expect(valueOf(`${duration}_sum`, ofUsers)).toBeGreaterThan(0.0002);
  expect(valueOf(`${duration}_bucket`, { ...ofUsers, le: "+Inf" })).toBe(2);
});

test("what is refused or fails is counted by its code, before or after it is known what it is", async () => {
  const post = (headers: Record<string, string>, body: string) =>
    fetch(`${api.address}/graphql`, { method: "POST", headers, body });
  await post({ "content-type": "text/plain" }, "{}");
  await post({ "content-type": "application/json", authorization: "Bearer x.y.z" }, "{}");
  await api.as("support")("query Misspelt { viewr { audience } }");
  await api.as("marketing")('query Cursor { prospects(after: "no cursor") { nodes { id } } }');
  const { valueOf } = await exposition();
  const unknown = { operation: "unknown", lane: "none" };
  expect(valueOf(TOTAL, { ...unknown, outcome: "UNSUPPORTED_MEDIA_TYPE" })).toBe(1);
  expect(valueOf(TOTAL, { ...unknown, audience: "unknown", outcome: "UNAUTHENTICATED" })).toBe(1);
  const invalid = { outcome: "GRAPHQL_VALIDATION_FAILED", audience: "SUPPORT" };
  expect(valueOf(TOTAL, { ...unknown, ...invalid })).toBe(1);
  expect(
    valueOf(TOTAL, { audience: "MARKETING", lane: "executor", outcome: "BAD_USER_INPUT" }),
  ).toBe(1);
  expect(valueOf("back_office_refusals_total", { code: "UNAUTHENTICATED" })).toBe(1);
  expect(valueOf("back_office_refusals_total", { code: "UNSUPPORTED_MEDIA_TYPE" })).toBe(1);
});

test("round trips are counted by login and role, with their statements, and connections by login", async () => {
  const before = await exposition();
  const role = { login: "login_staff", role: "audience_support" };
  const trips = "back_office_round_trip_duration_seconds_count";
  const statements = "back_office_statements_total";
  await api.as("support")("{ customers(first: 2) { nodes { id } } }");
  const { valueOf } = await exposition();
  expect(valueOf(trips, role) - before.valueOf(trips, role)).toBe(1);
  expect(valueOf(statements, role) - before.valueOf(statements, role)).toBe(1);
  expect(valueOf("back_office_connections", { login: "login_staff", state: "max" })).toBe(16);
  expect(valueOf("back_office_connections", { login: "login_staff", state: "waiting" })).toBe(0);
  expect(valueOf("process_resident_memory_bytes")).toBeGreaterThan(1e6);
  expect(valueOf("nodejs_eventloop_lag_p99_seconds")).toBeGreaterThan(0);
});

test("no person, customer, id or address is in all that is told", async () => {
  const [customer] = (await api.as("operator")("{ customers(first: 1) { nodes { id name } } }"))
    .data.customers.nodes;
  const address = "planted.person@planted.example.com";
  const prospect = {
    name: "Planted Person",
    companyName: "Planted Company",
    emailAddress: address,
  };
  const bring = `mutation Planted($input: ProspectCreateInput!) {
    prospectCreate(input: $input) { prospect { id } userErrors { code message } } }`;
  const input = { ...prospect, kind: "PARTNER", basis: "LEGITIMATE_INTERESTS" };
  const { data } = await api.as("marketing")(bring, { input: { ...input, source: "S" } });
  expect(data.prospectCreate.prospect.id).toBeDefined();
  await times(5, () => api.as("marketing")(bring, { input: { ...input, source: "S" } }));
  await times(6, () => api.as("privacy")(`{ personSearch(emailAddress: "${address}") { id } }`));
  await times(6, () => api.as("support")(USER, { id: HARBOUR.user.id }));
  await times(6, () => api.as("support")("query Person01990000 { viewer { audience } }"));
  const { text, labelsOf } = await exposition();
  const words = ["lanted.person", "lanted Person", "lanted Company"];
  for (const word of [...words, customer.name, HARBOUR.user.name, STORY_STAFF[0].name])
    expect(text).not.toContain(word);
  expect(text).not.toMatch(/@|[0-9a-f]{8}-[0-9a-f]{4}|01990000|127\.0\.0|localhost/);
  expect(labelsOf(TOTAL, "operation")).toContain("Planted");
});

const letters = (n: number) =>
  [...String(n)].map((digit) => String.fromCharCode(97 + Number(digit))).join("");

test("nobody in particular has twenty names at the most, however many are thought up", async () => {
  for (let n = 0; n < 25; n += 1)
    await times(5, () => api.asViewer(PUBLIC_VIEWER)(`query Public_${letters(n)} { __typename }`));
  const { labelsOf, valueOf } = await exposition();
  const names = labelsOf(TOTAL, "operation");
  expect(names.filter((name) => name.startsWith("Public_"))).toHaveLength(20);
  expect(valueOf(TOTAL, { audience: "PUBLIC", operation: "other", lane: "compiled" })).toBe(
    20 * 2 + 5 * 3,
  );
}, 60_000);

test("of all names two hundred are told apart, and none that may hold somebody's number", () => {
  const nameOf = operationNames();
  const asked = (audience: string, name: string) => {
    for (let n = 0; n < 4; n += 1) nameOf(audience, name);
    return nameOf(audience, name);
  };
  const names = Array.from({ length: 5_000 }, (_, n) => asked("SUPPORT", `Asks_${letters(n)}`));
  expect(new Set(names).size).toBe(201);
  expect(names[0]).toBe("Asks_a");
  expect(names.at(-1)).toBe("other");
  expect(asked("SUPPORT", "Asks_a")).toBe("Asks_a");
  const fresh = operationNames();
  expect([fresh("SUPPORT", null), fresh("SUPPORT", undefined)]).toEqual(["unnamed", "unknown"]);
  for (const name of ["User4711", `A${"b".repeat(61)}`, "Zoë", "a b", 'a"b'])
    for (let n = 0; n < 9; n += 1) expect(fresh("SUPPORT", name)).toBe("other");
});

test("there is one address, and it is only read", async () => {
  const port = new URL(api.metricsAddress!).port;
  const statusOf = (path: string, method = "GET") =>
    new Promise<number | undefined>((resolve, reject) => {
      request({ port, path, method }, (incoming) => resolve(incoming.resume().statusCode))
        .on("error", reject)
        .end();
    });
  expect(await statusOf("/metrics")).toBe(200);
  expect(await statusOf("/")).toBe(404);
  expect(await statusOf("/graphql")).toBe(404);
  expect(await statusOf("/metrics", "POST")).toBe(404);
  expect((await fetch(`${api.address}/metrics`)).status).toBe(404);
});

test("by default nothing is told, and nobody listens", async () => {
  await api.close();
  const plain = await openApi();
  try {
    expect(plain.metricsAddress).toBeNull();
    for (const name of [OPERATIONS, TRIPS, WAITS, REFUSALS, JOBS])
      expect([name, channel(name).hasSubscribers]).toEqual([name, false]);
  } finally {
    await plain.close();
  }
  api = await openApi();
});
