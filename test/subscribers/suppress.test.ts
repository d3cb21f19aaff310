// An address is stopped for one purpose or for all: what else its person agreed to goes on, and a stop stays whichever way
// the address comes back.
import { CASES } from "../../seeds/cases";
import { bring, worker } from "../imports/sending";
import { type Api, openApi } from "../setup/api";

let api: Api;
let queue: Awaited<ReturnType<typeof worker>>;
beforeAll(async () => {
  api = await openApi();
  queue = await worker(api);
}, 30_000);
afterAll(async () => {
  await queue.stop();
  await api.close();
});

const SUPPRESS =
  "mutation ($input: SuppressionAddInput!) { suppressionAdd(input: $input) { isSuppressed userErrors { code } } }";
const suppress = (emailAddress: string, purpose?: string, headers?: Record<string, string>) =>
  api.as("marketing")(SUPPRESS, { input: { emailAddress, purpose, reason: "ASKED" } }, headers);

const AT = "2026-02-03T04:05:06Z";
const importOne = async (kind: "SUBSCRIBERS" | "PROSPECTS", emailAddress: string) => {
  const row = { row: 2, name: "Nora Tal", emailAddress, confirmedAt: AT };
  const { data } = await api.as("marketing")(
    "mutation ($input: ContactsImportInput!) { contactsImport(input: $input) { added refused { code } } }",
    { input: { kind, rows: [row], source: "Test list", wording: "Send it to me." } },
  );
  return data.contactsImport as { added: number; refused: { code: string }[] };
};
const createProspect = async (emailAddress: string) => {
  const consent = { wording: "Yes, write to me.", givenAt: AT };
  const input = {
    ...{ name: "Nora Tal", kind: "PARTNER", source: "Trade fair", emailAddress },
    ...{ basis: "CONSENT", consent, informedOn: "2026-02-03" },
  };
  const { data } = await api.as("marketing")(
    "mutation ($input: ProspectCreateInput!) { prospectCreate(input: $input) { prospect { id } userErrors { code } } }",
    { input },
  );
  return data.prospectCreate as { prospect: object | null; userErrors: { code: string }[] };
};

/** Somebody who agreed to both, as both. */
async function readerAndProspect(emailAddress: string) {
  expect(await importOne("SUBSCRIBERS", emailAddress)).toEqual({ added: 1, refused: [] });
  expect((await createProspect(emailAddress)).userErrors).toEqual([]);
}

type Said = { mayEmail: boolean; channels: { isAllowed: boolean; because: string }[] };
async function said(list: "subscribers" | "prospects", emailAddress: string) {
  const { data } = await api.as("marketing")(
    `{ ${list}(filter: { emailAddress: "${emailAddress}" }) { nodes { mayEmail channels { isAllowed because } } } }`,
  );
  const [{ mayEmail, channels }] = data[list].nodes as [Said];
  expect(channels[0]!.isAllowed).toBe(mayEmail);
  return channels[0]!.because;
}

const rowsOf = async (emailAddress: string) =>
  (
    await api.database.query<{ purpose: string | null; reason: string }>(
      `select purpose, reason from suppressions
       where email_hash in (select email_hash from subscribers where email_canonical = $1
         union select email_hash from prospects where email_canonical = $1)
       order by purpose nulls first`,
      [emailAddress],
    )
  ).rows;

const CONSENTED = "Mail is allowed: the person consented on 3 February 2026 (Art. 7).";
const NEVER = "No mail: the address must not be mailed any more, whoever it is of.";
const NO_NEWSLETTER =
  "No mail: the address must not be sent the newsletter any more, whoever it is of.";
const NO_MARKETING = "No mail: the address must not be sent marketing any more, whoever it is of.";

