// GraphiQL's examples don't rot: each is one that its audience may ask, and is answered in the story world as it stands.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, getOperationAST, parse, validate } from "graphql";
import type { StoryRole } from "../../seeds/story-people";
import { EXAMPLES } from "../../src/console/graphiql/examples/examples";
import { PROJECT_ROOT } from "../../src/project-root";
import { openApi, type Api } from "../setup/api";

const ASKED_BY = {
  SUPPORT: "support",
  MARKETING: "marketing",
  PRIVACY_OFFICER: "privacy",
  OPERATOR: "operator",
  ACCOUNT_ADMINISTRATOR: "administrator",
  PLATFORM_USER: "user",
} as const satisfies Record<keyof typeof EXAMPLES, StoryRole>;

/** Of a world that has just been made: nobody signed in, invited anybody, was looked at, or left work to do. */
const MAY_BE_EMPTY = new Set([
  "Where I am signed in",
  "Who looked at a person, and what for",
  "Who looked at our people's data, and what for",
  "Who looked at my data, and by which rule",
  "Whom we invited",
  "Invitations to our own people",
  "What the worker does, or could not do",
]);

const audiences = Object.keys(EXAMPLES) as (keyof typeof EXAMPLES)[];

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api?.close());

describe.each(audiences)("%s", (audience) => {
  test("has five to eight examples, each with a title and a name of its own", async () => {
    const examples = await EXAMPLES[audience]();
    const names = examples.map(({ query }) => getOperationAST(parse(query))!.name!.value);
    const titles = examples.flatMap(({ title }) => [title.EN, title.DE]);
    expect(examples.length).toBeGreaterThanOrEqual(5);
    expect(examples.length).toBeLessThanOrEqual(8);
    expect(new Set(names).size).toBe(examples.length);
    expect(new Set(titles).size).toBe(2 * examples.length);
    expect(titles.filter((title) => !title || title.length > 60)).toEqual([]);
  });

  test("may ask all of them, and gets an answer", async () => {
    const file = `${audience.toLowerCase().replaceAll("_", "-")}.graphql`;
    const schema = buildSchema(
      readFileSync(join(PROJECT_ROOT, "schema", "audiences", file), "utf8"),
    );
    const empty: string[] = [];
    for (const { title, query, variables } of await EXAMPLES[audience]()) {
      expect([title.EN, validate(schema, parse(query))]).toEqual([title.EN, []]);
      const { data, errors } = await api.as(ASKED_BY[audience])(query, variables);
      expect([title.EN, errors]).toEqual([title.EN, undefined]);
      if (!showsSomething(data)) empty.push(title.EN);
    }
    expect(empty.filter((title) => !MAY_BE_EMPTY.has(title))).toEqual([]);
  });
});

/** A word or a moment: a list of nobody and a count of none teach nothing. */
const showsSomething = (value: unknown): boolean =>
  typeof value === "object" && value !== null
    ? Object.values(value).some(showsSomething)
    : typeof value === "string";
