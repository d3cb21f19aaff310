// After two rotations everybody is found as before: people sign in, whoever is suppressed stays so whichever way the
// address comes back, and people are searched for by their address.
import { CASES } from "../../seeds/cases";
import { STORY_CUSTOMERS, STORY_PASSWORD } from "../../seeds/story-people";
import { linkToken } from "../../src/viewer/sign-in/link-token";
import { bring, worker } from "../imports/sending";
import { type Api, openApiOf } from "../setup/api";
import { nobodyYet, signIn, signInAsStaff, withToken } from "../setup/signing-in";
import { createWorld, type World } from "../setup/world";
import { layersOf, runKeys } from "./rotating";

let world: World;
let api: Api;
let suppressedReader: string;
let queue: Awaited<ReturnType<typeof worker>>;

const SUPPRESS =
  "mutation ($input: SuppressionAddInput!) { suppressionAdd(input: $input) { isSuppressed } }";
const opened = () => openApiOf({ ...world, drop: () => Promise.resolve() });

beforeAll(async () => {
  world = await createWorld();
  const { rows } = await world.asOwner.query<{ address: string }>(
    "select email_address as address from subscribers join suppressions using (email_hash) where purposes & 16 <> 0 limit 1",
  );
  suppressedReader = rows[0]!.address;
  const before = await opened();
  const input = { emailAddress: "never@keys.example.com", reason: "ASKED" };
  await before.as("marketing")(SUPPRESS, { input });
  await before.as("marketing")(SUPPRESS, {
    input: { ...input, emailAddress: "no.letter@keys.example.com", purpose: "NEWSLETTER" },
  });
  await before.close();
  await runKeys(world, "rotate-address-hash");
  await runKeys(world, "rotate-address-hash");
  expect(await layersOf(world)).toBe(3);
  api = await opened();
  queue = await worker(api);
}, 30_000);
afterAll(async () => {
  await queue.stop();
  await api.close();
  await world.drop();
});
beforeEach(() => world.asOwner.query("delete from sign_in_rates"));

const [harbour, other] = STORY_CUSTOMERS;
const addressOf = async (id: string) =>
  (
    await world.asOwner.query<{ address: string }>(
      "select email_address as address from platform_users where id = $1",
      [id],
    )
  ).rows[0]!.address;

test("people sign in with the password they have, and with no other", async () => {
  const address = await addressOf(harbour.administrator.id);
  const { session } = await signIn(api, address.toUpperCase());
  const { data } = await withToken(api, session.accessToken)("{ viewer { customerId } }");
  expect(data.viewer).toEqual({ customerId: harbour.id });
  expect((await signIn(api, address, "not the password")).userErrors).toMatchObject([
    { code: "SIGN_IN_REFUSED" },
  ]);
  expect((await signInAsStaff(api, "SUPPORT")).accessToken).toEqual(expect.any(String));
});

test("a password is changed and reset, and the new one is the one that works", async () => {
  const address = await addressOf(harbour.user.id);
  const { session } = await signIn(api, address);
  const { data } = await withToken(api, session.accessToken)(
    "mutation ($input: PasswordChangeInput!) { passwordChange(input: $input) { userErrors { code } } }",
    { input: { password: STORY_PASSWORD, newPassword: "four words for changing" } },
  );
  expect(data.passwordChange.userErrors).toEqual([]);
  expect((await signIn(api, address, "four words for changing")).session).not.toBeNull();
  expect((await signIn(api, address)).session).toBeNull();

  await nobodyYet(api)(
    "mutation ($input: PasswordResetRequestInput!) { passwordResetRequest(input: $input) { message } }",
    { input: { emailAddress: address } },
  );
  const { rows } = await world.asOwner.query<{ id: string; of: string }>(
    `select r.id, c.id as of from password_resets r join credentials c on c.email_hash = r.email_hash
     where c.person_id = $1`,
    [harbour.user.id],
  );
  const reset = await nobodyYet(api)(
    "mutation ($input: LinkPasswordInput!) { passwordReset(input: $input) { userErrors { code } } }",
    {
      input: { token: linkToken("PASSWORD_RESET", rows[0]!), password: "four words for the reset" },
    },
  );
  expect(reset.data.passwordReset.userErrors).toEqual([]);
  expect((await signIn(api, address, "four words for the reset")).session).not.toBeNull();
});

test("who has another way in since has one salt for both, and so one hash tells both apart", async () => {
  const address = await addressOf(other.user.id);
  const invite =
    "mutation ($input: UserInviteInput!) { userInvite(input: $input) { invitation { id } userErrors { code } } }";
  const { data } = await api.as("administrator")(invite, {
    input: { name: "Twice Here", emailAddress: address, role: "USER" },
  });
  const token = linkToken("USER_INVITATION", {
    id: data.userInvite.invitation.id as string,
    generation: 1,
  });
  const accepted = await nobodyYet(api)(
    "mutation ($input: LinkPasswordInput!) { invitationAccept(input: $input) { userErrors { code } } }",
    { input: { token, password: STORY_PASSWORD } },
  );
  expect(accepted.data.invitationAccept.userErrors).toEqual([]);
  const { rows } = await world.asOwner.query(
    `select count(*)::int as ways, count(distinct c.password_salt)::int as salts from credentials c
     where c.email_hash = (select email_hash from platform_users where id = $1)`,
    [other.user.id],
  );
  expect(rows).toEqual([{ ways: 2, salts: 1 }]);
  const { challenge } = await signIn(api, address);
  expect(challenge.step).toBe("CHOOSE");
  expect(challenge.choices).toHaveLength(2);
});

test("whoever was suppressed before is refused in whatever way the address comes, and shows as suppressed", async () => {
  const file = [
    "email,name,confirmed at",
    "Never@keys.example.com,N,2026-01-01",
    "no.letter@keys.example.com,N,2026-01-01",
    `${suppressedReader},N,2026-01-01`,
  ].join("\n");
  expect(await bring(api, file)).toMatchObject({ added: 0, refused: 3 });
  expect(await bring(api, file, "PROSPECTS")).toMatchObject({ added: 1, refused: 2 });
  const { data } = await api.as("marketing")(
    `query ($emailAddress: String!) { subscribers(filter: { emailAddress: $emailAddress }) { nodes { mayEmail channels { because } } } }`,
    { emailAddress: suppressedReader },
  );
  expect(data.subscribers.nodes).toEqual([
    {
      mayEmail: false,
      channels: [
        { because: "No mail: the address must not be mailed any more, whoever it is of." },
      ],
    },
  ]);
  const again = async () => (await world.asOwner.query("select from suppressions")).rowCount;
  const count = await again();
  await api.as("marketing")(SUPPRESS, {
    input: { emailAddress: "never@keys.example.com", reason: "ASKED" },
  });
  expect(await again()).toBe(count);
});

test("people are found by their address: by the officer, and by support", async () => {
  const officer = await api.as("privacy")(
    "query ($emailAddress: String!) { personSearch(emailAddress: $emailAddress) { kind emailAddress } }",
    { emailAddress: CASES.neverInformed.toUpperCase() },
  );
  expect(officer.data.personSearch).toEqual([
    { kind: "PROSPECT", emailAddress: CASES.neverInformed },
  ]);
  const support = await api.as("support")(
    "query ($emailAddress: String!) { platformUsers(filter: { emailAddress: $emailAddress }) { nodes { name } } }",
    { emailAddress: await addressOf(harbour.administrator.id) },
  );
  expect(support.data.platformUsers.nodes).toEqual([{ name: harbour.administrator.name }]);
});
