// Invitations: by link, for seven days, once; sent again, withdrawn, accepted.
import { peopleOf, STORY_CUSTOMERS } from "../../seeds/story-people";
import { linkToken } from "../../src/viewer/sign-in/link-token";
import { type Api, openApi } from "../setup/api";
import { confirm, nobodyYet, signIn } from "../setup/signing-in";
import { currentCode } from "../../src/viewer/sign-in/totp";
import { Secret } from "otpauth";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());
beforeEach(() => api.database.query("delete from sign_in_rates"));

const INVITATION = "invitation { id state role emailAddress expiresAt } userErrors { code field }";
const invite = async (emailAddress: string, role = "USER") =>
  (
    await api.as("administrator")(
      `mutation ($input: UserInviteInput!) { userInvite(input: $input) { ${INVITATION} } }`,
      { input: { name: "Wanda Osei", emailAddress, role } },
    )
  ).data.userInvite;
const change = async (
  name: string,
  id: string,
  role: "administrator" | "operator" = "administrator",
) =>
  (await api.as(role)(`mutation { ${name}(input: { id: "${id}" }) { ${INVITATION} } }`)).data[name];
const accept = async (token: string, password = "four words for Wanda") =>
  (
    await nobodyYet(api)(
      "mutation ($input: LinkPasswordInput!) { invitationAccept(input: $input) { userErrors { code field } } }",
      { input: { token, password } },
    )
  ).data.invitationAccept.userErrors;
const userToken = (id: string, generation = 1) => linkToken("USER_INVITATION", { id, generation });
const LINK_NOT_GOOD = [{ code: "LINK_NOT_GOOD", field: "token" }];

test("an administrator invites, the person chooses a password, and is a user on a basis of its own", async () => {
  const { invitation } = await invite("Wanda@harbour.example.com");
  expect(invitation).toMatchObject({
    state: "OPEN",
    role: "USER",
    emailAddress: "Wanda@harbour.example.com",
  });
  const days = (Date.parse(invitation.expiresAt) - Date.now()) / 86_400_000;
  expect(days).toBeCloseTo(7, 2);

  expect(await accept(userToken(invitation.id), "seven77")).toEqual([
    { code: "INVALID", field: "password" },
  ]);
  expect(await accept(userToken(invitation.id))).toEqual([]);
  expect(await accept(userToken(invitation.id))).toEqual(LINK_NOT_GOOD);
  const withdrawn = await change("userInvitationWithdraw", invitation.id);
  expect(withdrawn.userErrors[0].code).toBe("CONFLICT");
  const { session } = await signIn(api, "wanda@harbour.example.com", "four words for Wanda");
  const { data } = await nobodyYet(api)(
    "{ me { name role permittedPurposes } }",
    {},
    { authorization: `Bearer ${session.accessToken}` },
  );
  expect(data.me).toEqual({
    name: "Wanda Osei",
    role: "USER",
    permittedPurposes: [
      "SERVICE_PERFORMANCE",
      "SERVICE_IMPROVEMENT",
      "CUSTOMER_SUPPORT",
      "SECURITY",
    ],
  });
});

test("a mail is queued with the invitation, and names nobody", async () => {
  const { invitation } = await invite("mail.queued@harbour.example.com");
  const { rows } = await api.database.query(
    "select id, kind, state from mails where about_id = $1",
    [invitation.id],
  );
  expect(rows).toMatchObject([{ kind: "USER_INVITATION", state: "QUEUED" }]);
  const jobs = await api.database.query(
    "select payload from graphile_worker._private_jobs where payload->>'mailId' = $1",
    [rows[0].id],
  );
  expect(jobs.rows).toEqual([{ payload: { mailId: rows[0].id } }]);
});

test("whoever is there, or invited, is not invited again", async () => {
  await invite("twice@harbour.example.com");
  expect((await invite("TWICE@harbour.example.com")).userErrors).toEqual([
    { code: "ALREADY_EXISTS", field: "emailAddress" },
  ]);
  const { rows } = await api.database.query(
    "select email_address from platform_users where id = $1",
    [STORY_CUSTOMERS[0].user.id],
  );
  expect((await invite(rows[0].email_address)).userErrors[0].code).toBe("ALREADY_EXISTS");
});

test("the same address may be invited to another customer, which nobody here learns", async () => {
  const { rows } = await api.database.query(
    "select email_address from platform_users where id = $1",
    [STORY_CUSTOMERS[1].user.id],
  );
  expect((await invite(rows[0].email_address)).userErrors).toEqual([]);
});

