// An administrator changes a user: own customer only, the version seen, and never the last administrator.
import { type Api, openApi } from "../setup/api";
import { BLUEBELL, BLUEBELLS_ADMINISTRATOR, entriesFromNow, HARBOUR, NOBODY } from "./people";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

const UPDATE = `mutation ($input: PlatformUserUpdateInput!) { platformUserUpdate(input: $input) {
  platformUser { id name role version } userErrors { code field message } } }`;

const update = (input: object) => api.as("administrator")(UPDATE, { input });
const writes = (entries: { action: string }[]) =>
  entries.filter(({ action }) => action === "WRITE");
const stored = async (id: string) =>
  (await api.database.query("select name, role, version from platform_users where id = $1", [id]))
    .rows[0];

test("a change makes the next version and exactly one entry, which names the fields", async () => {
  const made = await entriesFromNow(api.database);
  const { data } = await update({ id: HARBOUR.user.id, name: "  Tomás de Oliveira ", version: 1 });
  expect(data.platformUserUpdate).toEqual({
    platformUser: { id: HARBOUR.user.id, name: "Tomás de Oliveira", role: "USER", version: 2 },
    userErrors: [],
  });
  const [entry, ...others] = writes(await made());
  expect(others).toEqual([]);
  expect(entry).toMatchObject({
    ...{ audience: "ACCOUNT_ADMINISTRATOR", operation: "platformUserUpdate", fields: ["name"] },
    ...{ subject_kind: "PLATFORM_USER", subject_ids: [HARBOUR.user.id] },
  });
});

test("the second of two editors is told what to do, and changes nothing", async () => {
  const before = await stored(HARBOUR.user.id);
  const made = await entriesFromNow(api.database);
  const { data } = await update({ id: HARBOUR.user.id, name: "Somebody else", version: 1 });
  const [error] = data.platformUserUpdate.userErrors;
  expect(error).toMatchObject({ code: "CONFLICT", field: "version" });
  expect(error.message).toContain("Read it again");
  expect(await stored(HARBOUR.user.id)).toEqual(before);
  expect(await made()).toEqual([]);
});

test("of ten editors with one version, one wins", async () => {
  const { version } = (await stored(HARBOUR.user.id)) as { version: number };
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      update({ id: HARBOUR.user.id, name: `Editor ${n}`, version }),
    ),
  );
  const codes = answers.map(({ data }) => data.platformUserUpdate.userErrors[0]?.code ?? "DONE");
  expect(codes.filter((code) => code === "DONE").length).toBe(1);
  expect(codes.filter((code) => code === "CONFLICT").length).toBe(9);
});

test("two changes in one request answer each its own result", async () => {
  const { data } = await api.as("administrator")(
    `mutation ($id: ID!) {
      first: platformUserUpdate(input: { id: $id, name: "First" }) { platformUser { name } }
      second: platformUserUpdate(input: { id: $id, name: "Second" }) { platformUser { name } }
    }`,
    { id: HARBOUR.user.id },
  );
  expect(data.first.platformUser.name).toBe("First");
  expect(data.second.platformUser.name).toBe("Second");
});

test("a user of another customer answers exactly like an id that nobody has, and stays as it was", async () => {
  const before = await stored(BLUEBELL.user.id);
  const made = await entriesFromNow(api.database);
  const foreign = await update({ id: BLUEBELL.user.id, name: "Taken over" });
  const unknown = await update({ id: NOBODY, name: "Taken over" });
  const impossible = await update({ id: "no uuid", name: "Taken over" });
  expect(foreign.text).toBe(unknown.text);
  expect(impossible.text).toBe(unknown.text);
  expect(foreign.data.platformUserUpdate.userErrors[0].code).toBe("NOT_FOUND");
  expect(await stored(BLUEBELL.user.id)).toEqual(before);
  expect(await made()).toEqual([]);
});

test.each([
  [{}, "REQUIRED"],
  [{ name: "  " }, "REQUIRED"],
  [{ name: "x".repeat(201) }, "TOO_LONG"],
  [{ name: "bell \u0007" }, "INVALID"],
  [{ name: "nothing \u0000" }, "INVALID"],
])("a change by %j is refused and leaves no trace", async (change, code) => {
  const before = await stored(HARBOUR.user.id);
  const made = await entriesFromNow(api.database);
  const { data } = await update({ id: HARBOUR.user.id, ...change });
  expect(data.platformUserUpdate.userErrors.map((error: { code: string }) => error.code)).toEqual([
    code,
  ]);
  expect(await stored(HARBOUR.user.id)).toEqual(before);
  expect(await made()).toEqual([]);
});

test("the last active administrator is not demoted, the last but one is", async () => {
  const ask = api.asViewer(BLUEBELLS_ADMINISTRATOR);
  const { rows } = await api.database.query<{ id: string }>(
    `select id from platform_users where customer_id = $1 and role = 'ACCOUNT_ADMINISTRATOR'
       and state = 'ACTIVE' and id <> $2`,
    [BLUEBELL.id, BLUEBELL.administrator.id],
  );
  expect(rows.length).toBe(1);
  const demote = async (id: string) =>
    (await ask(UPDATE, { input: { id, role: "USER" } })).data.platformUserUpdate;
  expect((await demote(rows[0]!.id)).platformUser.role).toBe("USER");
  const made = await entriesFromNow(api.database);
  const last = await demote(BLUEBELL.administrator.id);
  expect(last.platformUser).toBeNull();
  expect(last.userErrors).toMatchObject([{ code: "LAST_ADMINISTRATOR", field: "role" }]);
  expect(await made()).toEqual([]);
  expect(await stored(BLUEBELL.administrator.id)).toMatchObject({ role: "ACCOUNT_ADMINISTRATOR" });
});

test.each(["support", "user", "operator"] as const)("%s has no such mutation", async (role) => {
  const { data, errors } = await api.as(role)(
    `mutation { platformUserUpdate(input: { id: "${HARBOUR.user.id}", name: "X" }) { userErrors { code } } }`,
  );
  expect(data ?? null).toBeNull();
  expect(errors?.length).toBeGreaterThan(0);
});
