// Tokens that we did not issue, or not so: each differs from a good one by a single change.
import { loadKeys } from "../../../src/viewer/keys";
import { withToken } from "../../setup/signing-in";
import { forgedTokens } from "../../viewer/forged-tokens";
import { type Attempt, type AttemptClass, endOf } from "./attempt";

export const forgedTokensOf: AttemptClass = {
  title: "Tokens that are not ours",
  async attempts(api) {
    const keys = await loadKeys(api.config.dataDir);
    return Object.entries(forgedTokens(keys, api.config.publicUrl)).map(
      ([name, token]): Attempt => ({
        ...{ name, expected: "401 UNAUTHENTICATED", asksTheDatabase: false },
        try: async () => endOf(await withToken(api, token)("{ viewer { id } }")),
      }),
    );
  },
};
