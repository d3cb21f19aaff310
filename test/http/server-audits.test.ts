// The audits of GraphQL over HTTP against the product itself, as a person of our staff.
import { auditServer } from "graphql-http";
import { STORY_PEOPLE } from "../../seeds/story-people";
import { type Api, openApi } from "../setup/api";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

test("all 61 of them are content", async () => {
  const authorization = `Bearer ${api.token(STORY_PEOPLE.support.viewer)}`;
  const results = await auditServer({
    url: `${api.address}/graphql`,
    fetchFn: (url: string, { headers, ...init }: RequestInit = {}) =>
      fetch(url, {
        ...init,
        headers: { ...Object.fromEntries(new Headers(headers)), authorization },
      }),
  });
  const found = results.filter(({ status }) => status !== "ok");
  expect(found.map(({ name }) => name)).toEqual([]);
  expect(results.length).toBe(61);
});
