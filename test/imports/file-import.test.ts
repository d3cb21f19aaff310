// Whole files: recognised, looked at, brought in by a worker, and taken back.
import { STORY_PEOPLE } from "../../seeds/story-people";
import { NoSuchObject, objectStore } from "../../src/files/object-store";
import { sweepFiles } from "../../src/files/sweep-files";
import { linesOf } from "../../src/imports/file/lines";
import { recordsOf } from "../../src/imports/file/records";
import { sweep } from "../../src/jobs/sweep";
import { type Api, openApi } from "../setup/api";
import { bring, change, ended, prepare, read, start, undo, upload, worker } from "./sending";

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

const MAILCHIMP =
  "Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,LEID,NOTES";
const subscribed = (name: string, at = "2026-01-02 03:04:05") =>
  `${name}@file.example.com,${name},Of Mailchimp,2,${at},${at},1,"line one\nline two"`;
const file = (...lines: string[]) => `${lines.join("\n")}\n`;
const subscriber = async (name: string) =>
  (
    await api.database.query<{ name: string; purposes: number; may_email: boolean }>(
      "select name, purposes, may_email from subscribers where email_canonical = $1",
      [`${name}@file.example.com`],
    )
  ).rows[0];

test("Mailchimp's three files come to the same end in whatever order", async () => {
  const unsubscribed = file(
    "Email Address,First Name,Last Name,UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,LEID",
    "gone@file.example.com,G,One,2026-02-02 02:02:02,A campaign,1",
  );
  const cleaned = file(
    "Email Address,First Name,Last Name,CLEAN_TIME,CLEAN_CAMPAIGN_TITLE,LEID",
    "dead@file.example.com,D,One,2026-02-02 02:02:02,A campaign,1",
  );
  const all = file(MAILCHIMP, subscribed("here"), subscribed("gone"), subscribed("dead"));
  expect(await bring(api, all)).toMatchObject({ tool: "MAILCHIMP", state: "DONE", added: 3 });
  expect(await bring(api, unsubscribed)).toMatchObject({ stopped: 1, refused: 0 });
  expect(await bring(api, cleaned)).toMatchObject({ stopped: 1, refused: 0 });
  const mailable = async () => [
    (await subscriber("here"))?.may_email,
    (await subscriber("gone"))?.may_email,
    (await subscriber("dead"))?.may_email,
  ];
  expect(await mailable()).toEqual([true, false, false]);
  const again = await bring(api, all);
  expect(again).toMatchObject({ added: 0, changed: 0, unchanged: 1, refused: 2 });
  expect(again.refusals.map(({ code }: { code: string }) => code)).toEqual([
    "ADDRESS_CLOSED",
    "ADDRESS_CLOSED",
  ]);
  expect(await mailable()).toEqual([true, false, false]);

  const before = file(
    "Email Address,First Name,Last Name,UNSUB_TIME,LEID",
    "first.left@file.example.com,F,One,2026-02-02 02:02:02,1",
  );
  expect(await bring(api, before)).toMatchObject({ stopped: 1 });
  expect(await bring(api, file(MAILCHIMP, subscribed("first.left")))).toMatchObject({
    added: 0,
    refused: 1,
  });
});

test("Brevo's and HubSpot's words mean here what they mean there", async () => {
  const brevo = file(
    "CONTACT ID;EMAIL;FIRSTNAME;LASTNAME;EMAIL_BLACKLISTED;ADDED_TIME;MODIFIED_TIME",
    "1;brevo.one@file.example.com;B;One;false;2026-01-01 10:00:00;2026-01-01 10:00:00",
    "2;brevo.two@file.example.com;B;Two;true;2026-01-01 10:00:00;2026-01-01 10:00:00",
  );
  const confirmedAt = "2026-03-01T00:00:00Z";
  const first = await bring(api, brevo, "SUBSCRIBERS", { confirmedAt });
  expect(first).toMatchObject({ tool: "BREVO", delimiter: ";", added: 1, stopped: 1, refused: 0 });
  const hubspot = file(
    `Record ID,First Name,Last Name,Email,Company Name,Unsubscribed from all email,Legal basis for processing contact's data`,
    `1,H,One,hub.one@file.example.com,Acme,No,Freely given consent from contact;Legitimate interest – existing customer`,
    `2,H,Two,hub.two@file.example.com,Acme,No,Legitimate interest – prospect/lead`,
    `3,H,Three,hub.three@file.example.com,Acme,Yes,Freely given consent from contact`,
  );
  const second = await bring(api, hubspot, "SUBSCRIBERS", { confirmedAt });
  expect(second).toMatchObject({ tool: "HUBSPOT", added: 1, stopped: 1, refused: 1 });
  expect(second.refusals).toMatchObject([{ row: 3, code: "NOT_CONFIRMED" }]);
  const third = await bring(api, hubspot, "PROSPECTS");
  expect(third).toMatchObject({ added: 2, refused: 0, unchanged: 1 });
  const { rows } = await api.database.query(
    "select company_name, source, informed_on, may_email from prospects where email_canonical = 'hub.two@file.example.com'",
  );
  expect(rows).toEqual([
    { company_name: "Acme", source: "A fair in Utrecht", informed_on: null, may_email: false },
  ]);
});

