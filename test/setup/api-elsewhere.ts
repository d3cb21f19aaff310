// An API that runs in a process of its own, asked in the words of the tests.
import { STORY_PEOPLE, type StoryRole } from "../../seeds/story-people";
import type { Config } from "../../src/config";
import { loadKeys } from "../../src/viewer/keys";
import { issueToken } from "../../src/viewer/tokens";
import type { Viewer } from "../../src/viewer/viewer";
import type { Answer, Api, Ask } from "./api";

export type ApiElsewhere = Pick<Api, "address" | "token" | "as">;

export async function apiElsewhere(
  address: string,
  { dataDir, publicUrl }: Config,
): Promise<ApiElsewhere> {
  const keys = await loadKeys(dataDir);
  const token = (viewer: Viewer) => issueToken(keys, { publicUrl, viewer, secondsToLive: 3_600 });
  const as = (role: StoryRole): Ask => {
    const authorization = `Bearer ${token(STORY_PEOPLE[role].viewer)}`;
    return async (query, variables) => {
      const response = await fetch(`${address}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization },
        body: JSON.stringify({ query, variables }),
      });
      const text = await response.text();
      return { ...(JSON.parse(text) as Answer), status: response.status, text };
    };
  };
  return { address, token, as };
}
