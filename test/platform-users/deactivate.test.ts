// An administrator takes a user out of service: once, and never the last administrator, not even two at once.
import { STORY_PEOPLE } from "../../seeds/story-people";
import { type Api, type Ask, openApi } from "../setup/api";
import { BLUEBELL, entriesFromNow, HARBOUR, NOBODY } from "./people";
import { platformUserDeactivate } from "../../src/platform-users/deactivate";
import type { Viewer } from "../../src/viewer/viewer";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

const DEACTIVATE = `mutation ($id: ID!) { platformUserDeactivate(input: { id: $id }) {
  platformUser { id state deactivatedAt version } userErrors { code field message } } }`;

const deactivate = (id: string, ask: Ask = api.as("administrator")) => ask(DEACTIVATE, { id });

test("deactivating twice answers the first time, with one entry", async () => {
  const made = await entriesFromNow(api.database);
  const first = await deactivate(HARBOUR.user.id);
  const again = await deactivate(HARBOUR.user.id);
  expect(first.data.platformUserDeactivate).toMatchObject({
    platformUser: { id: HARBOUR.user.id, state: "DEACTIVATED", version: 2 },
    userErrors: [],
  });
  expect(first.data.platformUserDeactivate.platformUser.deactivatedAt).not.toBeNull();
  expect(again.text).toBe(first.text);
  const writes = (await made()).filter(({ action }) => action === "WRITE");
  expect(writes).toMatchObject([
    {
      operation: "platformUserDeactivate",
      subject_kind: "PLATFORM_USER",
      subject_ids: [HARBOUR.user.id],
    },
  ]);
});

test("a user of another customer answers exactly like an id that nobody has, and stays active", async () => {
  const made = await entriesFromNow(api.database);
  const foreign = await deactivate(BLUEBELL.user.id);
  const unknown = await deactivate(NOBODY);
  expect(foreign.text).toBe(unknown.text);
  expect(foreign.data.platformUserDeactivate.userErrors[0].code).toBe("NOT_FOUND");
  expect(await made()).toEqual([]);
  const { rows } = await api.database.query("select state from platform_users where id = $1", [
    BLUEBELL.user.id,
  ]);
  expect(rows).toEqual([{ state: "ACTIVE" }]);
});

test("two administrators who deactivate each other at once leave one, time after time", async () => {
  const active = `customer_id = $1 and role = 'ACCOUNT_ADMINISTRATOR' and state = 'ACTIVE'`;
  const { rows } = await api.database.query<{ id: string }>(
    `select id from platform_users where ${active} order by id`,
    [HARBOUR.id],
  );
  const [one, other] = rows.map(({ id }) => id) as [string, string];
  expect(rows.length).toBe(2);
  // by the verb itself: at the endpoint whoever comes second is often no administrator any more
  const as = (id: string): Viewer => ({ ...STORY_PEOPLE.administrator.viewer, id });
  for (let round = 0; round < 20; round += 1) {
    const made = await entriesFromNow(api.database);
    const answers = await Promise.all([
      platformUserDeactivate(as(one), { id: other }),
      platformUserDeactivate(as(other), { id: one }),
    ]);
    const codes = answers.map(({ userErrors }) => userErrors[0]?.code ?? "DONE");
    expect([...codes].sort()).toEqual(["DONE", "LAST_ADMINISTRATOR"]);
    const left = await api.database.query(`select id from platform_users where ${active}`, [
      HARBOUR.id,
    ]);
    expect(left.rows.length).toBe(1);
    expect((await made()).filter(({ action }) => action === "WRITE").length).toBe(1);
    await api.database.query(
      "update platform_users set state = 'ACTIVE', deactivated_at = null where id = any ($1)",
      [[one, other]],
    );
  }
});

test("the last active administrator stays, also against the own wish", async () => {
  const ask = api.as("administrator");
  const { rows } = await api.database.query<{ id: string }>(
    `select id from platform_users where customer_id = $1 and role = 'ACCOUNT_ADMINISTRATOR' and id <> $2`,
    [HARBOUR.id, HARBOUR.administrator.id],
  );
  expect((await deactivate(rows[0]!.id, ask)).data.platformUserDeactivate.userErrors).toEqual([]);
  const made = await entriesFromNow(api.database);
  const { data } = await deactivate(HARBOUR.administrator.id, ask);
  expect(data.platformUserDeactivate.userErrors).toMatchObject([
    { code: "LAST_ADMINISTRATOR", field: "id" },
  ]);
  expect(await made()).toEqual([]);
});