test("a stop holds though nobody mapped its column, and though the rest of its row can't be read", async () => {
  const people = ["left", "bounced", "longname", "broken", "nul", "quote", "stays"];
  await bring(api, file(MAILCHIMP, ...people.map((name) => subscribed(`stop.${name}`))));
  const mailable = async () => {
    const found: unknown[] = [];
    for (const name of people) found.push((await subscriber(`stop.${name}`))?.may_email);
    return found;
  };
  expect(await mailable()).toEqual(people.map(() => true));
  const row = (name: string, cells: string) => `stop.${name}@file.example.com,${cells}`;
  const later = file(
    "email,name,status,confirmed at",
    row("left", "L,Unsubscribed,2026-01-02"),
    row("bounced", "B,cleaned,2026-01-02"),
    row("longname", `${"n".repeat(2_000)},unsubscribed,no time`),
    row("broken", '"B\nroken",unsubscribed,2026-01-02'),
    row("nul", "N\0,unsubscribed,2026-01-02"),
    row("quote", 'The "Q",unsubscribed,2026-01-02'),
    row("stays", "S,customer,2026-01-02"),
  );
  const { import: prepared } = await prepare(api, later);
  const fields = [
    { field: "EMAIL_ADDRESS", column: 0 },
    { field: "NAME", column: 1 },
  ];
  await change(api, "importMappingSet", "ImportMappingSetInput", { id: prepared.id, fields });
  await start(api, prepared.id, { confirmedAt: "2026-01-02T00:00:00Z" });
  expect(await ended(api, prepared.id)).toMatchObject({ stopped: 6, state: "DONE" });
  expect(await mailable()).toEqual(people.map((name) => name === "stays"));
});

test("a file of any letters and columns is looked at, mapped by hand, and read so the next time", async () => {
  const odd = Buffer.from(
    `\ufeff${file("Wer\tWohin\tWann", "Jörg Müller\tjoerg@file.example.com\t2026-01-01", "Ann\tno address\t")}`,
    "utf16le",
  );
  const { import: prepared } = await prepare(api, odd);
  expect(prepared).toMatchObject({
    ...{ tool: "OTHER", encoding: "UTF-16LE", delimiter: "\t", columns: ["Wer", "Wohin", "Wann"] },
    fields: [],
  });
  expect((await start(api, prepared.id)).userErrors).toMatchObject([{ code: "REQUIRED" }]);
  const fields = [
    { field: "NAME", column: 0 },
    { field: "EMAIL_ADDRESS", column: 1 },
    { field: "CONFIRMED_AT", column: 2 },
  ];
  const set = await change(api, "importMappingSet", "ImportMappingSetInput", {
    id: prepared.id,
    fields,
  });
  expect(set.import.fields.map(({ name }: { name: string }) => name)).toEqual([
    "Wer",
    "Wohin",
    "Wann",
  ]);
  const { data } = await api.as("marketing")(
    `query ($id: ID!) { importPreview(id: $id) { columns { name sample } rowsLookedAt
      rows { row prediction code cells { field text } } counts { prediction count } } }`,
    { id: prepared.id },
  );
  expect(data.importPreview).toMatchObject({
    columns: [{ name: "Wer", sample: "Jörg Müller" }, {}, {}],
    rowsLookedAt: 2,
    rows: [
      { row: 2, prediction: "NEW", code: null },
      { row: 3, prediction: "REFUSED", code: "INVALID" },
    ],
  });
  await start(api, prepared.id);
  expect(await ended(api, prepared.id)).toMatchObject({ added: 1, refused: 1, percent: 100 });
  expect(await subscriber("joerg")).toMatchObject({ name: "Jörg Müller", may_email: true });
  expect((await prepare(api, odd)).import.fields).toHaveLength(3);
});

