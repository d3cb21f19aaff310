// What costs much takes its turn: whoever asks for much at once waits, or is told to come back; others are answered meanwhile.
import { setTimeout as sleep } from "node:timers/promises";
import { type Api, openApi } from "../setup/api";
import { WIDEST } from "../drills/requests";

let api: Api;
beforeAll(async () => {
  api = await openApi({ change: (config) => ({ ...config, pointsPerSecond: 10_000_000 }) });
});
afterAll(() => api.close());

test("of many costly operations of one person some wait, and the rest is told when to come back", async () => {
  let refused = 0;
  await api.database.query("begin; lock table activities in access exclusive mode"); // the first one waits
  const asked = Array.from({ length: 20 }, async () => {
    const answer = await api.as("support")(WIDEST);
    if (answer.status === 429) refused += 1;
    return answer;
  });
  const little = await api.as("administrator")("{ viewer { audience } }");
  expect(little.data).toEqual({ viewer: { audience: "ACCOUNT_ADMINISTRATOR" } });
  while (refused < 9) await sleep(10);
  await api.database.query("rollback");
  const statuses = (await Promise.all(asked)).map(({ status }) => status).sort();
  expect(statuses).toEqual([...Array<number>(11).fill(200), ...Array<number>(9).fill(429)]);
  expect((await api.as("support")(WIDEST)).status).toBe(200);
});
