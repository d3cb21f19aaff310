// What `npm start` prints when it serves: where, as whom one may ask, and one line to paste.
import { STORY_PEOPLE, type StoryRole } from "../seeds/story-people";
import type { Config } from "./config";

/** What each reaches, in a phrase; the whole matrix stands in schema/access.md. */
const SEES: Record<StoryRole, string> = {
  support: "platform users and customers; no prospect and no subscriber",
  marketing: "prospects, subscribers and contacts that may be marketed to; no platform user",
  privacy: "one person across kinds, register, providers and audit",
  operator: "customers and their accounts, jobs by id",
  administrator: "the own customer's users and their activity",
  user: "the own record, activity and account administrators",
  connector: "hands in one customer's communications; reads none",
  sync: "the change feed of contacts that its provider may receive",
  intake: "hands in records of our own tools; reads none",
  dashboard: "figures without persons",
};

const QUERY = "{ viewer { audience } }";

export function welcome(config: Config, startedAtMs: number): string {
  const seconds = ((Date.now() - startedAtMs) / 1000).toFixed(1);
  const people = config.isDevelopment ? storyPeople(config.publicUrl) : noPeople;
  return `
Ready in ${seconds} s

  ${config.publicUrl}/console   for our own people
  ${config.publicUrl}/portal    for customers' account administrators and users
  ${config.publicUrl}/graphql   the API that both ask
${people}
End it with Ctrl-C.
`;
}

const noPeople = `
Not in development mode: no story world, and no tokens of story-world people.`;

function storyPeople(publicUrl: string): string {
  const roles = Object.keys(STORY_PEOPLE) as StoryRole[];
  const signIns = roles.map((role) => `  npm run token -- --as ${role.padEnd(14)} ${SEES[role]}`);
  return `
The sign-in pages offer the people of the story world; the code of one of our own:
  npm run token -- --as support --code

A token of somebody in the story world, and what it reaches:
${signIns.join("\n")}

Ask something:
  curl -s ${publicUrl}/graphql -H "authorization: Bearer $(npm run --silent token -- --as support)" \\
    -H "content-type: application/json" -d '{"query":"${QUERY}"}'
`;
}
