// What costs much takes its turn: whoever asks for much at once waits, or is told to come back; others are answered meanwhile.
import { type Api, openApi } from "../setup/api";
import { WIDEST } from "../drills/requests";

let api: Api;
beforeAll(async () => {
  api = await openApi({ change: (config) => ({ ...config, pointsPerSecond: 10_000_000 }) });
});
afterAll(() => api.close());

test("of many costly operations of one person some wait, and the rest is told when to come back", async () => {
  const asked = Array.from({ length: 20 }, () => api.as("support")(WIDEST));
  const little = await api.as("administrator")("{ viewer { audience } }");
  expect(little.data).toEqual({ viewer: { audience: "ACCOUNT_ADMINISTRATOR" } });
  const statuses = (await Promise.all(asked)).map(({ status }) => status).sort();
  expect(statuses).toEqual([...Array<number>(11).fill(200), ...Array<number>(9).fill(429)]);
  expect((await api.as("support")(WIDEST)).status).toBe(200);
});
