// Each login has connections of its own: who takes all of them keeps out neither those who sign in nor whoever asks
// whether we are well. Figures without people come from a replica, where there is one.
import { type Api, openApi } from "../setup/api";
import { createWorld, type World } from "../setup/world";

let api: Api;
let replica: World;
beforeAll(async () => {
  replica = await createWorld();
  const { database } = replica.config;
  api = await openApi({ change: (config) => ({ ...config, replica: database }) });
});
afterAll(async () => {
  await api.close();
  await replica.drop();
});

test("with all connections of the staff taken, staff are told to come back; health and sign-in answer", async () => {
  await api.database.query("begin; lock table activities in access exclusive mode");
  const query = "{ customers { nodes { activities(first: 1) { nodes { id } } } } }";
  const waiting = Array.from({ length: 17 }, () => api.as("support")(query));
  const startedAt = performance.now();
  const first = await Promise.race(waiting);
  expect(first).toMatchObject({ status: 503 });
  expect(performance.now() - startedAt).toBeLessThan(10_000); // far below an operation's own deadline, on any machine
  expect((await fetch(`${api.address}/readyz`)).status).toBe(200);
  expect((await fetch(`${api.address}/livez`)).status).toBe(200);
  const tried = await fetch(`${api.address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      query: `mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }`,
      variables: { input: { emailAddress: "nobody@example.com", password: "not the right one" } },
    }),
  });
  expect(await tried.json()).toMatchObject({
    data: { signIn: { userErrors: [{ code: "SIGN_IN_REFUSED" }] } },
  });
  await api.database.query("rollback");
  const others = await Promise.all(waiting);
  expect(others.filter(({ status }) => status === 200).length).toBe(16);
}, 60_000);

test("figures come from the replica, people from where their entry can be written", async () => {
  const plant = (world: Pick<World, "asOwner">, kind: string) =>
    world.asOwner.query(
      "insert into figures (month, subject, kind, people, events) values ('2026-01-01', 'ACTIVITY', $1, 12, 34)",
      [kind],
    );
  await plant(replica, "AT_THE_REPLICA");
  await plant({ asOwner: api.database }, "AT_THE_PRIMARY");
  const { data } = await api.as("dashboard")("{ figures { kind } }");
  expect(data.figures).toEqual([{ kind: "AT_THE_REPLICA" }]);
  const names = async (ask: ReturnType<Api["as"]>) =>
    (await ask("{ customers { nodes { name } } }")).data.customers.nodes as object[];
  await replica.asOwner.query("update customers set name = 'Of the replica'");
  expect(JSON.stringify(await names(api.as("support")))).not.toContain("Of the replica");
});
