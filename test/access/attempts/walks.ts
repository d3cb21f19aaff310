// From what is one's own to what isn't: through relations, by the ids of other types, and by other names of a field.
import { STORY_CUSTOMERS, type StoryRole } from "../../../seeds/story-people";
import type { Api } from "../../setup/api";
import { type Attempt, type AttemptClass, endOf, NO_SUCH_FIELD } from "./attempt";

const ROUND = `{ platformUsers(first: 5) { nodes { customer { id platformUsers(first: 5) { nodes {
  customer { id } activities(first: 3) { nodes { platformUser { customer { id } } } } } } } } } }`;

export const walks: AttemptClass = {
  title: "Walking to what isn't one's own",
  attempts: (api) => [
    {
      name: "an administrator walks user → customer → users → activities → customer",
      expected: "the own customer alone",
      asksTheDatabase: true,
      async try() {
        const { text } = await api.as("administrator")(ROUND);
        const met = new Set([...text.matchAll(/"customer":\{"id":"([^"]+)"/g)].map(([, id]) => id));
        const isOwn = met.size === 1 && met.has(STORY_CUSTOMERS[0].id);
        return isOwn ? "the own customer alone" : `${met.size} customers: ${text.slice(0, 80)}`;
      },
    },
    ...(
      [
        ["support", "prospects"],
        ["support", "subscribers"],
        ["marketing", "platform_users"],
        ["marketing", "customers"],
        ["marketing", "customer_contacts"],
        ["administrator", "prospects"],
        ["user", "customers"],
        ["operator", "platform_users"],
      ] as const
    ).map(([role, table]) => nodeOf(api, role, table)),
    ...DENIED.map(([role, name, query]): Attempt => ({
      ...{ name: `${role} asks ${name}`, expected: NO_SUCH_FIELD, asksTheDatabase: false },
      try: async () => endOf(await api.as(role)(query)),
    })),
  ],
};

const nodeOf = (api: Api, role: StoryRole, table: string): Attempt => ({
  name: `${role} asks node(id) with one of ${table}`,
  expected: "as of nobody",
  asksTheDatabase: true,
  async try() {
    const { rows } = await api.database.query<{ id: string }>(`select id from ${table} limit 20`);
    const ask = (id: string) => api.as(role)("query ($id: ID!) { node(id: $id) { id } }", { id });
    const nobodys = endOf(await ask("01990000-0000-7000-8000-ffffffffffff"));
    for (const { id } of rows) if (endOf(await ask(id)) !== nobodys) return `found ${id}`;
    return rows.length ? "as of nobody" : "there is none to ask for";
  },
});

const DENIED: [StoryRole, string, string][] = [
  ["support", "a full address by alias", "{ platformUsers { nodes { x: emailAddress } } }"],
  [
    "support",
    "a full address by fragment",
    "{ platformUsers { nodes { ...f } } } fragment f on PlatformUser { emailAddress }",
  ],
  [
    "support",
    "for prospects by alias, fragment and directive",
    "{ ... @include(if: true) { p: prospects { nodes { id } } } }",
  ],
  [
    "marketing",
    "for users through node()",
    '{ node(id: "01990000-0000-7000-8000-05e200000001") { ... on PlatformUser { name } } }',
  ],
  ["user", "for all users by alias", "{ mine: platformUsers { nodes { id } } }"],
  ["dashboard", "for the feed", "{ contactChanges { edges { cursor } } }"],
];