test("rows that were refused can be taken away as a file, by a link of its own", async () => {
  const done = await bring(api, file(MAILCHIMP, subscribed("fine"), "no address,A,B,,,,,"));
  expect(done).toMatchObject({ added: 1, refused: 1 });
  const response = await fetch(
    String(done.errorsUrl).replace(/^.*\/exports/, `${api.address}/exports`),
  );
  expect(response.status).toBe(200);
  expect(response.headers.get("content-disposition")).toContain("people.csv.errors.csv");
  expect(await response.text()).toBe(
    "row,field,code,reason\n4,emailAddress,INVALID,This is no e-mail address.\n",
  );
  const altered = String(done.errorsUrl).replace(/.$/, (last) => (last === "A" ? "B" : "A"));
  expect((await fetch(altered.replace(/^.*\/exports/, `${api.address}/exports`))).status).toBe(404);
});

test("an undone import leaves what was changed since and what it stopped, and the file can come again", async () => {
  await bring(api, file(MAILCHIMP, subscribed("known"), subscribed("renamed")));
  const second = file(
    MAILCHIMP,
    subscribed("fresh"),
    subscribed("touched"),
    subscribed("known").replace("known,Of", "Known,Anew"),
    subscribed("renamed").replace("renamed,Of", "Renamed,Anew"),
  );
  const brought = await bring(api, second);
  expect(brought).toMatchObject({ added: 2, changed: 2 });
  await api.database.query(
    "update subscribers set name = 'By hand' where email_canonical in ('touched@file.example.com', 'renamed@file.example.com')",
  );
  expect(await undo(api, brought.id)).toMatchObject({ state: "UNDONE", restored: 2, kept: 2 });
  expect(await subscriber("fresh")).toMatchObject({ purposes: 0, may_email: false });
  expect(await subscriber("touched")).toMatchObject({ name: "By hand", may_email: true });
  expect(await subscriber("known")).toMatchObject({ name: "known Of Mailchimp" });
  expect(await subscriber("renamed")).toMatchObject({ name: "By hand" });

  const again = await bring(api, second);
  expect(again).toMatchObject({ added: 1, changed: 3, refused: 0 });
  expect(await subscriber("fresh")).toMatchObject({ purposes: 16, may_email: true });
  expect(await undo(api, again.id)).toMatchObject({ restored: 4, kept: 0 });
});

test("after thirty days it is forgotten what an import overwrote, and it can't be undone any more", async () => {
  const done = await bring(api, file(MAILCHIMP, subscribed("of.old"), "no address,A,B,,,,,"));
  const age = (days: number) =>
    api.database.query(
      "update imports set ended_at = now() - make_interval(days => $2) where id = $1",
      [done.id, days],
    );
  const kept = async () =>
    (
      await api.database.query(
        `select (select count(*)::int from import_rows where import_id = $1) as rows,
           (select count(*)::int from import_refusals where import_id = $1) as refusals`,
        [done.id],
      )
    ).rows[0];
  await age(29);
  await sweep();
  expect(await kept()).toEqual({ rows: 1, refusals: 1 });
  await age(31);
  await sweep();
  expect(await kept()).toEqual({ rows: 0, refusals: 0 });
  const late = await change(api, "importUndo", "ImportInput", { id: done.id });
  expect(late.userErrors).toMatchObject([
    { code: "CONFLICT", message: expect.stringContaining("30 days") },
  ]);
});

test("files end: first nobody reads them, then their bytes are gone", async () => {
  const { fileId } = (await (await upload(api, "Email,Name\na@b.example.com,A\n")).json()) as {
    fileId: string;
  };
  await api.database.query("update files set expires_at = now() where id = $1", [fileId]);
  await sweepFiles();
  await expect(objectStore().get(fileId)).rejects.toThrow(NoSuchObject);
  expect((await api.database.query("select from files where id = $1", [fileId])).rowCount).toBe(0);
});

