// Outside development the story world's tokens are good for nothing: whoever asks came by a session or a secret.
import pino from "pino";
import { STORY_PEOPLE } from "../../seeds/story-people";
import { createDoor } from "../../src/http/door";
import { loadKeys } from "../../src/viewer/keys";
import { isStillAllowed } from "../../src/viewer/state";
import { type Api, openApi } from "../setup/api";
import { createClient, tokenOf } from "../setup/clients";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

test("outside development no token is good that came by neither session nor secret", async () => {
  const { publicUrl, dataDir } = api.config;
  const door = createDoor({
    ...{ config: { publicUrl, isDevelopment: false, trustedProxies: [] }, isStillAllowed },
    ...{
      keys: await loadKeys(dataDir),
      log: pino({ level: "silent" }),
      isReady: () => ({ ready: true }),
      isEnding: () => false,
    },
    ...{ addPages: () => undefined },
    execute: async () => ({ status: 200, headers: {}, body: "{}" }),
  });
  const { apiClient, secret } = await createClient(api, {
    ...{ name: "Wallboard", audience: "DASHBOARD", mayUseKey: true },
  });
  const real = await tokenOf(api, apiClient.id as string, secret as string);
  const status = async (bearer: string) =>
    (
      await door.inject({
        ...{ method: "POST", url: "/graphql", payload: '{"query":"{ viewer { id } }"}' },
        headers: { authorization: `Bearer ${bearer}`, "content-type": "application/json" },
      })
    ).statusCode;
  const story = api.token(STORY_PEOPLE.dashboard.viewer);
  expect([await status(story), await status(real), await status(secret as string)]).toEqual([
    ...[401, 200, 200],
  ]);
  await door.close();
});
