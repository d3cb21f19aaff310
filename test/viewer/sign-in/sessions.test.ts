// Sessions: refreshed, listed, ended, and over when they should be.
import { STORY_CUSTOMERS, STORY_PASSWORD } from "../../../seeds/story-people";
import { linkToken } from "../../../src/viewer/sign-in/link-token";
import { type Api, openApi } from "../../setup/api";
import {
  nobodyYet,
  refresh,
  signIn,
  signInAsStaff,
  storyStaff,
  type Tokens,
  withToken,
} from "../../setup/signing-in";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());
beforeEach(async () => {
  await api.database.query("delete from sign_in_rates");
  await api.database.query("update credentials set totp_last_step = 0");
});

const userAddress = async (id: string = STORY_CUSTOMERS[0].user.id): Promise<string> => {
  const { rows } = await api.database.query<{ address: string }>(
    "select email_address as address from platform_users where id = $1",
    [id],
  );
  return rows[0]!.address;
};
const signedIn = async (): Promise<Tokens> => (await signIn(api, await userAddress())).session;
const sessionRow = async (id: string) =>
  (await api.database.query("select * from sessions where id = $1", [id])).rows[0];
const queuedMails = async (kind: string): Promise<number> =>
  (await api.database.query("select from mails where kind = $1", [kind])).rowCount ?? 0;

test("a refresh token serves once and is followed by the next", async () => {
  const first = await signedIn();
  const second = (await refresh(api, first.refreshToken)).session;
  expect(second.sessionId).toBe(first.sessionId);
  expect(second.refreshToken).not.toBe(first.refreshToken);
  const { status } = await withToken(api, second.accessToken)("{ me { id } }");
  expect(status).toBe(200);
});

test("twenty refreshes at once get one successor", async () => {
  const { refreshToken } = await signedIn();
  const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(api, refreshToken)));
  expect(new Set(answers.map(({ session }) => session.refreshToken)).size).toBe(1);
});

test("a refresh token used late ends the session and tells the person", async () => {
  const first = await signedIn();
  const second = (await refresh(api, first.refreshToken)).session as Tokens;
  await api.database.query(
    "update sessions set rotated_at = now() - interval '11 seconds' where id = $1",
    [first.sessionId],
  );
  const mails = await queuedMails("SESSION_REVOKED");
  expect((await refresh(api, first.refreshToken)).userErrors[0].code).toBe("SIGN_IN_REFUSED");
  expect((await sessionRow(first.sessionId)).end_reason).toBe("TOKEN_REUSED");
  expect((await refresh(api, second.refreshToken)).session).toBeNull();
  expect(await queuedMails("SESSION_REVOKED")).toBe(mails + 1);
});

test.each([
  ["altered", (token: string) => token.replace(/.$/, (last) => (last === "A" ? "B" : "A"))],
  ["of a later generation", (token: string) => token.replace(".1.", ".2.")],
  ["empty", () => ""],
  ["of 1 MB", () => "zbr.".repeat(10_000)],
])("a refresh token %s is refused", async (_, change) => {
  const { refreshToken } = await signedIn();
  expect((await refresh(api, change(refreshToken))).session).toBeNull();
  expect((await refresh(api, refreshToken)).session).not.toBeNull();
});

