// Everybody is told who they are here, and what they act for.
import { STORY_PEOPLE, type StoryRole } from "../../seeds/story-people";
import { purposesOf } from "../../src/viewer/purpose";
import { PUBLIC_VIEWER } from "../../src/viewer/viewer";
import { type Api, openApi } from "../setup/api";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

const VIEWER = "{ viewer { id audience customerId purposes } }";

test.each(Object.keys(STORY_PEOPLE) as StoryRole[])("%s is told so", async (role) => {
  const { id, audience, customerId } = STORY_PEOPLE[role].viewer;
  const { data } = await api.as(role)(VIEWER);
  expect(data.viewer).toEqual({ id, audience, customerId, purposes: purposesOf(audience) });
});

test("whoever brings no token is nobody in particular", async () => {
  const { data } = await api.asViewer(PUBLIC_VIEWER)(VIEWER);
  expect(data.viewer).toMatchObject({ id: null, audience: "PUBLIC", customerId: null });
});

test("a request that narrows itself acts for that purpose alone", async () => {
  const headers = { "x-purpose": "ANSWERING_THE_PERSON" };
  const { data } = await api.as("privacy")(VIEWER, {}, headers);
  expect(data.viewer.purposes).toEqual(["ANSWERING_THE_PERSON"]);
});
