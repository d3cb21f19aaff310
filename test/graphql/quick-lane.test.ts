// Two lanes, one answer: what runs compiled reads, byte for byte, as what the executor says.
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import fc from "fast-check";
import { getIntrospectionQuery, parse } from "graphql";
import { STORY_PEOPLE, type StoryRole } from "../../seeds/story-people";
import { mergeFragments } from "../../src/access/fragment";
import { audienceSchema } from "../../src/graphql/audience-schema";
import { accessFragments, buildFullSchema } from "../../src/graphql/features";
import { COMPILED_ANSWERS, quickLane } from "../../src/graphql/quick-lane";
import { type Statements, watchStatements } from "../http/statements";
import { type Answer, type Api, openApi } from "../setup/api";
import { everyQuery } from "../walls/every-query";
import { randomOperation } from "./random-operation";

let statements: Statements;
let api: Api;
let compiled = 0;
let withErrors = 0;
const count = (message: unknown) => {
  compiled += 1;
  if ((message as { hasErrors: boolean }).hasErrors) withErrors += 1;
};

beforeAll(async () => {
  statements = watchStatements();
  subscribe(COMPILED_ANSWERS, count);
  api = await openApi({ change: (config) => ({ ...config, pointsPerSecond: 10_000_000 }) });
});
afterAll(async () => {
  await api.close();
  unsubscribe(COMPILED_ANSWERS, count);
  statements.stop();
});

const ROLES = Object.keys(STORY_PEOPLE) as StoryRole[];
const full = buildFullSchema();
const access = mergeFragments(accessFragments, full);
const schemaOf = (role: StoryRole) =>
  audienceSchema(full, access, STORY_PEOPLE[role].viewer.audience);

/** Another one each time: what is left to spend, what was entered by asking, links that are made for the moment. */
const EACH_TIME_ANEW = new Set([
  ...["Query.rateLimit", "Query.auditEntries", "Export.downloadUrl"],
  ...["Import.downloadUrl", "Import.errorsUrl"],
]);

/** The reference of a masked fault is the request's own. */
const comparable = ({ status, text }: Answer) =>
  `${status} ${text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}(?=[^"]*log)/g, "reference")}`;

/** Statements without those that ask every few seconds whether somebody may still act: the question, and entering for it. */
const ofReading = (texts: readonly string[]) =>
  texts.filter((text) => !text.includes('as "isAllowed"') && !text.startsWith(ENTERING));
const ENTERING = "select where num_nulls(set_config('role'";

/** Asked three times: by the executor, by the executor while it is compiled, and compiled. */
async function inBothLanes(role: StoryRole, query: string, variables: object = {}) {
  const ask = async (asked: string, given: object) => {
    const answer = await api.as(role)(asked, given);
    // an operation that fails as a whole answers before what it was still reading is there
    if (answer.data === null) await new Promise((resolve) => setTimeout(resolve, 50));
    return answer;
  };
  const slow = await ask(query, variables);
  statements.sent();
  await ask(query, variables);
  const read = ofReading(statements.sent());
  const quick = await ask(query, variables);
  const again = ofReading(statements.sent());
  return { slow, quick, isReadOnce: read.length === again.length };
}

test("every query of every audience, asked as widely as it can be", async () => {
  const different: string[] = [];
  let asked = 0;
  for (const role of ROLES) {
    const ids = ["01990000-0000-7000-8000-c05700000002", STORY_PEOPLE.user.viewer.id ?? ""];
    const sizes = { first: 5, below: 2 };
    for (const query of everyQuery(schemaOf(role), { ids, addresses: ["a@example.com"] }, sizes)) {
      if (/\b(rateLimit|auditEntries|downloadUrl|errorsUrl)\b/.test(query)) continue;
      const { slow, quick, isReadOnce } = await inBothLanes(role, query);
      asked += 1;
      if (comparable(slow) !== comparable(quick) || !isReadOnce) different.push(`${role} ${query}`);
    }
  }
  expect({ different }).toEqual({ different: [] });
  expect(asked).toBeGreaterThan(40);
  expect(compiled).toBeGreaterThan(0.9 * asked);
}, 120_000);

