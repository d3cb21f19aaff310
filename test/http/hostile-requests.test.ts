// Hostile requests over HTTP: each is refused before it runs, with a stable code, and sends no SQL but the viewer's state
// and the entry of a denial. How long they take is the drill's concern (`npm run drill -- requests`).
import { type StoryRole, STORY_PEOPLE } from "../../seeds/story-people";
import { type Api, openApi } from "../setup/api";
import {
  CONTENT_TYPES,
  FORGERY,
  type HostileCase,
  INJECTIONS,
  MANY_AT_ONCE,
  MISSPELT,
  PAGES,
} from "./hostile-cases";
import { sendHostile } from "./send-hostile";
import { type Statements, watchStatements } from "./statements";

const GRAPHQL_TYPE = "application/graphql-response+json";
const DOCUMENT_CODES = ["GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT"];

let statements: Statements;
let api: Api;
beforeAll(async () => {
  statements = watchStatements();
  api = await openApi();
});
afterAll(async () => {
  await api.close();
  statements.stop();
});

const tokenOf = (as: StoryRole | null): Record<string, string> =>
  as === null ? {} : { authorization: `Bearer ${api.token(STORY_PEOPLE[as].viewer)}` };

async function refuses(one: HostileCase): Promise<void> {
  statements.sent();
  statements.denials();
  const asGraphql = await sendHostile(api.address, one, {
    ...tokenOf(one.as),
    accept: GRAPHQL_TYPE,
  });
  expect([asGraphql.status, asGraphql.code]).toEqual([one.status, one.code]);
  const asJson = await sendHostile(api.address, one, tokenOf(one.as));
  const isDocument = one.status === 400 && DOCUMENT_CODES.includes(one.code);
  expect([asJson.status, asJson.code]).toEqual([isDocument ? 200 : one.status, one.code]);
  expect(statements.sent()).toEqual([]);
  expect(statements.denials()).toBe(one.isDenial ? 2 : 0);

  for (const { text, headers } of [asGraphql, asJson]) {
    if (one.says) expect(text).toContain(one.says);
    expect(text).not.toMatch(/did you mean|call stack|"INTERNAL"|"data":/i);
    expect(headers.get("cache-control")).toBe("no-store");
  }
}

const named = (cases: HostileCase[]) => cases.map((each) => [each.name, each] as const);

describe("too much at once", () => {
  test.each(named(MANY_AT_ONCE))("%s", (_name, one) => refuses(one));
});
describe("pages and arguments", () => {
  test.each(named(PAGES))("%s", (_name, one) => refuses(one));
});
describe("content types", () => {
  test.each(named(CONTENT_TYPES))("%s", (_name, one) => refuses(one));
});
describe("what is misspelt, or another's", () => {
  test.each(named(MISSPELT))("%s", (_name, one) => refuses(one));
});
describe("forgery", () => {
  test.each(named(FORGERY))("%s", (_name, one) => refuses(one));
});
describe("what is no value of its type", () => {
  test.each(named(INJECTIONS))("%s", (_name, one) => refuses(one));
});

test("an ordinary query is seen to send SQL, and one of its words is taken to the letter", async () => {
  const query = "query ($f: PlatformUserFilter) { platformUsers(filter: $f) { totalCount } }";
  const odd = ["%", "_", "\\", "\u0000", "' or true --", "a & b | !c:*", "x".repeat(50_000)];
  for (const nameStartsWith of odd) {
    statements.sent();
    const { status, data } = await api.as("administrator")(query, { f: { nameStartsWith } });
    expect([status, data]).toEqual([200, { platformUsers: { totalCount: 0 } }]);
    expect(statements.sent().length).toBeGreaterThan(0);
  }
});

test("what can't be an id is not found, like an id that nobody has", async () => {
  const find = "query ($id: ID!) { platformUser(id: $id) { id } node(id: $id) { id } }";
  for (const id of ["", "x", "\u0000", "9".repeat(400), "{}", "' or true --"]) {
    const { status, data } = await api.as("administrator")(find, { id });
    expect([status, data]).toEqual([200, { platformUser: null, node: null }]);
  }
});

test("a fault of ours is masked, with the reference of its request", async () => {
  await api.database.query("alter table platform_users rename column name to renamed");
  const { text, errors } = await api.as("administrator")("{ platformUsers { nodes { name } } }");
  await api.database.query("alter table platform_users rename column renamed to name");
  const reference = expect.stringMatching(/^[0-9a-f-]{36}$/) as string;
  expect(errors).toMatchObject([{ extensions: { code: "INTERNAL", reference } }]);
  expect(text).not.toMatch(/platform_users|column|42703| at /);
});

test("nothing of it changed a user", async () => {
  const { rows } = await api.database.query(
    "select count(*)::int as changes from audit_entries where action = 'WRITE'",
  );
  expect(rows).toEqual([{ changes: 0 }]);
});