test("sent again, the old link ends; withdrawn, the new one too", async () => {
  const { invitation } = await invite("again@harbour.example.com");
  expect((await change("userInvitationResend", invitation.id)).invitation.state).toBe("OPEN");
  expect(await accept(userToken(invitation.id, 1))).toEqual(LINK_NOT_GOOD);
  expect((await change("userInvitationWithdraw", invitation.id)).invitation.state).toBe(
    "WITHDRAWN",
  );
  expect((await change("userInvitationWithdraw", invitation.id)).invitation.state).toBe(
    "WITHDRAWN",
  );
  expect(await accept(userToken(invitation.id, 2))).toEqual(LINK_NOT_GOOD);
  expect((await change("userInvitationResend", invitation.id)).userErrors[0].code).toBe("CONFLICT");
});

test("after seven days the link is no longer good", async () => {
  const { invitation } = await invite("late@harbour.example.com");
  await api.database.query("update user_invitations set expires_at = now() where id = $1", [
    invitation.id,
  ]);
  expect(await accept(userToken(invitation.id))).toEqual(LINK_NOT_GOOD);
});

test("another customer's invitation answers like one that isn't there", async () => {
  const { invitation } = await invite("foreign@harbour.example.com");
  const other = api.asViewer(peopleOf(STORY_CUSTOMERS[1]).administrator.viewer);
  const ask = (id: string) =>
    other(`mutation { userInvitationWithdraw(input: { id: "${id}" }) { ${INVITATION} } }`);
  const foreign = await ask(invitation.id);
  const random = await ask("01990000-0000-7000-8000-00000000dead");
  expect(foreign.text).toBe(random.text);
});

test("one address accepted twice at once makes one user", async () => {
  const { invitation } = await invite("at.once@harbour.example.com");
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => accept(userToken(invitation.id))),
  );
  expect(answers.filter((errors) => errors.length === 0)).toHaveLength(1);
  const { rowCount } = await api.database.query(
    "select from platform_users where email_canonical = 'at.once@harbour.example.com'",
  );
  expect(rowCount).toBe(1);
});

test("an operator invites the first administrator of a customer, and only the first", async () => {
  const { data } = await api.as("operator")(
    'mutation { customerCreate(input: { name: "Quayside Freight", country: "IE" }) { customer { id } } }',
  );
  const customerId = data.customerCreate.customer.id;
  const first = async (id: string, emailAddress: string) =>
    (
      await api.as("operator")(
        `mutation ($input: FirstAdministratorInviteInput!) { firstAdministratorInvite(input: $input) { ${INVITATION} } }`,
        { input: { customerId: id, name: "Orla Byrne", emailAddress } },
      )
    ).data.firstAdministratorInvite;
  const { invitation } = await first(customerId, "orla@quayside.example.com");
  expect(invitation.role).toBe("ACCOUNT_ADMINISTRATOR");
  const sent = await api.as("operator")("{ userInvitations { nodes { id customerId } } }");
  expect(sent.data.userInvitations.nodes).toEqual([{ id: invitation.id, customerId }]);
  expect(await accept(userToken(invitation.id))).toEqual([]);
  expect((await first(customerId, "other@quayside.example.com")).userErrors[0].code).toBe(
    "ALREADY_EXISTS",
  );
  expect(
    (await first(STORY_CUSTOMERS[0].id, "other@quayside.example.com")).userErrors[0].code,
  ).toBe("ALREADY_EXISTS");
});

test("one of our own people is invited, sets up the second factor at the first sign-in, and only then is in", async () => {
  const { data } = await api.as("operator")(
    `mutation { staffInvite(input: { name: "Sol Petrov", emailAddress: "sol@zendbox.example.com", audience: SUPPORT })
      { invitation { id state audience } userErrors { code } } }`,
  );
  const { invitation } = data.staffInvite;
  expect(invitation).toMatchObject({ state: "OPEN", audience: "SUPPORT" });
  const token = linkToken("STAFF_INVITATION", { id: invitation.id });
  expect(await accept(token, "four words for Sol")).toEqual([]);
  const { session, challenge } = await signIn(api, "sol@zendbox.example.com", "four words for Sol");
  expect([session, challenge.step]).toEqual([null, "SET_UP_SECOND_FACTOR"]);
  expect((await confirm(api, challenge.token, "000000")).userErrors[0].code).toBe(
    "SIGN_IN_REFUSED",
  );
  const secret = Buffer.from(Secret.fromBase32(challenge.secret).bytes);
  const done = await confirm(api, challenge.token, currentCode(secret));
  expect(done.recoveryCodes).toHaveLength(10);
  expect(done.session.accessToken).toBeTruthy();
});

