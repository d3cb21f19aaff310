// What happened is entered once, with the change or not at all, and nobody rewrites it.
import { STORY_CUSTOMERS, type StoryRole } from "../../seeds/story-people";
import { type Api, openApi } from "../setup/api";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

const [HARBOUR, BLUEBELL] = STORY_CUSTOMERS;

type Entry = {
  action: string;
  audience: string;
  purpose: string;
  operation: string;
  fields: string[];
  subject_ids: string[];
  row_count: number;
};
const entries = async () =>
  (
    await api.database.query<Entry>(
      "select * from audit_entries where action <> 'READ' order by recorded_at, id",
    )
  ).rows;

/** The story person's mutation, with its input, and the entries of changes that it left. */
async function change(role: StoryRole, name: string, input: object, selection = "") {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const before = (await entries()).length;
  const answer = await api.as(role)(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} userErrors { code } } }`,
    { input },
  );
  const codes = (answer.data?.[name]?.userErrors ?? []) as { code: string }[];
  return {
    ...answer,
    codes: codes.map(({ code }) => code),
    made: (await entries()).slice(before),
  };
}
const idWhere = async (table: string, condition: string) =>
  (
    await api.database.query<{ id: string }>(
      `select id from ${table} where ${condition} order by id limit 1`,
    )
  ).rows[0]!.id;

const prospect = { name: "New Person", kind: "PARTNER", source: "Fair" };
const person = { ...prospect, emailAddress: "new@fair.example.com", basis: "LEGITIMATE_INTERESTS" };
const at = "2026-10-01T08:00:00Z";
const row = { row: 1, emailAddress: "file@fair.example.com", name: "From File" };
const activity = {
  ...{ sourceId: "audit", customerId: HARBOUR.id, platformUserId: HARBOUR.user.id },
  ...{ kind: "SIGNED_IN", occurredAt: at },
};

test.each<[StoryRole, string, () => object | Promise<object>]>([
  ["operator", "customerCreate", () => ({ name: "Newcomer", country: "DE" })],
  ["administrator", "platformUserUpdate", () => ({ id: HARBOUR.user.id, name: "Another Name" })],
  ["administrator", "platformUserDeactivate", () => ({ id: HARBOUR.user.id })],
  ["support", "revealEmailAddress", () => ({ kind: "PLATFORM_USER", id: BLUEBELL.user.id })],
  ["marketing", "prospectCreate", () => person],
  [
    "marketing",
    "prospectUpdate",
    async () => ({ id: await idWhere("prospects", "purposes & 8 <> 0"), name: "Renamed" }),
  ],
  ["marketing", "suppressionAdd", () => ({ emailAddress: "no@no.example.com", reason: "ASKED" })],
  ["marketing", "contactsImport", () => ({ kind: "PROSPECTS", source: "List", rows: [row] })],
  [
    "privacy",
    "providerAgreementEnd",
    async () => ({ id: await idWhere("provider_agreements", "ended_at is null") }),
  ],
  ["intake", "activityRecord", () => ({ activities: [activity] })],
  [
    "intake",
    "interactionRecord",
    () => ({ interactions: [{ sourceId: "audit", kind: "EVENT", occurredAt: at }] }),
  ],
])("%s leaves one entry of %s", async (role, operation, input) => {
  const { codes, errors, made } = await change(role, operation, await input());
  expect(errors).toBeUndefined();
  expect(codes).toEqual([]);
  expect(made.length).toBe(1);
  const action = operation === "revealEmailAddress" ? "REVEAL" : "WRITE";
  expect(made[0]).toMatchObject({ action, operation, row_count: 1 });
  expect(made[0]!.purpose).not.toBe("NONE");
});

const NOBODY = "01990000-0000-7000-8000-ffffffffffff";
test.each<[StoryRole, string, object]>([
  ["operator", "customerCreate", { name: "", country: "DE" }],
  ["administrator", "platformUserUpdate", { id: BLUEBELL.user.id, name: "Foreign" }],
  ["administrator", "platformUserUpdate", { id: HARBOUR.administrator.id, name: "x", version: 99 }],
  ["administrator", "platformUserDeactivate", { id: BLUEBELL.user.id }],
  ["support", "revealEmailAddress", { kind: "PLATFORM_USER", id: NOBODY }],
  ["marketing", "prospectCreate", person],
  ["marketing", "prospectUpdate", { id: NOBODY, name: "Nobody" }],
  ["marketing", "suppressionAdd", { emailAddress: "no address", reason: "ASKED" }],
  ["marketing", "contactsImport", { kind: "PROSPECTS", source: "", rows: [row] }],
  ["privacy", "providerAgreementEnd", { id: NOBODY }],
  ["intake", "activityRecord", { activities: [] }],
  ["intake", "interactionRecord", { interactions: [] }],
])("a refused %s %s leaves none", async (role, operation, input) => {
  const { codes, made } = await change(role, operation, input);
  expect(codes.length).toBe(1);
  expect(made).toEqual([]);
});

test("a change that is rolled back takes its entry and its job along", async () => {
  await api.database.query(
    `create function fail() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`,
  );
  for (const table of ["platform_users", "activities"])
    await api.database.query(
      `create constraint trigger fail after insert or update on ${table}
       deferrable initially deferred for each row execute function fail()`,
    );
  await api.database.query("delete from graphile_worker._private_jobs");
  const renamed = { id: HARBOUR.administrator.id, name: "Rolled Back" };
  const update = await change("administrator", "platformUserUpdate", renamed);
  expect(update.errors?.[0]?.extensions.code).toBe("INTERNAL");
  expect(update.made).toEqual([]);
  const again = { activities: [{ ...activity, sourceId: "rolled back" }] };
  const record = await change("intake", "activityRecord", again, "recorded");
  expect(record.errors?.[0]?.extensions.code).toBe("INTERNAL");
  expect(record.made).toEqual([]);
  const jobs = await api.database.query("select from graphile_worker._private_jobs");
  expect(jobs.rowCount).toBe(0);
  await api.database.query("drop function fail cascade");
  expect((await change("administrator", "platformUserUpdate", renamed)).made.length).toBe(1);
});

test("a denial is entered once, a typing error not", async () => {
  const before = (await entries()).length;
  await api.as("support")("{ prospects { nodes { id } } subscribers { totalCount } }");
  await api.as("support")("{ nothingLikeThis }");
  const made = (await entries()).slice(before);
  expect(made).toMatchObject([{ action: "DENIED", audience: "SUPPORT", operation: "prospects" }]);
});

test("a denial behind more faults than are told is entered too", async () => {
  const before = (await entries()).length;
  const misspelt = Array.from({ length: 50 }, (_, n) => `nothingLike${n}`).join(" ");
  const { text } = await api.as("support")(`{ ${misspelt} prospects { nodes { id } } }`);
  expect(text).not.toContain("prospects");
  await api.as("support")(`{ ${misspelt} }`);
  const made = (await entries()).slice(before);
  expect(made).toMatchObject([{ action: "DENIED", audience: "SUPPORT" }]);
});

const REWRITING = [
  "update public.audit_entries set operation = 'else'",
  "delete from public.audit_entries",
  "truncate public.audit_entries",
  "truncate public.audit_entries cascade",
];
async function refusalOf(statement: string, role: string | null): Promise<string | undefined> {
  await api.database.query("begin");
  try {
    if (role) await api.database.query(`set local role ${role}`);
    await api.database.query(statement);
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await api.database.query("rollback");
  }
}

test("no role of the application, nor the owner, nor a superuser rewrites entries", async () => {
  const before = await api.database.query("select * from audit_entries order by id");
  expect(before.rowCount).toBeGreaterThan(0);
  const { rows } = await api.database.query<{ rolname: string }>(
    "select rolname from pg_roles where rolname !~ '^(pg_|login_)' and not rolsuper",
  );
  expect(rows.length).toBeGreaterThan(15);
  for (const role of [...rows.map(({ rolname }) => rolname), null])
    for (const statement of REWRITING)
      // 42501: insufficient privilege, which is what the trigger says too
      expect([role, statement, await refusalOf(statement, role)]).toEqual([
        role,
        statement,
        "42501",
      ]);
  const after = await api.database.query("select * from audit_entries order by id");
  expect(after.rows).toEqual(before.rows);
});

test("the triggers hold in a replica's session too", async () => {
  await api.database.query("set session_replication_role = replica");
  for (const statement of REWRITING) expect(await refusalOf(statement, null)).toBe("42501");
  await api.database.query("set session_replication_role = origin");
});

test("nobody enters what another audience or another person did", async () => {
  const insert = (audience: string, viewer: string, customer = "null", action = "READ") =>
    `select set_config('app.viewer', '${HARBOUR.user.id}', true);
     insert into audit_entries (id, action, audience, viewer_id, customer_id, purpose, operation)
     values (gen_random_uuid(), '${action}', '${audience}', '${viewer}', ${customer}, 'NONE', 'made up')`;
  const code = (...of: Parameters<typeof insert>) => refusalOf(insert(...of), "audience_support");
  expect(await code("MARKETING", HARBOUR.user.id)).toBe("42501");
  expect(await code("SUPPORT", BLUEBELL.user.id)).toBe("42501");
  expect(await code("SUPPORT", HARBOUR.user.id, `'${BLUEBELL.id}'`)).toBe("42501");
  expect(await code("SUPPORT", HARBOUR.user.id, "null", "REVEAL")).toBe("42501");
  expect(await code("SUPPORT", HARBOUR.user.id)).toBeUndefined();
});
