// Whoever goes away before the answer is there leaves nothing running: what is read for them is cancelled, and the
// connection that did it serves nobody else.
import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { STORY_PEOPLE } from "../../seeds/story-people";
import { type Api, openApi } from "../setup/api";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

const running = async () => {
  await api.database.query("select pg_stat_clear_snapshot()"); // a transaction sees the same for as long as it lasts
  const { rows } = await api.database.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and usename = 'login_staff' and state = 'active'`,
  );
  return rows.map(({ pid }) => pid);
};
const until = async (isSo: () => Promise<boolean>) => {
  const startedAt = performance.now();
  while (!(await isSo()) && performance.now() - startedAt < 5_000) await sleep(10);
  expect(await isSo()).toBe(true);
};
const ask = (query: string) => {
  const { port } = new URL(api.address);
  const asked = request({ port, path: "/graphql", method: "POST", headers: headers() });
  asked.on("error", () => undefined).end(JSON.stringify({ query }));
  return asked;
};
const headers = () => ({
  "content-type": "application/json",
  authorization: `Bearer ${api.token(STORY_PEOPLE.support.viewer)}`,
});
/** Whoever reads customers waits for this lock. */
const whileLocked = async (work: () => Promise<void>) => {
  await api.database.query("begin; lock table customers in access exclusive mode");
  try {
    await work();
  } finally {
    await api.database.query("rollback");
  }
};

test("a read whose reader has gone away is cancelled, and its connection is not used again", async () => {
  await whileLocked(async () => {
    const asked = ask("{ customers { nodes { id } } }");
    await until(async () => (await running()).length === 1);
    const [pid] = await running();
    asked.destroy();
    await until(async () => (await running()).length === 0);
    await until(async () => {
      await running();
      const { rowCount } = await api.database.query("select from pg_stat_activity where pid = $1", [
        pid,
      ]);
      return rowCount === 0;
    });
  });
  const { data } = await api.as("support")("{ customers { nodes { id } } }");
  expect(data.customers.nodes.length).toBeGreaterThan(0);
});

test("a change whose sender has gone away is made all the same", async () => {
  const { id } = (
    await api.database.query<{ id: string }>(
      "select id from prospects where purposes & 8 <> 0 limit 1",
    )
  ).rows[0]!;
  const { port } = new URL(api.address);
  await api.database.query("begin; lock table prospects in access exclusive mode");
  const asked = request({
    ...{ port, path: "/graphql", method: "POST" },
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${api.token(STORY_PEOPLE.marketing.viewer)}`,
    },
  });
  asked.on("error", () => undefined);
  asked.end(
    JSON.stringify({
      query: `mutation ($input: ProspectUpdateInput!) { prospectUpdate(input: $input) { userErrors { code } } }`,
      variables: { input: { id, name: "Changed after leaving" } },
    }),
  );
  await until(async () => (await running()).length === 1);
  asked.destroy();
  await sleep(100);
  await api.database.query("rollback");
  await until(async () => {
    const { rows } = await api.database.query<{ name: string }>(
      "select name from prospects where id = $1",
      [id],
    );
    return rows[0]?.name === "Changed after leaving";
  });
});
