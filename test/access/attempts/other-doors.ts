// The denied thing by another door: as a file, as a pull of the feed, from the command line, in a batch.
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type StoryRole, STORY_PEOPLE } from "../../../seeds/story-people";
import type { Api } from "../../setup/api";
import { type Attempt, type AttemptClass, endOf, NO_SUCH_FIELD } from "./attempt";

const IMPORT = `mutation ($input: ContactsImportInput!) { contactsImport(input: $input) {
  added changed refused { code } } }`;
const CHANGES =
  "query ($after: String) { contactChanges(first: 5, after: $after) { pageInfo { endCursor } } }";
const COLUMNS = "Email Address,First Name,Last Name,OPTIN_TIME,CONFIRM_TIME";

export const otherDoors: AttemptClass = {
  title: "The denied thing by another door",
  attempts: async (api) => {
    const query = "{ prospects(first: 1) { pageInfo { endCursor } } }";
    const { data } = await api.as("marketing")(query);
    const after = data.prospects.pageInfo.endCursor as string;
    return [
      ...(["support", "operator", "privacy", "administrator", "sync", "intake"] as const).map(
        (role): Attempt => ({
          name: `${role} brings contacts in as a batch`,
          ...{ expected: NO_SUCH_FIELD, asksTheDatabase: false },
          try: async () =>
            endOf(
              await api.as(role)(
                'mutation { contactsImport(input: { kind: PROSPECTS, rows: [], source: "x" }) { added } }',
              ),
            ),
        }),
      ),
      {
        name: "marketing brings in whoever left, or is suppressed",
        ...{ expected: "each refused: ADDRESS_CLOSED", asksTheDatabase: true },
        try: () => reviving(api),
      },
      {
        name: "support's token on the command line of imports",
        ...{ expected: "may not import", asksTheDatabase: false },
        try: () => importing(api, "support"),
      },
      {
        name: "a tool pulls with the cursor of another list",
        ...{ expected: "200 BAD_USER_INPUT", asksTheDatabase: true },
        try: async () => endOf(await api.as("sync")(CHANGES, { after })),
      },
      {
        name: "a tool pulls when no agreement is in force",
        ...{ expected: "401 UNAUTHENTICATED", asksTheDatabase: false },
        try: async () =>
          endOf(
            await api.asViewer({
              ...STORY_PEOPLE.sync.viewer,
              serviceProviderId: "01990000-0000-7000-8000-ffffffffffff",
            })(CHANGES),
          ),
      },
      {
        name: "a tool that brings in a fact of another customer's user",
        ...{ expected: "0 recorded: NOT_FOUND", asksTheDatabase: true },
        try: () => recordedOfOthers(api),
      },
    ];
  },
};

async function reviving(api: Api): Promise<string> {
  const { rows } = await api.database.query<{ address: string }>(
    `select email_address as address from subscribers where (purposes & 16) = 0
     union select email_address from subscribers join suppressions using (email_hash)`,
  );
  const input = {
    ...{ kind: "SUBSCRIBERS", source: "An old list", wording: "Send it to me." },
    rows: rows.map(({ address }, index) => ({
      ...{ emailAddress: address.toUpperCase(), row: index + 2 },
      ...{ name: "Somebody", confirmedAt: "2026-02-03T04:05:06Z" },
    })),
  };
  const { data } = await api.as("marketing")(IMPORT, { input });
  const { added, changed, refused } = data.contactsImport;
  const codes = new Set((refused as { code: string }[]).map(({ code }) => code));
  const isNone = added === 0 && changed === 0 && refused.length === rows.length;
  return isNone ? `each refused: ${[...codes].join(", ")}` : `added ${added}, changed ${changed}`;
}

function importing(api: Api, role: StoryRole): Promise<string> {
  const file = join(api.config.dataDir, "one.csv");
  writeFileSync(file, `${COLUMNS}\none@file.example.com,O,P,,\n`);
  const command = resolve(__dirname, "../../../../dist/src/imports/command.js");
  const token = api.token(STORY_PEOPLE[role].viewer);
  const args = [file, "--kind", "subscribers", "--token", token, "--url", api.address];
  return new Promise((done) =>
    execFile(process.execPath, [command, ...args], (_, stdout, stderr) =>
      done(/may not import/.exec(stderr)?.[0] ?? `${stdout}${stderr}`),
    ),
  );
}

async function recordedOfOthers(api: Api): Promise<string> {
  const { rows } = await api.database.query<{ id: string; customer: string }>(
    `select u.id, c.id as customer from platform_users u join customers c on c.id <> u.customer_id limit 20`,
  );
  const activities = rows.map(({ id, customer }, n) => ({
    ...{ customerId: customer, platformUserId: id, kind: "SIGNED_IN", sourceId: `of-others-${n}` },
    occurredAt: "2026-10-01T00:00:00Z",
  }));
  const { data, errors } = await api.as("intake")(
    "mutation ($input: ActivityRecordInput!) { activityRecord(input: $input) { recorded refused { code } } }",
    { input: { activities } },
  );
  if (errors) return String(errors[0]?.message);
  const { recorded, refused } = data.activityRecord;
  const codes = new Set((refused as { code: string }[]).map(({ code }) => code));
  return `${recorded} recorded: ${[...codes].join(", ")}`;
}
