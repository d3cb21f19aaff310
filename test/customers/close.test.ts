// An operator closes a customer: its users, its clients and whoever is invited are out; opened again, they are in.
import { peopleOf, STORY_CUSTOMERS, STORY_PEOPLE } from "../../seeds/story-people";
import { type Api, openApi } from "../setup/api";
import { signIn } from "../setup/signing-in";
import { entriesFromNow, NOBODY } from "../platform-users/people";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

const [, , HARBOURS_NEIGHBOUR] = STORY_CUSTOMERS;
const change = async (verb: "customerClose" | "customerReopen", id: string) =>
  (
    await api.as("operator")(
      `mutation ($input: CustomerInput!) { ${verb}(input: $input) { customer { state } userErrors { code field } } }`,
      { input: { id } },
    )
  ).data[verb];

test("closed, nobody acts for it; repeated, nothing is entered; opened again, everybody is in", async () => {
  const { administrator, connector } = peopleOf(HARBOURS_NEIGHBOUR);
  const { rows } = await api.database.query<{ address: string }>(
    "select email_address as address from platform_users where id = $1",
    [administrator.viewer.id],
  );
  const whoActs = async () => [
    (await api.asViewer(administrator.viewer)("{ viewer { audience } }")).status,
    (await api.asViewer(connector.viewer)("{ viewer { audience } }")).status,
    (await signIn(api, rows[0]!.address)).session !== null,
  ];
  const entered = await entriesFromNow(api.database);
  expect(await change("customerClose", HARBOURS_NEIGHBOUR.id)).toEqual({
    ...{ customer: { state: "CLOSED" }, userErrors: [] },
  });
  expect(await change("customerClose", HARBOURS_NEIGHBOUR.id)).toMatchObject({
    customer: { state: "CLOSED" },
  });
  expect(await whoActs()).toEqual([401, 401, false]);
  expect(await change("customerReopen", HARBOURS_NEIGHBOUR.id)).toEqual({
    ...{ customer: { state: "ACTIVE" }, userErrors: [] },
  });
  expect((await whoActs())[2]).toBe(true);
  const states = (await entered()).filter(({ subject_kind: kind, action }) => {
    return kind === "CUSTOMER" && action === "WRITE";
  });
  expect(states.map(({ operation, fields }) => [operation, fields])).toEqual([
    ["customerClose", ["state"]],
    ["customerReopen", ["state"]],
  ]);
});

test("what is no customer is not found", async () => {
  const user = STORY_PEOPLE.user.viewer.id!;
  for (const id of [NOBODY, user, "no uuid"])
    expect(await change("customerClose", id)).toEqual({
      ...{ customer: null, userErrors: [{ code: "NOT_FOUND", field: "id" }] },
    });
});
