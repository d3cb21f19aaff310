// The line of a slow operation: where its time went and by which plans, and nothing of whom it was about.
import { genericPlan } from "../../src/database/generic-plan";
import { hashOf, planOf } from "../../src/seeing/plan-shape";
import { plansOfTexts } from "../../src/seeing/plans";
import { HARBOUR } from "../platform-users/people";
import { type Api, openApi } from "../setup/api";
import { keptLog } from "../setup/kept-log";
import { eventually } from "./exposition";

const { log, lines } = keptLog();
let api: Api;
beforeAll(async () => {
  api = await openApi({ log, change: (config) => ({ ...config, slowOperationMs: 0 }) });
});
afterAll(() => api.close());

type Line = {
  operation: string;
  milliseconds: Record<string, number>;
  slowestStatements: Record<string, unknown>[];
  [name: string]: unknown;
};
const slow = () => lines().filter(({ msg }) => msg === "Slow operation") as unknown as Line[];
const linesOf = (operation: string, count: number) =>
  eventually(
    async () => slow().filter((line) => line.operation === operation),
    (found) => found.length === count,
  );

const USER = `query SlowUser($id: ID!) { platformUser(id: $id) { name customer { name } } }`;

test("an operation that took long is one line, with its times, its statements and their plans", async () => {
  const { text } = await api.as("support")(USER, { id: HARBOUR.user.id });
  expect(text).toContain(HARBOUR.user.name);
  const [line] = await linesOf("SlowUser", 1);
  expect(line).toMatchObject({
    ...{ level: 40, process: "test", audience: "SUPPORT", lane: "executor", outcome: "OK" },
    ...{ requestId: expect.stringMatching(/^[0-9a-f-]{36}$/), roundTrips: 1 },
  });
  const { total, gates, validation, execution, waiting, database } = line!.milliseconds;
  expect(gates! + validation! + execution!).toBeCloseTo(total!, 1);
  expect(waiting! + database!).toBeLessThanOrEqual(execution!);
  expect(database).toBeGreaterThan(0);
  expect(line!.slowestStatements).toHaveLength(Number(line!.statements));
  for (const statement of line!.slowestStatements)
    expect(statement).toEqual({
      statement: expect.stringMatching(/^[0-9a-f]{12}$/),
      role: "audience_support",
      milliseconds: expect.any(Number),
      sharedBy: expect.any(Number),
      rows: expect.any(Number),
      plan: expect.stringMatching(/^[0-9a-f]{12}$/),
      shape: expect.stringContaining("platform_users"),
    });
});

test("it holds no name, no id of a person or customer, no address and no text of a statement", async () => {
  const address = "planted.person@planted.example.com";
  const find = `query Find($address: String!) { personSearch(emailAddress: $address) { id } }`;
  await api.as("privacy")(find, { address });
  await api.as("administrator")(
    `mutation Rename($input: PlatformUserUpdateInput!) {
      platformUserUpdate(input: $input) { platformUser { name } } }`,
    { input: { id: HARBOUR.user.id, name: "Planted Name" } },
  );
  await linesOf("Find", 1);
  await linesOf("Rename", 1);
  for (const line of slow()) {
    const { requestId, ...told } = line;
    expect(JSON.stringify(told)).not.toMatch(
      /lanted|@|[0-9a-f]{8}-[0-9a-f]{4}-|0199|select |insert into|\$1/,
    );
    expect(requestId).toBeDefined();
  }
});

test("from the second time the statements of one round trip are told apart", async () => {
  const query = `query Together($id: ID!) { platformUser(id: $id) { role customer { country } } }`;
  await api.as("support")(query, { id: HARBOUR.user.id });
  await linesOf("Together", 1);
  await api.as("support")(query, { id: HARBOUR.user.id });
  const [first, second] = await linesOf("Together", 2);
  const told = (line: Line | undefined, what: string) =>
    line?.slowestStatements.map((statement) => statement[what]);
  expect(told(first, "sharedBy")).toEqual([2, 2]);
  expect(told(second, "sharedBy")).toEqual([1, 1]);
  expect(told(second, "plan")?.sort()).toEqual(told(first, "plan")?.sort());
  const [one, other] = told(second, "milliseconds") as [number, number];
  expect(one + other).toBeLessThanOrEqual(second!.milliseconds.database!);
});

test("a plan is asked for once in ten minutes, and a text without one is none the worse", async () => {
  let asked = 0;
  const planOfText = plansOfTexts(async (_role, text) => {
    asked += 1;
    if (text === "broken") throw new Error("syntax error at «Marta Lindqvist»");
    return [{ Plan: { "Node Type": "Result" } }];
  });
  const ask = (text: string) => planOfText("audience_support", text);
  expect(await Promise.all([ask("one"), ask("broken"), ask("one"), ask("other")])).toEqual([
    ...[{ shape: "Result", hash: hashOf("Result") }, null],
    ...[
      { shape: "Result", hash: hashOf("Result") },
      { shape: "Result", hash: hashOf("Result") },
    ],
  ]);
  await ask("broken");
  expect(asked).toBe(3);
});

test("what a deadline or an error ends is told as failed, with no rows", async () => {
  await api.database.query("alter table figures rename column people to persons");
  await api.as("dashboard")("query Broken { figures { month people } }");
  await api.database.query("alter table figures rename column persons to people");
  const [line] = await linesOf("Broken", 1);
  expect(line).toMatchObject({ audience: "DASHBOARD", outcome: "INTERNAL" });
  expect(line!.slowestStatements).toMatchObject([{ rows: null }]);
});

test("a plan is what PostgreSQL would do, and nothing of it is done", async () => {
  const text = "insert into audit_entries (id, action) values ($1, $2)";
  const count = async () =>
    (await api.database.query("select count(*)::int as n from audit_entries")).rows;
  const before = await count();
  expect(planOf(await genericPlan("audience_support", text))?.shape).toBe(
    "ModifyTable Insert audit_entries (InitPlan 1: Result, Result)",
  );
  expect(await count()).toEqual(before);
  await expect(genericPlan("audience_support", "select from no_such_table")).rejects.toThrow();
});

test("literals of a plan are left out of its shape, and its hash is the same whatever they are", () => {
  const planWith = (word: string) =>
    planOf([
      {
        Plan: {
          ...{ "Node Type": "Index Scan", "Index Name": "users_by_name", "Relation Name": "users" },
          ...{ "Index Cond": `(name = '${word}'::text)`, Filter: `(age > 4711)`, Output: [word] },
          Plans: [{ "Node Type": "Result", "Subplan Name": "InitPlan 1 (returns $0)" }],
        },
      },
    ]);
  expect(planWith("Marta")).toEqual(planWith("Lindqvist"));
  expect(planWith("Marta")?.shape).toBe("Index Scan users users_by_name (InitPlan 1: Result)");
  expect(hashOf("select 1")).toHaveLength(12);
});