test("operations drawn at random, with fragments, aliases, variables, nulls and denials", async () => {
  compiled = 0;
  withErrors = 0;
  const different: string[] = [];
  let asked = 0;
  for (const role of ROLES) {
    const schema = schemaOf(role);
    const ids = ROLES.map((each) => STORY_PEOPLE[each].viewer.id ?? "");
    const operation = randomOperation(schema, {
      ids: [...ids, "01990000-0000-7000-8000-c05700000002"],
      skipped: EACH_TIME_ANEW,
    });
    for (const { query, variables } of fc.sample(operation, { numRuns: 40, seed: 11 })) {
      const { slow, quick, isReadOnce } = await inBothLanes(role, query, variables);
      asked += 1;
      if (comparable(slow) !== comparable(quick) || !isReadOnce)
        different.push(
          `${role} ${query} ${JSON.stringify(variables)}\n${slow.text}\n${quick.text}`,
        );
    }
  }
  expect({ different }).toEqual({ different: [] });
  expect({ asked, compiled: compiled > 100, withErrors: withErrors > 5 }).toEqual({
    ...{ asked: 40 * ROLES.length, compiled: true, withErrors: true },
  });
}, 240_000);

test("the cache of compiled operations holds so many, and forgets the one that was longest unused", async () => {
  const lane = quickLane(schemaOf("support"), 2);
  const hooks = await lane.learn.requestDidStart?.({} as never);
  const learn = async (query: string) => {
    const document = parse(query);
    const operation = document.definitions[0];
    await hooks?.responseForOperation?.({ document, operation, request: { query } } as never);
  };
  const isCompiled = async (query: string) => {
    const context = {
      viewer: {},
      answered: new Map(),
      budget: { spend: () => undefined },
      turn: { take: () => undefined },
    };
    return (await lane.answer(context as never, { query })) !== null;
  };
  const [one, two, three] = ["{ __typename }", "{ a: __typename }", "{ b: __typename }"] as const;
  for (const query of [one, one, two, two]) await learn(query);
  expect([await isCompiled(two), await isCompiled(one)]).toEqual([true, true]);
  for (const query of [three, three]) await learn(query);
  expect(lane.size).toBe(2);
  expect([await isCompiled(one), await isCompiled(two), await isCompiled(three)]).toEqual([
    ...[true, false, true],
  ]);
});

test("an operation too large to be compiled quickly is left to the executor", async () => {
  const before = compiled;
  const fragment = `fragment F on PlatformUser { ${"id name role state ".repeat(1)} customer { id } }`;
  const query = `{ ${Array.from({ length: 14 }, (_, n) => `a${n}: platformUsers(first: 1) { nodes { ${"...F ".repeat(4)} } }`).join(" ")} } ${fragment}`;
  const ask = api.as("support");
  for (let n = 0; n < 3; n += 1) expect((await ask(query)).errors).toBeUndefined();
  expect(compiled).toBe(before);
});

test("what the executor refuses for its form is refused after a query was compiled too", async () => {
  const ask = async (body: object) => {
    const response = await fetch(`${api.address}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${api.token(STORY_PEOPLE.support.viewer)}`,
      },
      body: JSON.stringify(body),
    });
    return (await response.json()) as { data?: object; errors?: { message: string }[] };
  };
  const query = "query A { viewer { audience } }";
  for (let n = 0; n < 3; n += 1) expect((await ask({ query })).data).toBeDefined();
  for (let n = 0; n < 3; n += 1)
    expect((await ask({ query, operationName: "A" })).data).toBeDefined();
  for (const odd of [{ operationName: "" }, { operationName: "B" }, { query: `+A\0${query}` }])
    expect(await ask({ query, ...odd })).toMatchObject({ errors: [expect.anything()] });
});

test("the schema itself is told alike", async () => {
  const { slow, quick } = await inBothLanes("support", getIntrospectionQuery());
  expect(slow.errors).toBeUndefined();
  expect(quick.text).toBe(slow.text);
});
