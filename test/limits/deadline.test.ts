// An operation that takes too long, over HTTP: 503, a stable code, and when to come back.
import { HARBOUR } from "../platform-users/people";
import { type Api, openApi } from "../setup/api";

jest.mock("../../src/limits/deadline", () => ({
  ...jest.requireActual<object>("../../src/limits/deadline"),
  deadlineFromNow: () => performance.now() + 500,
}));

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

const UPDATE = `mutation ($input: PlatformUserUpdateInput!) {
  platformUserUpdate(input: $input) { platformUser { name } } }`;

test("what waits for somebody's lock is ended, and leaves no trace", async () => {
  const ask = api.as("administrator");
  const input = { id: HARBOUR.user.id, name: "Too late" };
  await api.database.query("begin");
  await api.database.query("select from platform_users where id = $1 for update", [input.id]);
  const { status, data, errors } = await ask(UPDATE, { input });
  await api.database.query("rollback");
  expect([status, data]).toEqual([503, undefined]);
  expect(errors).toMatchObject([{ extensions: { code: "DEADLINE_EXCEEDED" } }]);
  const { rows } = await api.database.query(
    `select name, (select count(*)::int from audit_entries where action = 'WRITE') as entries
     from platform_users where id = $1`,
    [input.id],
  );
  expect(rows).toEqual([{ name: HARBOUR.user.name, entries: 0 }]);
  expect((await ask(UPDATE, { input })).data.platformUserUpdate.platformUser.name).toBe("Too late");
});
