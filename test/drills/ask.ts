// Operations over HTTP, as the audiences send them. An answer with errors ends the drill, where nobody expects them.
import { loadKeys } from "../../src/viewer/keys";
import { issueToken } from "../../src/viewer/tokens";
import type { Viewer } from "../../src/viewer/viewer";
import type { Config } from "../../src/config";

export type Answer = {
  data?: object | null;
  errors?: { message: string; extensions?: { code?: string } }[];
};
export type Ask = (query: string, variables: object) => Promise<object>;

export async function connectTo(address: string, { dataDir, publicUrl }: Config) {
  const keys = await loadKeys(dataDir);
  const answerTo = (viewer: Viewer) => {
    const token = issueToken(keys, { publicUrl, viewer, secondsToLive: 600 });
    return async (query: string, variables: object): Promise<Answer> => {
      const response = await fetch(`${address}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer;
    };
  };
  const as = (viewer: Viewer): Ask => {
    const answer = answerTo(viewer);
    return async (query, variables) => {
      const { data, errors } = await answer(query, variables);
      if (!data || errors) throw new Error(errors?.[0]?.message ?? "No data.");
      return data;
    };
  };
  return { as, answerTo };
}
