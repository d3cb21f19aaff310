// Signing in: what right and wrong, known and unknown get to hear, and the second factor.
import { STORY_CUSTOMERS, STORY_PASSWORD } from "../../../seeds/story-people";
import { addressHash } from "../../../src/mail/address-hash";
import { passwordHash } from "../../../src/viewer/sign-in/password";
import { currentCode } from "../../../src/viewer/sign-in/totp";
import { TOTP, Secret } from "otpauth";
import { type Api, openApi } from "../../setup/api";
import {
  choose,
  confirm,
  signIn,
  signInAsStaff,
  storyStaff,
  withToken,
} from "../../setup/signing-in";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());
beforeEach(async () => {
  await api.database.query("delete from sign_in_rates");
  await api.database.query("update credentials set totp_last_step = 0");
});

const addressOf = async (id: string): Promise<string> => {
  const { rows } = await api.database.query(
    "select email_address from platform_users where id = $1",
    [id],
  );
  return rows[0].email_address;
};
const administrator = () => addressOf(STORY_CUSTOMERS[0].administrator.id);
const entries = async () => {
  const { rows } = await api.database.query(
    "select action, audience, operation, viewer_id from audit_entries where purpose = 'SECURITY' order by id",
  );
  return rows;
};

test("a user signs in with address and password, in whatever letters the address is typed", async () => {
  const { session } = await signIn(api, ` ${(await administrator()).toUpperCase()} `);
  expect(session.expiresInSeconds).toBe(600);
  const { data } = await withToken(api, session.accessToken)("{ viewer { audience customerId } }");
  expect(data.viewer).toEqual({
    audience: "ACCOUNT_ADMINISTRATOR",
    customerId: STORY_CUSTOMERS[0].id,
  });
});

test("a wrong password, an unknown address and something that is no address get the same answer", async () => {
  const answers = [
    await signIn(api, await administrator(), "not the password at all"),
    await signIn(api, "nobody.here@example.com"),
    await signIn(api, "no address"),
    await signIn(api, ""),
    await signIn(api, await administrator(), ""),
    await signIn(api, await administrator(), "x".repeat(60_000)),
    await signIn(api, await administrator(), `${STORY_PASSWORD}\u0000`),
  ];
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0].userErrors[0].code).toBe("SIGN_IN_REFUSED");
});

test("every attempt leaves one entry, known address or not", async () => {
  const before = (await entries()).length;
  await signIn(api, await administrator(), "not the password at all");
  await signIn(api, "nobody.here@example.com");
  await signIn(api, await administrator());
  const added = (await entries()).slice(before);
  expect(added.map(({ action, viewer_id }) => [action, viewer_id])).toEqual([
    ["DENIED", null],
    ["DENIED", null],
    ["WRITE", STORY_CUSTOMERS[0].administrator.id],
  ]);
});

test("NFC and NFD spellings of a password are the same", async () => {
  await setPassword("öffentlich ist es nicht");
  expect(
    (await signIn(api, await administrator(), "öffentlich ist es nicht".normalize("NFD"))).session,
  ).not.toBeNull();
  await setPassword(STORY_PASSWORD);
});

