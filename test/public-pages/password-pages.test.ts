// The pages behind the links in mails, against a real database: opening one changes nothing, its button acts, once.
import { linkToken } from "../../src/viewer/sign-in/link-token";
import { type Api, openApi } from "../setup/api";
import { expectWellMade, readPage } from "./read-page";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

const PASSWORD = "four words in a row";

async function answerOf(path: string, init: RequestInit = {}) {
  const response = await fetch(`${api.address}${path}`, init);
  const text = await response.text();
  const headers = Object.fromEntries(response.headers);
  if (text) expectWellMade(text, headers);
  return { status: response.status, page: readPage(text), headers };
}
const send = (path: string, form: Record<string, string>, headers = {}) =>
  answerOf(path, {
    method: "POST",
    headers: { origin: api.config.publicUrl, ...headers },
    body: new URLSearchParams(form),
  });

async function invitationFor(address: string): Promise<string> {
  const { data } = await api.as("administrator")(
    `mutation { userInvite(input: { name: "Zoë <b>Öz</b>", emailAddress: "${address}" }) { invitation { id } userErrors { code } } }`,
  );
  const { rows } = await api.database.query<{ id: string }>(
    "select id from user_invitations where email_address = $1",
    [address],
  );
  expect(data.userInvite.userErrors).toEqual([]);
  return linkToken("USER_INVITATION", { id: rows[0]!.id });
}

/** Every row that a link could change, or leave behind. */
const traces = async () => {
  const { rows } = await api.database.query(
    `select (select count(*) from platform_users) as users, (select count(*) from credentials) as ways,
       (select count(*) from audit_entries) as entries, (select count(*) from mails) as mails,
       (select jsonb_agg(to_jsonb(i) order by i.id) from user_invitations i) as invitations,
       (select max(password_changed_at) from credentials) as "changedAt",
       (select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)::text), '[]') from sign_in_rates t) as tries`,
  );
  return rows[0] as object;
};

test("opening a link changes nothing, however often and by whom", async () => {
  const token = await invitationFor("opened@harbour.example.com");
  const before = await traces();
  for (const method of ["GET", "GET", "HEAD"])
    for (const path of ["/invitation", "/password"])
      expect((await answerOf(`${path}?token=${token}`, { method })).status).toBe(200);
  expect(await traces()).toEqual(before);
});

test("the button accepts once; again, the page says how to get another link", async () => {
  const token = await invitationFor("accepted@harbour.example.com");
  const done = await send("/invitation", { token, password: PASSWORD });
  expect([done.status, done.page.texts("p")[0]]).toEqual([
    200,
    "Your password is set. You can sign in with it now.",
  ]);
  const again = await send("/invitation", { token, password: PASSWORD });
  expect([again.status, again.page.texts("p")[0]]).toEqual([
    422,
    "This link was used already, or is too old. Ask for a new one.",
  ]);
  expect(again.page.all("form")).toEqual([]);
  expect(again.page.texts("title")[0]).toMatch(/^Not done: /);
});

test("in German every sentence of it is German", async () => {
  const token = await invitationFor("deutsch@harbour.example.com");
  const short = await send("/invitation?lang=de", { token, password: "kurz" });
  expect([short.status, short.page.byId("fault")!.attribs.lang]).toEqual([422, undefined]);
  expect(short.page.texts("p")[0]).toMatch(/^Geben Sie ein Passwort mit 10 bis 128 beliebigen/);
  const [form] = short.page.all("form");
  expect(form!.attribs).toMatchObject({ method: "post", action: "/invitation?lang=de" });
  const [hidden, shown] = short.page.all("input");
  expect(hidden!.attribs).toMatchObject({ type: "hidden", name: "token", value: token });
  expect(shown!.attribs).toMatchObject({
    ...{ type: "password", autocomplete: "new-password", minlength: "10", maxlength: "128" },
    ...{ "aria-invalid": "true", "aria-describedby": "fault rule" },
  });
  const done = await send("/invitation?lang=de", { token, password: PASSWORD });
  expect([done.status, done.page.texts("p")[0]]).toEqual([
    200,
    "Ihr Passwort ist gesetzt. Sie können sich jetzt damit anmelden.",
  ]);
});

test("a refused password leaves the link good, and is not repeated", async () => {
  const token = await invitationFor("short@harbour.example.com");
  const { status, page } = await send("/invitation", { token, password: "<b>short" });
  expect([status, page.texts("p")[0]]).toEqual([
    422,
    "Give password 10 to 128 characters of any kind, for example four words in a row.",
  ]);
  expect(page.all("input").map(({ attribs }) => attribs.value)).toEqual([token, undefined]);
  expect((await send("/invitation", { token, password: PASSWORD })).status).toBe(200);
});

test.each([
  ["altered", "x.1.y"],
  ["empty", ""],
  ["endless", "x".repeat(5_000)],
  ["with markup", `"><script>alert(1)</script>`],
])("a token that is %s opens nothing and leaves no trace", async (_how, token) => {
  const before = await traces();
  for (const path of ["/invitation", "/password"])
    expect((await send(path, { token, password: PASSWORD })).status).toBe(422);
  expect(await traces()).toEqual(before);
});

test("a form that a page of another site sends is refused, as a page", async () => {
  const token = await invitationFor("foreign@harbour.example.com");
  const before = await traces();
  const accept = "text/html,*/*;q=0.8";
  const { status, page } = await send(
    "/invitation",
    { token, password: PASSWORD },
    { origin: "https://elsewhere.example", accept },
  );
  expect([status, page.texts("h1")[0]]).toEqual([403, "This form was not sent from our page"]);
  expect(await traces()).toEqual(before);
});