test("what is no token of ours opens nothing", async () => {
  const unknown = userToken("01990000-0000-7000-8000-00000000dead");
  const tokens = [
    "",
    "no token",
    `${"0".repeat(36)}.1.abc`,
    unknown,
    unknown.replace(".1.", ".2."),
    "x".repeat(10_000),
  ];
  for (const token of tokens) expect(await accept(token)).toEqual(LINK_NOT_GOOD);
});

const SECOND = { name: "Femi Adler", emailAddress: "femi@harbour.example.com" };

/** A second administrator of the first customer, who has signed in. */
async function secondAdministrator() {
  const { invitation } = await invite(SECOND.emailAddress, "ACCOUNT_ADMINISTRATOR");
  expect(await accept(userToken(invitation.id), "four words for Femi")).toEqual([]);
  const { rows } = await api.database.query(
    "select id, customer_id from platform_users where email_address = $1",
    [SECOND.emailAddress],
  );
  const viewer = peopleOf(STORY_CUSTOMERS[0]).administrator.viewer;
  return { ...viewer, id: String(rows[0].id) };
}

test("an invitation ends with its inviter's right: taken back, and good for nothing even where it is not", async () => {
  const femi = await secondAdministrator();
  const inviteAs = async (emailAddress: string) =>
    (
      await api.asViewer(femi)(
        `mutation ($input: UserInviteInput!) { userInvite(input: $input) { ${INVITATION} } }`,
        { input: { name: "Own Mailbox", emailAddress, role: "ACCOUNT_ADMINISTRATOR" } },
      )
    ).data.userInvite.invitation;
  const first = await inviteAs("own.mailbox@harbour.example.com");
  const second = await inviteAs("other.mailbox@harbour.example.com");
  const demote = `mutation { platformUserUpdate(input: { id: "${femi.id}", role: USER }) { userErrors { code } } }`;
  expect((await api.as("administrator")(demote)).data.platformUserUpdate.userErrors).toEqual([]);
  const { rows } = await api.database.query(
    "select withdrawn_at is not null as ended from user_invitations where id = any ($1)",
    [[first.id, second.id]],
  );
  expect(rows).toEqual([{ ended: true }, { ended: true }]);
  await api.database.query("update user_invitations set withdrawn_at = null where id = $1", [
    second.id,
  ]);
  expect(await accept(userToken(second.id))).toEqual(LINK_NOT_GOOD);
  await api.database.query(
    "update platform_users set role = 'ACCOUNT_ADMINISTRATOR' where id = $1",
    [femi.id],
  );
  expect(await accept(userToken(second.id))).toEqual([]);
});

test("the first administrator's invitation is good only while there is none", async () => {
  const { data } = await api.as("operator")(
    'mutation { customerCreate(input: { name: "Lock Street Goods", country: "IE" }) { customer { id } } }',
  );
  const customerId = data.customerCreate.customer.id;
  const first = async (emailAddress: string) =>
    (
      await api.as("operator")(
        `mutation ($input: FirstAdministratorInviteInput!) { firstAdministratorInvite(input: $input) { ${INVITATION} } }`,
        { input: { customerId, name: "Ines Walsh", emailAddress } },
      )
    ).data.firstAdministratorInvite.invitation;
  const [one, kept] = [await first("one@lock.example.com"), await first("kept@lock.example.com")];
  expect(await accept(userToken(one.id))).toEqual([]);
  const again = await change("userInvitationResend", kept.id, "operator");
  expect(again.userErrors).toEqual([]);
  expect(await accept(userToken(kept.id, 2))).toEqual(LINK_NOT_GOOD);
});

test.each([
  ["lines of its own", "Your account was locked\nsee https below"],
  ["the address of a site", "Unlock it at https://evil.example.net/login"],
])("a name with %s goes into no letter", async (_, name) => {
  const { data } = await api.as("administrator")(
    `mutation ($input: UserInviteInput!) { userInvite(input: $input) { ${INVITATION} } }`,
    { input: { name, emailAddress: "somebody@harbour.example.com", role: "USER" } },
  );
  expect(data.userInvite).toMatchObject({
    invitation: null,
    userErrors: [{ code: "INVALID", field: "name" }],
  });
});

test("one address gets so many letters an hour, and no more", async () => {
  const { invitation } = await invite("often@harbour.example.com");
  const resend = `mutation { userInvitationResend(input: { id: "${invitation.id}" }) { userErrors { code } } }`;
  const statuses = [];
  for (let n = 0; n < 6; n += 1) statuses.push((await api.as("administrator")(resend)).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
});