test("after ten wrong tries an account is refused, however the address is written, and known as little as unknown", async () => {
  const address = await administrator();
  for (let n = 0; n < 10; n += 1)
    await signIn(api, n % 2 ? address.toUpperCase() : address, "wrong password");
  for (let n = 0; n < 10; n += 1) await signIn(api, "nobody.here@example.com", "wrong password");
  const ask = (emailAddress: string) =>
    fetch(`${api.address}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-forwarded-for": "203.0.113.7" },
      body: JSON.stringify({
        query:
          "mutation ($input: SignInInput!) { signIn(input: $input) { session { sessionId } } }",
        variables: { input: { emailAddress, password: STORY_PASSWORD } },
      }),
    });
  const [known, unknown] = [await ask(address), await ask("nobody.here@example.com")];
  expect([known.status, unknown.status]).toEqual([429, 429]);
  expect(Number(known.headers.get("retry-after"))).toBeGreaterThan(800);
  const code = async (answer: Response) =>
    ((await answer.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions
      .code;
  expect([await code(known), await code(unknown)]).toEqual(["RATE_LIMITED", "RATE_LIMITED"]);
});

test("one address at two customers is asked which, only where one password fits both", async () => {
  const [first, second] = STORY_CUSTOMERS;
  await api.database.query(
    `insert into credentials (id, person_kind, customer_id, person_id, email_hash, password_hash)
     select gen_random_uuid(), 'PLATFORM_USER', u.customer_id, u.id, u.email_hash, $1 from platform_users u
     where u.email_address = 'freelance@agency.example.org'`,
    [await hashFor("freelance@agency.example.org", "the same at both of them")],
  );
  const { session, challenge } = await signIn(
    api,
    "freelance@agency.example.org",
    "the same at both of them",
  );
  expect(session).toBeNull();
  expect(challenge.step).toBe("CHOOSE");
  expect(challenge.choices.map((each: { customerName: string }) => each.customerName)).toEqual([
    second.name,
    first.name,
  ]);

  const chosen = await choose(api, challenge.token, challenge.choices[1].id);
  const { data } = await withToken(api, chosen.session.accessToken)("{ viewer { customerId } }");
  expect(data.viewer.customerId).toBe(first.id);
  const again = await choose(api, challenge.token, challenge.choices[0].id);
  expect(again.userErrors[0].code).toBe("SIGN_IN_REFUSED");
});

test("our own people need the second factor, and a challenge is no token", async () => {
  const { address, secret } = storyStaff("SUPPORT");
  const { session, challenge } = await signIn(api, address);
  expect([session, challenge.step]).toEqual([null, "SECOND_FACTOR"]);
  const { status } = await withToken(api, challenge.token)("{ viewer { audience } }");
  expect(status).toBe(401);
  const done = await confirm(api, challenge.token, currentCode(secret));
  const { data } = await withToken(api, done.session.accessToken)("{ viewer { audience } }");
  expect(data.viewer.audience).toBe("SUPPORT");
});

test("a code serves once, and one of the step before or after is good", async () => {
  const { address, secret } = storyStaff("SUPPORT");
  const codeAt = (seconds: number) =>
    new TOTP({ secret: new Secret({ buffer: new Uint8Array(secret).buffer }) }).generate({
      timestamp: Date.now() + seconds * 1000,
    });
  const tried = async (code: string) => {
    const { challenge } = await signIn(api, address);
    return (await confirm(api, challenge.token, code)).session !== null;
  };
  expect(await tried(codeAt(-30))).toBe(true);
  expect(await tried(codeAt(-30))).toBe(false);
  expect(await tried(codeAt(0))).toBe(true);
  expect(await tried(codeAt(0))).toBe(false);
  expect(await tried(codeAt(30))).toBe(true);
  expect(await tried(codeAt(0))).toBe(false);
  expect(await tried(codeAt(-300))).toBe(false);
  expect(await tried(codeAt(300))).toBe(false);
});

test("a challenge bears five codes", async () => {
  const { address, secret } = storyStaff("SUPPORT");
  const { challenge } = await signIn(api, address);
  for (let n = 0; n < 5; n += 1) await confirm(api, challenge.token, "000000");
  expect((await confirm(api, challenge.token, currentCode(secret))).session).toBeNull();
});

test("a recovery code stands in for the second factor, once", async () => {
  const ask = withToken(api, (await signInAsStaff(api, "MARKETING")).accessToken);
  const { data } = await ask(
    `mutation { recoveryCodesRenew(input: { password: "${STORY_PASSWORD}" }) { recoveryCodes userErrors { code } } }`,
  );
  const codes: string[] = data.recoveryCodesRenew.recoveryCodes;
  expect(new Set(codes).size).toBe(10);
  const { address } = storyStaff("MARKETING");
  const tried = async (code: string) => {
    const { challenge } = await signIn(api, address);
    return (await confirm(api, challenge.token, code)).session !== null;
  };
  expect(await tried(codes[0]!.toUpperCase().replaceAll("-", " "))).toBe(true);
  expect(await tried(codes[0]!)).toBe(false);
  expect(await tried(codes[1]!)).toBe(true);
});

test("whoever may not act any more is refused like a wrong password", async () => {
  const id = STORY_CUSTOMERS[1].user.id;
  const address = await addressOf(id);
  const wrong = await signIn(api, address, "not the password at all");
  await api.database.query(
    "update platform_users set state = 'DEACTIVATED', deactivated_at = now() where id = $1",
    [id],
  );
  expect(await signIn(api, address)).toEqual(wrong);
});

const hashFor = (address: string, password: string): Promise<Buffer> =>
  passwordHash(password, addressHash(address), null);

async function setPassword(password: string): Promise<void> {
  const address = await administrator();
  const { rows } = await api.database.query(
    "select email_canonical from platform_users where email_address = $1",
    [address],
  );
  await api.database.query("update credentials set password_hash = $1 where person_id = $2", [
    await hashFor(rows[0].email_canonical, password),
    STORY_CUSTOMERS[0].administrator.id,
  ]);
}