test("an import that was cancelled before it began brings nothing, and can't begin", async () => {
  const { import: prepared } = await prepare(api, file(MAILCHIMP, subscribed("never")));
  const cancelled = await change(api, "importCancel", "ImportInput", { id: prepared.id });
  expect(cancelled.import.state).toBe("CANCELLED");
  expect((await start(api, prepared.id)).userErrors).toMatchObject([{ code: "CONFLICT" }]);
  const undone = await change(api, "importUndo", "ImportInput", { id: prepared.id });
  expect(undone.userErrors).toMatchObject([{ code: "CONFLICT" }]);
  expect(await subscriber("never")).toBeUndefined();
});

test.each<[string, string | Buffer, string, RegExp]>([
  ["nothing", "", "REQUIRED", /empty/],
  ["blanks", "\n\n", "REQUIRED", /empty/],
  ["no names of columns", "a@b.example.com,Ann\n", "REQUIRED", /must name the columns/],
  ["no rows", "Email,Name\n\n", "REQUIRED", /no row below/],
  ["two columns of one name", "Email,Name,email\n", "DUPLICATE", /Two columns/],
  ["a million columns", `Email${",x".repeat(1_000_000)}\n`, "TOO_LONG", /64 KiB|columns/],
  [
    "long names",
    `Email,${Array.from({ length: 100 }, (_, n) => `${n}${"x".repeat(200)}`).join()}\n`,
    "TOO_LONG",
    /more than 16384 characters/,
  ],
  ["a ZIP", Buffer.from("504b030414000000", "hex"), "INVALID", /ZIP or Excel/],
  ["an old Excel file", Buffer.from("d0cf11e0a1b11ae1", "hex"), "INVALID", /Excel/],
  ["a NUL in the first line", "Email\u0000,Name\n", "INVALID", /NUL/],
])("a file of %s is refused, and it is said why", async (_, body, code, message) => {
  const { import: prepared, userErrors } = await prepare(api, body);
  expect(prepared).toBeNull();
  expect(userErrors).toMatchObject([{ field: "fileId", code }]);
  expect(userErrors[0].message).toMatch(message);
});

test("one person's files take so much of the store and no more", async () => {
  await api.database.query("update files set byte_count = 11::bigint * 1024 * 1024 * 1024");
  const response = await upload(api, "Email\na@b.example.com\n");
  await api.database.query("update files set byte_count = 100");
  expect([response.status, await response.text()]).toEqual([
    413,
    expect.stringContaining("10 GiB"),
  ]);
});

test("whoever reads no further lets go of the file", async () => {
  let isClosed = false;
  async function* pieces() {
    try {
      for (;;) yield Buffer.from("a,b\n".repeat(1_000));
    } finally {
      isClosed = true;
    }
  }
  for await (const record of recordsOf(linesOf(pieces()))) if (record.line > 5) break;
  expect(isClosed).toBe(true);
});

test("whoever is not of marketing sends nothing, and what breaks its word is not kept", async () => {
  for (const role of ["support", "privacy", "operator", "sync"] as const) {
    const response = await upload(api, "x", { as: STORY_PEOPLE[role].viewer });
    expect([role, response.status]).toEqual([role, 403]);
  }
  const digest = { "content-digest": "sha-256=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:" };
  expect((await upload(api, "Email\n", { headers: digest })).status).toBe(400);
  expect((await upload(api, "x", { headers: { "content-type": "application/json" } })).status).toBe(
    415,
  );
  const { rows } = await api.database.query(
    "select audience from audit_entries where action = 'DENIED' and operation = 'upload' order by audience",
  );
  expect(rows).toHaveLength(4);
  expect(await read(api, "no uuid")).toBeNull();
});

test("an import goes on only while whoever began it may, and says so", async () => {
  const { import: prepared } = await prepare(api, file(MAILCHIMP, subscribed("nobody")));
  await queue.stop();
  await start(api, prepared.id);
  await api.database.query(
    "update staff set state = 'DEACTIVATED', deactivated_at = now() where id = $1",
    [STORY_PEOPLE.marketing.viewer.id],
  );
  await new Promise((resolve) => setTimeout(resolve, 3_000)); // what was known of that person is asked anew
  queue = await worker(api);
  const now = async () =>
    (await api.database.query("select state, failure from imports where id = $1", [prepared.id]))
      .rows[0];
  for (let tries = 200; tries && (await now()).state !== "FAILED"; tries -= 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await now()).toEqual({
    state: "FAILED",
    failure: "Whoever began it may not go on with it any more.",
  });
  expect(await subscriber("nobody")).toBeUndefined();
});
