// One viewer's points over HTTP: what an answer says of them, and what happens when they are spent.
import { STORY_PEOPLE } from "../../seeds/story-people";
import { PUBLIC_VIEWER } from "../../src/viewer/viewer";
import { BLUEBELLS_ADMINISTRATOR } from "../platform-users/people";
import { type Api, openApi } from "../setup/api";

const POINTS_PER_SECOND = 200;

let api: Api;
beforeAll(async () => {
  api = await openApi({ change: (config) => ({ ...config, pointsPerSecond: POINTS_PER_SECOND }) });
});
afterAll(() => api.close());

const WIDE = "{ platformUsers(first: 95) { nodes { id activities(first: 40) { nodes { id } } } } }";
const WIDE_COST = 1 + 95 * (1 + 1 + 40);
const LIMIT = "{ rateLimit { limit cost remaining resetAt } }";

const post = (query: string, viewer = STORY_PEOPLE.support.viewer) =>
  fetch(`${api.address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${api.token(viewer)}` },
    body: JSON.stringify({ query }),
  });

test("everybody can ask for the own limit; people, machines and nobody have different ones", async () => {
  const limitOf = async (ask: ReturnType<Api["asViewer"]>) =>
    (await ask(LIMIT)).data.rateLimit.limit as number;
  expect(await limitOf(api.as("operator"))).toBe(12_000);
  expect(await limitOf(api.as("sync"))).toBe(120_000);
  expect(await limitOf(api.asViewer(PUBLIC_VIEWER))).toBe(5_000);
});

test("the answer says what it cost, its headers what is left", async () => {
  const response = await post("{ viewer { id } rateLimit { cost remaining } }");
  const { data, extensions } = (await response.json()) as {
    data: { rateLimit: { cost: number; remaining: number } };
    extensions: object;
  };
  expect(extensions).toEqual({ cost: { requested: 2, allowed: 5_000 } });
  expect(data.rateLimit.cost).toBe(2);
  expect(data.rateLimit.remaining).toBeLessThan(12_000);
  expect(response.headers.get("ratelimit-limit")).toBe("12000");
  expect(Number(response.headers.get("ratelimit-remaining"))).toBeGreaterThan(11_900);
  expect(Number(response.headers.get("ratelimit-reset"))).toBeLessThanOrEqual(1);
});

test("whose points are spent waits, and nobody else does", async () => {
  const { viewer } = STORY_PEOPLE.administrator;
  const statuses: number[] = [];
  for (let n = 0; n < 4; n += 1) statuses.push((await post(WIDE, viewer)).status);
  expect(statuses).toEqual([200, 200, 200, 429]);

  const refused = await post(WIDE, viewer);
  expect(refused.status).toBe(429);
  const { errors } = (await refused.json()) as { errors: unknown[] };
  expect(errors).toMatchObject([{ extensions: { code: "RATE_LIMITED" } }]);
  const seconds = Number(refused.headers.get("retry-after"));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(Math.ceil((4 * WIDE_COST - 12_000) / POINTS_PER_SECOND));
  expect((await post("{ viewer { id } }", viewer)).status).toBe(200);
  expect((await post(WIDE, BLUEBELLS_ADMINISTRATOR)).status).toBe(200);
});

test("whoever sends documents full of faults waits as well, before another is looked at", async () => {
  const { viewer } = STORY_PEOPLE.marketing;
  const faulty = `{ ${Array.from({ length: 900 }, (_, n) => `unknown${n}`).join(" ")} }`;
  const codes: string[] = [];
  while (codes.at(-1) !== "RATE_LIMITED" && codes.length < 10) {
    const { errors } = (await (await post(faulty, viewer)).json()) as {
      errors: { extensions: { code: string } }[];
    };
    codes.push(errors[0]!.extensions.code);
  }
  expect(new Set(codes.slice(0, 6))).toEqual(new Set(["GRAPHQL_VALIDATION_FAILED"]));
  expect(codes.at(-1)).toBe("RATE_LIMITED");
  const refused = await post("{ viewer { id } }", viewer);
  expect([refused.status, Number(refused.headers.get("retry-after")) > 0]).toEqual([429, true]);
  expect((await post("{ viewer { id } }", STORY_PEOPLE.privacy.viewer)).status).toBe(200);
});
