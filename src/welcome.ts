// What `npm start` prints when it serves: where, as whom one may ask, and one line to paste.
import { STORY_PEOPLE } from "../seeds/story-people";
import type { Config } from "./config";

const QUERY = "{ viewer { audience } }";

export function welcome(config: Config, startedAtMs: number): string {
  const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1);
  const people = config.isDevelopment ? storyPeople(config.publicUrl) : noPeople;
  return `\nReady in ${seconds} s at ${config.publicUrl}/graphql\n${people}\nEnd it with Ctrl-C.\n`;
}

const noPeople = `
Not in development mode: no story world, and no tokens of story-world people.`;

function storyPeople(publicUrl: string): string {
  const signIns = Object.entries(STORY_PEOPLE).map(
    ([role, { who }]) => `  npm run token -- --as ${role.padEnd(14)} ${who}`,
  );
  return `
A token of somebody in the story world:
${signIns.join("\n")}

Ask something:
  curl -s ${publicUrl}/graphql -H "authorization: Bearer $(npm run --silent token -- --as support)" \\
    -H "content-type: application/json" -d '{"query":"${QUERY}"}'
`;
}
