// Everybody is told who they are here, and what they act for.
import {
  STORY_CUSTOMERS,
  STORY_PEOPLE,
  STORY_STAFF,
  type StoryRole,
} from "../../seeds/story-people";
import { purposesOf } from "../../src/viewer/purpose";
import { newId } from "../../src/database/uuid";
import { PUBLIC_VIEWER, type Viewer } from "../../src/viewer/viewer";
import { watchTrips } from "../operations/trips";
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

const [HARBOUR] = STORY_CUSTOMERS;
const NAMES = "{ viewer { name customerName sessionId } }";

test.each([
  ["support", STORY_STAFF[0].name, null],
  ["marketing", STORY_STAFF[1].name, null],
  ["privacy", STORY_STAFF[2].name, null],
  ["operator", STORY_STAFF[3].name, null],
  ["administrator", HARBOUR.administrator.name, HARBOUR.name],
  ["user", HARBOUR.user.name, HARBOUR.name],
  ["connector", null, null],
  ["sync", null, null],
  ["intake", null, null],
  ["dashboard", null, null],
] as const)("%s is told the own name and customer: %s, %s", async (role, name, customerName) => {
  const { data } = await api.as(role)(NAMES);
  expect(data.viewer).toEqual({ name, customerName, sessionId: null });
});

test("nobody in particular has no name, and whoever is signed in a session", async () => {
  const { data } = await api.asViewer(PUBLIC_VIEWER)(NAMES);
  expect(data.viewer).toEqual({ name: null, customerName: null, sessionId: null });
  const sessionId = newId();
  await api.database.query(
    `insert into sessions (id, credential_id, person_id, audience, expires_at)
     select $1, id, person_id, 'SUPPORT', now() + interval '1 hour' from credentials where person_id = $2`,
    [sessionId, STORY_STAFF[0].id],
  );
  const inSession: Viewer = { ...STORY_PEOPLE.support.viewer, sessionId };
  expect((await api.asViewer(inSession)(NAMES)).data.viewer.sessionId).toBe(sessionId);
});

test("the database is asked for names alone, and once", async () => {
  const trips = watchTrips();
  try {
    await api.as("user")(VIEWER);
    expect(trips.taken()).toEqual([]);
    await api.as("user")(NAMES);
    expect(trips.taken()).toHaveLength(1);
  } finally {
    trips.stop();
  }
});

test("PostgreSQL shows a name to its own person alone", async () => {
  for (const { viewer } of Object.values(STORY_PEOPLE).slice(0, 6)) {
    await api.database.query("begin");
    await api.database.query(
      "select set_config('role', $1, true), set_config('app.viewer', $2, true), set_config('app.customer', $3, true)",
      [`audience_${viewer.audience.toLowerCase()}`, viewer.id, viewer.customerId ?? ""],
    );
    expect((await api.database.query("select name from viewer_names")).rowCount).toBe(1);
    await api.database.query("rollback");
  }
});