test("who only doesn't want the newsletter is sent what else was agreed to, and the other way round", async () => {
  await readerAndProspect("both@stop.example.com");
  await readerAndProspect("other@stop.example.com");
  await suppress("Both@stop.example.com", "NEWSLETTER");
  await suppress("other@stop.example.com", "MARKETING_AND_SALES");
  expect(await said("subscribers", "both@stop.example.com")).toBe(NO_NEWSLETTER);
  expect(await said("prospects", "both@stop.example.com")).toBe(CONSENTED);
  expect(await said("subscribers", "other@stop.example.com")).toBe(CONSENTED);
  expect(await said("prospects", "other@stop.example.com")).toBe(NO_MARKETING);
});

test("without a purpose all mail stops, whatever was stopped before", async () => {
  await readerAndProspect("all@stop.example.com");
  await suppress("all@stop.example.com", "NEWSLETTER");
  await suppress("all@stop.example.com");
  expect(await said("subscribers", "all@stop.example.com")).toBe(NEVER);
  expect(await said("prospects", "all@stop.example.com")).toBe(NEVER);
  expect(await rowsOf("all@stop.example.com")).toEqual([
    { purpose: null, reason: "ASKED" },
    { purpose: "NEWSLETTER", reason: "ASKED" },
  ]);
});

test("the same again is harmless, and an address that nobody has answers alike", async () => {
  const before = async () =>
    (await api.database.query("select from suppressions")).rowCount as number;
  const count = await before();
  await readerAndProspect("twice@stop.example.com");
  const first = await suppress("twice@stop.example.com", "NEWSLETTER");
  const again = await suppress("TWICE@stop.example.com", "NEWSLETTER");
  const unknown = await suppress("nobody@stop.example.com", "NEWSLETTER");
  expect(first.data.suppressionAdd).toEqual({ isSuppressed: true, userErrors: [] });
  expect(again.text).toBe(first.text);
  expect(unknown.text).toBe(first.text);
  expect(await before()).toBe(count + 2);
});

test("a customer's contact is stopped for marketing, and not by a stop of the newsletter", async () => {
  const { rows } = await api.database.query<{ address: string }>(
    "select email_canonical as address from customer_contacts where may_email",
  );
  const { address } = rows[0]!;
  const isMailed = async () =>
    (await api.as("marketing")("{ customerContacts(first: 1) { nodes { mayEmail } } }")).data
      .customerContacts.nodes as object[];
  await suppress(address, "NEWSLETTER");
  expect(await isMailed()).toEqual([{ mayEmail: true }]);
  await suppress(address, "MARKETING_AND_SALES");
  expect(await isMailed()).toEqual([{ mayEmail: false }]);
});

test("a stop stays when the record is gone and the address comes back, for what it was about", async () => {
  const address = "back@stop.example.com";
  await readerAndProspect(address);
  await suppress(address, "NEWSLETTER");
  for (const table of ["subscribers", "prospects"])
    await api.database.query(`delete from ${table} where email_canonical = $1`, [address]);
  const closed = { added: 0, refused: [{ code: "ADDRESS_CLOSED" }] };
  expect(await importOne("SUBSCRIBERS", "BACK@stop.example.com")).toEqual(closed);
  expect(await importOne("PROSPECTS", address)).toEqual({ added: 1, refused: [] });

  await suppress(address, "MARKETING_AND_SALES");
  await api.database.query("delete from prospects where email_canonical = $1", [address]);
  expect(await importOne("PROSPECTS", address)).toEqual(closed);
  expect((await createProspect(address)).userErrors).toEqual([{ code: "ADDRESS_CLOSED" }]);
});

