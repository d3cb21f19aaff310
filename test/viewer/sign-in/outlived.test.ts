// A sign-in under way ends with the password that began it, and with the second factor that it asks for.
import { Secret } from "otpauth";
import { STORY_CUSTOMERS, STORY_PASSWORD } from "../../../seeds/story-people";
import { addressHash } from "../../../src/mail/address-hash";
import { linkToken } from "../../../src/viewer/sign-in/link-token";
import { passwordHash } from "../../../src/viewer/sign-in/password";
import { currentCode } from "../../../src/viewer/sign-in/totp";
import { type Api, openApi } from "../../setup/api";
import {
  choose,
  confirm,
  nobodyYet,
  signIn,
  signInAsStaff,
  storyStaff,
  withToken,
} from "../../setup/signing-in";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());
beforeEach(async () => {
  await api.database.query("delete from sign_in_rates; delete from password_resets");
  await api.database.query("update credentials set totp_last_step = 0");
});

/** The person asks for a reset, and follows its link. */
async function reset(emailAddress: string, password: string): Promise<void> {
  await nobodyYet(api)(
    "mutation ($input: PasswordResetRequestInput!) { passwordResetRequest(input: $input) { message } }",
    { input: { emailAddress } },
  );
  const { rows } = await api.database.query(
    "select r.id, c.id as way from password_resets r join credentials c on c.email_hash = r.email_hash",
  );
  for (const { id, way } of rows) {
    const { data } = await nobodyYet(api)(
      "mutation ($input: LinkPasswordInput!) { passwordReset(input: $input) { userErrors { code field } } }",
      { input: { token: linkToken("PASSWORD_RESET", { id, of: way }), password } },
    );
    expect(data.passwordReset.userErrors).toEqual([]);
  }
}

const addressOf = async (id: string): Promise<string> =>
  (await api.database.query("select email_address from platform_users where id = $1", [id])).rows[0]
    .email_address;
const REFUSED = { session: null, userErrors: [{ code: "SIGN_IN_REFUSED" }] };
const secretIn = ({ secret }: { secret: string }) => Buffer.from(Secret.fromBase32(secret).bytes);
const mailsAbout = async (kind: string) =>
  Number(
    (await api.database.query("select count(*) from mails where kind::text = $1", [kind])).rows[0]
      .count,
  );

test("a choice that was offered for the old password is not taken after it was reset", async () => {
  const address = "freelance@agency.example.org";
  const canonical = addressHash(address);
  await api.database.query(
    `insert into credentials (id, person_kind, customer_id, person_id, email_hash, password_hash)
     select gen_random_uuid(), 'PLATFORM_USER', u.customer_id, u.id, u.email_hash, $1 from platform_users u
     where u.email_address = $2`,
    [await passwordHash("the old one at both", canonical, null), address],
  );
  const { challenge } = await signIn(api, address, "the old one at both");
  expect(challenge.step).toBe("CHOOSE");
  await reset(address, "an entirely new one");
  for (const { id } of challenge.choices)
    expect(await choose(api, challenge.token, id)).toMatchObject(REFUSED);
});

test("a second factor that was to be set up under the old password is none", async () => {
  const { address, id } = storyStaff("SUPPORT");
  await api.database.query(
    "update credentials set totp_secret = null, totp_confirmed_at = null where person_id = $1",
    [id],
  );
  const thief = (await signIn(api, address)).challenge;
  const older = (await signIn(api, address)).challenge;
  expect(thief.step).toBe("SET_UP_SECOND_FACTOR");
  await reset(address, "an entirely new one");
  expect(await confirm(api, thief.token, currentCode(secretIn(thief)))).toMatchObject(REFUSED);

  const own = (await signIn(api, address, "an entirely new one")).challenge;
  const beside = (await signIn(api, address, "an entirely new one")).challenge;
  const before = await mailsAbout("SECOND_FACTOR_CHANGED");
  expect((await confirm(api, own.token, currentCode(secretIn(own)))).session).not.toBeNull();
  expect(await mailsAbout("SECOND_FACTOR_CHANGED")).toBe(before + 1);
  for (const late of [older, beside])
    expect(await confirm(api, late.token, currentCode(secretIn(late)))).toMatchObject(REFUSED);
  await api.database.query("update credentials set totp_last_step = 0");
  const { challenge } = await signIn(api, address, "an entirely new one");
  expect((await confirm(api, challenge.token, currentCode(secretIn(own)))).session).not.toBeNull();
});

test("a change of the second factor lets nobody in, and ends with the password", async () => {
  const begin = async (accessToken: string, password: string) =>
    (
      await withToken(api, accessToken)(
        `mutation ($input: SecondFactorBeginInput!) { secondFactorBegin(input: $input) { challenge { token secret } userErrors { code } } }`,
        { input: { password } },
      )
    ).data.secondFactorBegin.challenge;
  const session = await signInAsStaff(api, "MARKETING");
  const begun = await begin(session.accessToken, STORY_PASSWORD);
  expect(await confirm(api, begun.token, currentCode(secretIn(begun)))).toMatchObject(REFUSED);

  const { address } = storyStaff("MARKETING");
  const again = await begin(session.accessToken, STORY_PASSWORD);
  const { data } = await withToken(api, session.accessToken)(
    "mutation ($input: PasswordChangeInput!) { passwordChange(input: $input) { userErrors { code } } }",
    { input: { password: STORY_PASSWORD, newPassword: "an entirely new one" } },
  );
  expect(data.passwordChange.userErrors).toEqual([]);
  const confirmed = await withToken(api, session.accessToken)(
    "mutation ($input: SecondFactorConfirmInput!) { secondFactorConfirm(input: $input) { userErrors { code } } }",
    { input: { challenge: again.token, code: currentCode(secretIn(again)) } },
  );
  expect(confirmed.data.secondFactorConfirm.userErrors).toEqual([{ code: "LINK_NOT_GOOD" }]);
  const { secret } = storyStaff("MARKETING");
  await api.database.query("update credentials set totp_last_step = 0");
  const { challenge } = await signIn(api, address, "an entirely new one");
  expect((await confirm(api, challenge.token, currentCode(secret))).session).not.toBeNull();
});

test("whoever tries an account from elsewhere keeps its person neither out nor from changing the password", async () => {
  const address = await addressOf(STORY_CUSTOMERS[1].user.id);
  const { session } = await signIn(api, address);
  await api.database.query("delete from sign_in_rates");
  for (let n = 0; n < 10; n += 1) await signIn(api, address, "not the password");
  await expect(signIn(api, address)).rejects.toThrow(); // this network is refused
  const { data } = await withToken(api, session.accessToken)(
    "mutation ($input: PasswordChangeInput!) { passwordChange(input: $input) { userErrors { code } } }",
    { input: { password: STORY_PASSWORD, newPassword: "an entirely new one" } },
  );
  expect(data.passwordChange.userErrors).toEqual([]);
});