test("a browser keeps the refresh token in a cookie that no script can read", async () => {
  const ask = (body: object, cookie?: string) =>
    fetch(`${api.address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(cookie ? { cookie } : {}) },
      body: JSON.stringify(body),
    });
  const signedInHere = await ask({
    query:
      "mutation ($input: SignInInput!) { signIn(input: $input) { session { refreshToken accessToken } } }",
    variables: {
      input: { emailAddress: await userAddress(), password: STORY_PASSWORD, keepIn: "COOKIE" },
    },
  });
  const cookie = signedInHere.headers.get("set-cookie")!;
  expect(cookie).toMatch(
    /^__Host-session=zbr\.[^;]+; Path=\/; Secure; HttpOnly; SameSite=Strict; Max-Age=2592000$/,
  );
  expect(
    ((await signedInHere.json()) as { data: { signIn: { session: Tokens } } }).data.signIn.session
      .refreshToken,
  ).toBeNull();

  const refreshed = await ask(
    { query: "mutation { sessionRefresh(input: {}) { session { accessToken refreshToken } } }" },
    cookie.split(";")[0],
  );
  expect(refreshed.headers.get("set-cookie")).toMatch(/^__Host-session=zbr\./);
  const { session } = (
    (await refreshed.json()) as { data: { sessionRefresh: { session: Tokens } } }
  ).data.sessionRefresh;
  const out = await fetch(`${api.address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${session.accessToken}` },
    body: JSON.stringify({ query: "mutation { signOut { endedCount } }" }),
  });
  expect(out.headers.get("set-cookie")).toMatch(/^__Host-session=; .*Max-Age=0$/);
});

const OTHERS: Record<string, string>[] = [
  {},
  { cookie: "__Host-session=zbr.of-somebody-else.1.x" },
];

test("a session in a cookie is answered to nobody else, whatever key they send", async () => {
  const send = async (body: object, headers: Record<string, string> = {}) => {
    const response = await fetch(`${api.address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    return { cookie: response.headers.get("set-cookie"), body: await response.text() };
  };
  const { cookie } = await send({
    query: "mutation ($input: SignInInput!) { signIn(input: $input) { session { accessToken } } }",
    variables: {
      input: { emailAddress: await userAddress(), password: STORY_PASSWORD, keepIn: "COOKIE" },
    },
  });
  const again = { query: "mutation { sessionRefresh(input: {}) { session { accessToken } } }" };
  const key = { "idempotency-key": "refresh-of-everybody" };
  const own = await send(again, { ...key, cookie: cookie!.split(";")[0]! });
  expect(own.body).toMatch(/"accessToken":"ey/);
  for (const other of OTHERS) {
    const got = await send(again, { ...key, ...other });
    expect(got.body).not.toMatch(/"accessToken":"ey/);
    expect(got.cookie ?? "").not.toMatch(/zbr/);
  }
});

test("a person sees the own sessions and ends them; nobody sees another's", async () => {
  const [here, there] = [await signedIn(), await signedIn()];
  const mine = withToken(api, here.accessToken);
  const { data } = await mine("{ mySessions { nodes { id device isCurrent endedAt } } }");
  const ids = data.mySessions.nodes.map((node: { id: string }) => node.id);
  expect(ids.slice(0, 2)).toEqual([there.sessionId, here.sessionId]);
  expect(
    data.mySessions.nodes.filter((node: { isCurrent: boolean }) => node.isCurrent),
  ).toHaveLength(1);

  const other = withToken(api, (await signInAsStaff(api, "SUPPORT")).accessToken);
  const end = (id: string) =>
    `mutation { sessionEnd(input: { id: "${id}" }) { endedCount userErrors { code } } }`;
  expect((await other(end(there.sessionId))).data.sessionEnd.endedCount).toBe(0);
  expect((await sessionRow(there.sessionId)).ended_at).toBeNull();
  expect((await mine(end(there.sessionId))).data.sessionEnd.endedCount).toBe(1);
  expect((await mine(end(there.sessionId))).data.sessionEnd.endedCount).toBe(0);
  expect((await refresh(api, there.refreshToken)).session).toBeNull();
});

test("a reset ends all sessions, once, and asking for one says nothing of the address", async () => {
  const session = await signedIn();
  const request = async (emailAddress: string) =>
    (
      await nobodyYet(api)(
        "mutation ($input: PasswordResetRequestInput!) { passwordResetRequest(input: $input) { message } }",
        { input: { emailAddress } },
      )
    ).text;
  expect(await request("nobody.here@example.com")).toBe(await request(await userAddress()));

  const { rows } = await api.database.query(
    `select r.id, c.id as way from password_resets r join credentials c on c.email_hash = r.email_hash
     where c.person_id = $1`,
    [STORY_CUSTOMERS[0].user.id],
  );
  const token = linkToken("PASSWORD_RESET", { id: rows[0].id, of: rows[0].way });
  const reset = async (password: string) =>
    (
      await nobodyYet(api)(
        "mutation ($input: LinkPasswordInput!) { passwordReset(input: $input) { userErrors { code field } } }",
        { input: { token, password } },
      )
    ).data.passwordReset.userErrors;
  expect(await reset("seven77")).toEqual([{ code: "INVALID", field: "password" }]);
  expect(await reset("x".repeat(129))).toEqual([{ code: "INVALID", field: "password" }]);
  expect(await reset("entirely new words")).toEqual([]);
  expect(await reset("and once more, please")).toEqual([{ code: "LINK_NOT_GOOD", field: "token" }]);
  expect((await sessionRow(session.sessionId)).end_reason).toBe("PASSWORD_CHANGED");
  expect((await refresh(api, session.refreshToken)).session).toBeNull();
  expect((await signIn(api, await userAddress(), STORY_PASSWORD)).session).toBeNull();
  expect((await signIn(api, await userAddress(), "entirely new words")).session).not.toBeNull();
});

test("asking for a reset twice with one Idempotency-Key asks once, and its mark commits with it", async () => {
  const counts = async () =>
    (
      await api.database.query(
        `select (select count(*)::int from password_resets) as resets,
           (select count(*)::int from idempotency_keys where applied_at is not null) as marked`,
      )
    ).rows[0];
  const before = await counts();
  const ask = () =>
    nobodyYet(api)(
      "mutation ($input: PasswordResetRequestInput!) { passwordResetRequest(input: $input) { message } }",
      { input: { emailAddress: "asks.twice@example.com" } },
      { "idempotency-key": "asks-twice" },
    );
  expect((await ask()).text).toBe((await ask()).text);
  expect(await counts()).toEqual({ resets: before.resets + 1, marked: before.marked + 1 });
});

test("changing the password keeps this session and ends the others", async () => {
  const address = await userAddress(STORY_CUSTOMERS[1].administrator.id);
  const [here, there] = [
    (await signIn(api, address)).session,
    (await signIn(api, address)).session,
  ];
  const change = async (password: string) =>
    (
      await withToken(api, here.accessToken)(
        "mutation ($input: PasswordChangeInput!) { passwordChange(input: $input) { userErrors { code field } } }",
        { input: { password, newPassword: "a password of my own" } },
      )
    ).data.passwordChange.userErrors;
  expect(await change("not the password")).toEqual([{ code: "INVALID", field: "password" }]);
  expect(await change(STORY_PASSWORD)).toEqual([]);
  expect((await sessionRow(here.sessionId)).ended_at).toBeNull();
  expect((await sessionRow(there.sessionId)).end_reason).toBe("PASSWORD_CHANGED");
});

test("a token is dead within five seconds of what ends it", async () => {
  const { accessToken } = await signInAsStaff(api, "PRIVACY_OFFICER");
  const ask = withToken(api, accessToken);
  expect((await ask("{ viewer { audience } }")).status).toBe(200);
  await api.database.query(
    "update staff set state = 'DEACTIVATED', deactivated_at = now() where id = $1",
    [storyStaff("PRIVACY_OFFICER").id],
  );
  await new Promise((resolve) => setTimeout(resolve, 3_100));
  const refused = await ask("{ viewer { audience } }");
  expect([refused.status, refused.errors?.[0]?.extensions.code]).toEqual([401, "UNAUTHENTICATED"]);
});
