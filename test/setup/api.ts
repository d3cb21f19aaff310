// The product as its audiences meet it: its own database from the template, the api on a free port, real tokens.
import type { Client } from "pg";
import type { Logger } from "pino";
import { STORY_PEOPLE, type StoryRole } from "../../seeds/story-people";
import type { Config } from "../../src/config";
import { masterKeyPath } from "../../src/keys/master-key";
import { startApi } from "../../src/server";
import { loadKeys } from "../../src/viewer/keys";
import { issueToken } from "../../src/viewer/tokens";
import type { Viewer } from "../../src/viewer/viewer";
import { createWorld, type World } from "./world";

export type Answer = {
  status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- assertions read answers freely
  data: any;
  errors?: { message: string; extensions: Record<string, unknown>; path?: unknown[] }[];
  text: string;
};
export type Ask = (
  query: string,
  variables?: object,
  headers?: Record<string, string>,
) => Promise<Answer>;

export type Api = {
  /** A story person's way to ask. */
  as(role: StoryRole): Ask;
  /** The same for any viewer. */
  asViewer(viewer: Viewer): Ask;
  token(viewer: Viewer): string;
  /** A superuser, looking behind the walls. */
  database: Client;
  config: Config;
  address: string;
  /** Where the metrics are, of an API that was opened with some. */
  metricsAddress: string | null;
  close(): Promise<void>;
};

/** Outside development mode the story world's tokens are not honoured: people sign in. */
export const openProductionApi = (): Promise<Api> =>
  openApi({
    change: (config) => ({ ...config, isDevelopment: false, masterKeyFile: masterKeyPath(config) }),
  });

type Opening = {
  /** Where a test wants to read what was logged. */
  log?: Logger;
  change?: (config: Config) => Config;
};

export const openApi = async (opening: Opening = {}): Promise<Api> =>
  openApiOf(await createWorld(), opening);

/** The same in a world that there is already. It goes with the API. */
export async function openApiOf(
  world: World,
  { log, change = (config) => config }: Opening = {},
): Promise<Api> {
  const api = await startApi(change(world.config), log);
  const keys = await loadKeys(world.config.dataDir);
  const token = (viewer: Viewer) =>
    issueToken(keys, { publicUrl: world.config.publicUrl, viewer, secondsToLive: 600 });
  const asViewer = (viewer: Viewer): Ask => {
    const authorization: Record<string, string> =
      viewer.audience === "PUBLIC" ? {} : { authorization: `Bearer ${token(viewer)}` };
    return async (query, variables, headers) => {
      const response = await fetch(`${api.address}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", ...authorization, ...headers },
        body: JSON.stringify({ query, variables }),
      });
      const text = await response.text();
      return { status: response.status, text, ...(JSON.parse(text) as { data: never }) };
    };
  };
  return {
    as: (role) => asViewer(STORY_PEOPLE[role].viewer),
    asViewer,
    token,
    database: world.asOwner,
    config: world.config,
    address: api.address,
    metricsAddress: api.metricsAddress,
    close: async () => {
      await api.close();
      await world.drop();
    },
  };
}