test("a record that an undone import closed is not opened again for what the address is stopped for", async () => {
  const file = "email,name\nundone@stop.example.com,Nora Tal";
  const { id } = await bring(api, file, "PROSPECTS");
  const { data } = await api.as("marketing")(
    "mutation ($id: ID!) { importUndo(input: { id: $id }) { userErrors { code } } }",
    { id },
  );
  expect(data.importUndo.userErrors).toEqual([]);
  const isOpen = async () => {
    const { rows } = await api.database.query(
      "select purposes & 8 <> 0 as is_open from prospects where email_canonical = 'undone@stop.example.com'",
    );
    return rows[0].is_open as boolean;
  };
  for (let tries = 200; tries && (await isOpen()); tries -= 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  await suppress("undone@stop.example.com", "MARKETING_AND_SALES");
  expect(await bring(api, file, "PROSPECTS")).toMatchObject({ added: 0, refused: 1 });
  expect(await isOpen()).toBe(false);
});

test("who left the list of a file is stopped for that list; what bounced, complained or opted out, for all", async () => {
  const names = ["left", "bounced", "complained", "optedout", "leftandbounced"];
  for (const name of names) await readerAndProspect(`${name}@file.stop.example.com`);
  await bring(
    api,
    [
      "email,status,unsubscribed at,opted out",
      "left@file.stop.example.com,unsubscribed,2026-02-02,",
      "bounced@file.stop.example.com,bounced,,",
      "complained@file.stop.example.com,complained,,",
      "optedout@file.stop.example.com,subscribed,2026-02-02,yes",
      "leftandbounced@file.stop.example.com,bounced,2026-02-02,",
    ].join("\n"),
  );
  const stopped = [];
  for (const name of names) stopped.push(await rowsOf(`${name}@file.stop.example.com`));
  expect(stopped).toEqual([
    [{ purpose: "NEWSLETTER", reason: "UNSUBSCRIBED" }],
    [{ purpose: null, reason: "BOUNCED" }],
    [{ purpose: null, reason: "COMPLAINED" }],
    [{ purpose: null, reason: "OPTED_OUT" }],
    [{ purpose: null, reason: "BOUNCED" }],
  ]);
  expect(await said("prospects", "left@file.stop.example.com")).toBe(CONSENTED);

  await readerAndProspect("left.marketing@file.stop.example.com");
  await bring(
    api,
    "email,name,status\nleft.marketing@file.stop.example.com,N,unsubscribed",
    "PROSPECTS",
  );
  expect(await said("prospects", "left.marketing@file.stop.example.com")).toBe(NO_MARKETING);
  expect(await said("subscribers", "left.marketing@file.stop.example.com")).toBe(CONSENTED);
});

test("whoever acts for one purpose alone stops for that one", async () => {
  const narrowed = { "x-purpose": "MARKETING_AND_SALES" };
  const { data } = await suppress("narrow@stop.example.com", "MARKETING_AND_SALES", narrowed);
  expect(data.suppressionAdd).toEqual({ isSuppressed: true, userErrors: [] });
  const { errors } = await suppress("narrow@stop.example.com", "NEWSLETTER", narrowed);
  expect(errors?.[0]?.extensions.code).toBe("PURPOSE_NOT_ALLOWED");
  const { rows } = await api.database.query(
    `select purpose, subject_kind, row_count, subject_ids from audit_entries
     where operation = 'suppressionAdd' and action = 'WRITE' order by id desc limit 1`,
  );
  expect(rows).toEqual([
    {
      ...{ purpose: "MARKETING_AND_SALES", subject_kind: "PROSPECT" },
      ...{ row_count: 1, subject_ids: [] },
    },
  ]);
});

test("nothing but what mail is sent for can be stopped", async () => {
  const { status, errors } = await suppress("no@stop.example.com", "SECURITY");
  expect([status, errors?.length]).toEqual([200, 1]);
  await expect(
    api.database.query(
      "insert into suppressions (email_hash, purpose, reason) values ('\\x00', 'SECURITY', 'ASKED')",
    ),
  ).rejects.toThrow(/check constraint/);
});

test("what a stop does not concern is not derived anew", async () => {
  const { rows } = await api.database.query<{ address: string }>(
    "select email_canonical as address from prospects where email_canonical = $1",
    [CASES.restricted],
  );
  const version = async () =>
    (
      await api.database.query("select xmin::text from prospects where email_canonical = $1", [
        rows[0]!.address,
      ])
    ).rows[0] as object;
  const before = await version();
  await suppress(rows[0]!.address, "NEWSLETTER");
  expect(await version()).toEqual(before);
  await suppress(rows[0]!.address, "MARKETING_AND_SALES");
  expect(await version()).not.toEqual(before);
});
