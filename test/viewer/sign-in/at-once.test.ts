// Codes and links that many use at once serve one of them, and a choice or a challenge serves nobody but whom it was
// given to.
import { STORY_CUSTOMERS, STORY_PASSWORD } from "../../../seeds/story-people";
import { addressHash } from "../../../src/mail/address-hash";
import { linkToken } from "../../../src/viewer/sign-in/link-token";
import { passwordHash } from "../../../src/viewer/sign-in/password";
import { currentCode } from "../../../src/viewer/sign-in/totp";
import { type Api, openApi } from "../../setup/api";
import { choose, confirm, nobodyYet, signIn, storyStaff, withToken } from "../../setup/signing-in";

const AT_ONCE = 8;
const REFUSED = "SIGN_IN_REFUSED";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());
beforeEach(() => api.database.query("update credentials set totp_last_step = 0"));

/** Otherwise the limits would answer. */
const forgetRates = () => api.database.query("delete from sign_in_rates");

async function challengesOf(address: string): Promise<string[]> {
  const tokens: string[] = [];
  for (let n = 0; n < AT_ONCE; n += 1) {
    await forgetRates();
    tokens.push((await signIn(api, address)).challenge.token);
  }
  return tokens;
}

const sessionsOf = async (challenges: string[], code: string) =>
  (await Promise.all(challenges.map((each) => confirm(api, each, code)))).flatMap(
    (answer) => answer?.session ?? [],
  );

test("a code and a recovery code serve one of many who use them at once, and no other's challenge", async () => {
  const { address, secret } = storyStaff("SUPPORT");
  const sessions = await sessionsOf(await challengesOf(address), currentCode(secret));
  expect(sessions).toHaveLength(1);
  const { data } = await withToken(api, sessions[0].accessToken)(
    `mutation ($p: String!) { recoveryCodesRenew(input: { password: $p }) { recoveryCodes } }`,
    { p: STORY_PASSWORD },
  );
  const [used, kept] = data.recoveryCodesRenew.recoveryCodes as [string, string];
  expect(await sessionsOf(await challengesOf(address), used)).toHaveLength(1);

  const [others] = await challengesOf(storyStaff("MARKETING").address);
  for (const code of [currentCode(secret), kept])
    expect((await confirm(api, others!, code)).userErrors[0].code).toBe(REFUSED);
});

test("a choice can't be altered, nor taken from somebody else", async () => {
  const address = "freelance@agency.example.org";
  const password = "the same at both of them";
  await forgetRates();
  await api.database.query(
    `insert into credentials (id, person_kind, customer_id, person_id, email_hash, password_hash)
     select gen_random_uuid(), 'PLATFORM_USER', customer_id, id, email_hash, $1 from platform_users where email_address = $2`,
    [await passwordHash(password, addressHash(address), null), address],
  );
  const { challenge } = await signIn(api, address, password);
  const [{ id: own }] = challenge.choices as [{ id: string }];
  const { rows } = await api.database.query<{ id: string }>(
    "select id from credentials where person_id = $1",
    [STORY_CUSTOMERS[0].administrator.id],
  );
  const [way = ""] = own.split(".");
  const altered = [
    ...[`${way}.ACCOUNT_ADMINISTRATOR`, `${way}.OPERATOR`, way, `${own}x`, ""],
    `${rows[0]!.id}.ACCOUNT_ADMINISTRATOR`,
  ];
  for (const choice of altered)
    expect([choice, await choose(api, challenge.token, choice)]).toMatchObject([
      choice,
      { session: null, userErrors: [{ code: REFUSED }] },
    ]);
});

/** How many of those who use a link at once got through. */
async function through(mutation: string, token: string): Promise<number> {
  const query = `mutation ($input: LinkPasswordInput!) { ${mutation}(input: $input) { userErrors { code } } }`;
  const answers = await Promise.all(
    Array.from({ length: AT_ONCE }, (_, n) =>
      nobodyYet(api)(query, { input: { token, password: `entirely new words ${n}` } }),
    ),
  );
  return answers.filter(({ data }) => data?.[mutation]?.userErrors.length === 0).length;
}

test("the links of an invitation and of a reset serve one of many who open them at once", async () => {
  const { data } = await api.as("administrator")(
    "mutation ($input: UserInviteInput!) { userInvite(input: $input) { invitation { id } } }",
    { input: { emailAddress: "one.of.many@x.example.com", name: "One", role: "USER" } },
  );
  const { id } = data.userInvite.invitation as { id: string };
  expect(await through("invitationAccept", linkToken("USER_INVITATION", { id }))).toBe(1);

  const reset = "01990000-0000-7000-8000-00000000d412";
  const { rows } = await api.database.query<{ way: string }>(
    `insert into password_resets (id, email_hash, expires_at)
     select $1, email_hash, now() + interval '1 hour' from credentials where person_id = $2
     returning (select id from credentials where person_id = $2) as way`,
    [reset, STORY_CUSTOMERS[1].administrator.id],
  );
  const token = linkToken("PASSWORD_RESET", { id: reset, of: rows[0]!.way });
  expect(await through("passwordReset", token)).toBe(1);
});
