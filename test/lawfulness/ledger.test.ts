// The ledger of bases: no record without one, none that the register doesn't know, nothing rewritten, and time closes.
import { newId } from "../../src/database/uuid";
import { allowedBases } from "../../src/lawfulness/register";
import { PURPOSE_BITS, PURPOSES } from "../../src/lawfulness/purposes";
import { type Api, openApi } from "../setup/api";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

const addSubscriber = (id: string) =>
  api.database.query(
    "insert into subscribers (id, email_address, email_canonical, email_hash) values ($1, $2, $2, sha256($2::text::bytea))",
    [id, `${id}@example.com`],
  );
const addBasis = (id: string, purpose: string, basis: string, until = "infinity") =>
  api.database.query(
    "insert into lawful_bases (id, subject_kind, subject_id, purpose, lawful_basis, valid_until) values ($1, 'SUBSCRIBER', $2, $3, $4, $5)",
    [newId(), id, purpose, basis, until],
  );
const purposesOf = async (id: string) =>
  (
    await api.database.query<{ purposes: number }>(
      "select purposes from subscribers where id = $1",
      [id],
    )
  ).rows[0]?.purposes;

test("a record without a basis can't be committed", async () => {
  const id = newId();
  await api.database.query("begin");
  await addSubscriber(id);
  await expect(api.database.query("commit")).rejects.toThrow(/without a lawful basis/);
  expect(await purposesOf(id)).toBeUndefined();
});

test("a basis that the register doesn't allow for the kind is refused", async () => {
  const id = newId();
  await api.database.query("begin");
  await addSubscriber(id);
  await expect(addBasis(id, "MARKETING_AND_SALES", "LEGITIMATE_INTERESTS")).rejects.toThrow(
    /register allows no such basis/,
  );
  await api.database.query("rollback");
});

test("the database knows the register's bases, and no other", async () => {
  const { rows } = await api.database.query<{ kind: string; purpose: string; basis: string }>(
    "select subject_kind as kind, purpose, lawful_basis as basis from register_bases",
  );
  const text = (row: { kind: string; purpose: string; basis: string }) =>
    `${row.kind} ${row.purpose} ${row.basis}`;
  expect(rows.map(text).sort()).toEqual(allowedBases().map(text).sort());
});

test("the bits of the program and of the database are the same", async () => {
  for (const purpose of PURPOSES) {
    const { rows } = await api.database.query<{ bit: number }>("select purpose_bit($1) as bit", [
      purpose,
    ]);
    expect(rows[0]?.bit).toBe(PURPOSE_BITS[purpose]);
  }
});

test("what expires is closed at once in both walls, without a row being written", async () => {
  const id = newId();
  await api.database.query("begin");
  await addSubscriber(id);
  const soon = new Date(Date.now() + 1_500).toISOString();
  await addBasis(id, "NEWSLETTER", "CONSENT", soon);
  await api.database.query("commit");
  const ask = () => api.as("marketing")("query ($id: ID!) { subscriber(id: $id) { id } }", { id });
  expect((await ask()).data.subscriber).toEqual({ id });
  await new Promise((done) => setTimeout(done, 1_700));
  expect((await ask()).data.subscriber).toBeNull();
  expect(await purposesOf(id)).toBe(PURPOSE_BITS.NEWSLETTER);
  await api.database.query("select derive_expired()");
  expect(await purposesOf(id)).toBe(0);
});

test.each([
  "update lawful_bases set purpose = 'SECURITY'",
  "delete from lawful_bases",
  "truncate lawful_bases cascade",
])("«%s» is refused, even of a superuser", async (statement) => {
  await expect(api.database.query(statement)).rejects.toThrow(/written once and never changed/);
});
