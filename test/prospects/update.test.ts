// Correcting a prospect.
import { type Api, openApi } from "../setup/api";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

async function update(input: object) {
  const { data, errors } = await api.as("marketing")(
    `mutation ($input: ProspectUpdateInput!) { prospectUpdate(input: $input) {
      prospect { id name kind companyName emailAddress version } userErrors { code field message } } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  return data.prospectUpdate;
}

/** Somebody in reach, who has not agreed to be mailed. */
async function somebody(
  offset: number,
): Promise<{ id: string; emailAddress: string; name: string }> {
  const { rows } = await api.database.query(
    `select id, email_address as "emailAddress", name from prospects
     where (purposes & 8) <> 0 and purposes_valid_until > decision_time() and not may_email order by id offset $1 limit 1`,
    [offset],
  );
  return rows[0] as { id: string; emailAddress: string; name: string };
}

const stored = async (id: string) =>
  (await api.database.query("select * from prospects where id = $1", [id])).rows[0] as object;
const writes = async (id: string) =>
  (
    await api.database.query<{ fields: string[] }>(
      "select fields from audit_entries where action = 'WRITE' and $1 = any(subject_ids) order by id",
      [id],
    )
  ).rows.map(({ fields }) => fields);

test("what is given changes, the rest stays, and the entry says which fields", async () => {
  const { id, emailAddress } = await somebody(0);
  const { prospect, userErrors } = await update({
    id,
    name: " Ines Quell ",
    companyName: null,
    version: 1,
  });
  expect(userErrors).toEqual([]);
  expect(prospect).toMatchObject({
    id,
    name: "Ines Quell",
    companyName: null,
    emailAddress,
    version: 2,
  });
  const before = await writes(id);
  expect(before.at(-1)).toContain("name");
  // the same again is no change, whatever the version
  expect(await update({ id, name: "Ines Quell", version: 1 })).toEqual({
    prospect,
    userErrors: [],
  });
  expect(await writes(id)).toEqual(before);
});

test("the second of two editors is told, and nothing changes", async () => {
  const { id } = await somebody(1);
  await update({ id, name: "First Editor", version: 1 });
  const before = await stored(id);
  const { prospect, userErrors } = await update({ id, name: "Second Editor", version: 1 });
  expect(prospect).toBeNull();
  expect(userErrors).toMatchObject([{ code: "CONFLICT", field: "version" }]);
  expect(await stored(id)).toEqual(before);
  const [a, b] = await Promise.all(
    ["One", "Other"].map((name) => update({ id, name, version: 2 })),
  );
  expect([a, b].filter((answer) => answer.prospect)).toHaveLength(1);
});

test("an address changes with its canonical form, but not into a closed one or another's", async () => {
  const { id } = await somebody(2);
  const other = await somebody(3);
  const { prospect } = await update({ id, emailAddress: "New.Name@Post.Example.org" });
  expect(prospect.emailAddress).toBe("New.Name@Post.Example.org");
  expect(await stored(id)).toMatchObject({ email_canonical: "new.name@post.example.org" });
  const before = await stored(id);
  const taken = await update({ id, emailAddress: other.emailAddress.toUpperCase() });
  expect(taken.userErrors).toMatchObject([{ code: "ALREADY_EXISTS", field: "emailAddress" }]);
  expect(taken.userErrors[0].message).toContain(other.id);
  const { rows } = await api.database.query<{ email_address: string }>(
    "select email_address from prospects where (purposes & 8) = 0 limit 1",
  );
  const closed = await update({ id, emailAddress: rows[0]!.email_address });
  expect(closed.userErrors).toMatchObject([{ code: "ADDRESS_CLOSED", field: "emailAddress" }]);
  expect(await stored(id)).toEqual(before);
});

test("whoever agreed to be mailed is not mailed elsewhere: the address of a consent stays, in any spelling", async () => {
  const { data } = await api.as("marketing")(
    `mutation { prospectCreate(input: { name: "A", kind: PARTNER, source: "S", emailAddress: "agreed@one.example.com",
      basis: CONSENT, consent: { wording: "W", givenAt: "2026-01-01T00:00:00Z" } }) { prospect { id mayEmail } } }`,
  );
  const { id, mayEmail } = data.prospectCreate.prospect;
  expect(mayEmail).toBe(true);
  const before = await stored(id);
  const moved = await update({ id, name: "B", emailAddress: "never.asked@two.example.com" });
  expect(moved.userErrors).toMatchObject([{ code: "ADDRESS_OF_CONSENT", field: "emailAddress" }]);
  expect(await stored(id)).toEqual(before);
  const spelt = await update({ id, emailAddress: "Agreed@One.example.com" });
  expect(spelt).toMatchObject({ prospect: { emailAddress: "Agreed@One.example.com" } });
  for (const table of ["prospects", "subscribers"])
    await expect(
      api.database.query(
        `update ${table} set email_canonical = 'x@two.example.com' where may_email and id in (select id from ${table} where may_email limit 1)`,
      ),
    ).rejects.toThrow(/given for another address/);
});

test("one who objected answers like one that never was", async () => {
  const { rows } = await api.database.query<{ id: string }>(
    "select id from prospects where (purposes & 8) = 0 limit 1",
  );
  const before = await stored(rows[0]!.id);
  const hidden = await update({ id: rows[0]!.id, name: "X" });
  expect(hidden.userErrors).toMatchObject([{ code: "NOT_FOUND", field: "id" }]);
  expect(await update({ id: "01990000-0000-7000-8000-000000000000", name: "X" })).toEqual(hidden);
  expect(await update({ id: "no-uuid", name: "X" })).toEqual(hidden);
  expect(await stored(rows[0]!.id)).toEqual(before);
});
