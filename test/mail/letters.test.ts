// The program's own mails, from the change that queues one to the server that takes it, through the worker's queue.
import { simpleParser, type ParsedMail } from "mailparser";
import { STORY_CUSTOMERS, STORY_PASSWORD } from "../../seeds/story-people";
import { startQueue } from "../../src/jobs/queue";
import { createLog } from "../../src/log";
import { openMail } from "../../src/mail/send";
import { type Api, openApi } from "../setup/api";
import { nobodyYet, refresh, signIn } from "../setup/signing-in";
import { openReceiver, type Receiver } from "./receiver";

let api: Api;
let receiver: Receiver;
let queue: Awaited<ReturnType<typeof startQueue>>;

beforeAll(async () => {
  api = await openApi();
  receiver = await openReceiver();
  openMail({ ...api.config, smtpServer: receiver.server });
  queue = await startQueue(api.config, createLog("silent", "worker"));
});
afterAll(async () => {
  await queue.stop();
  await receiver.close();
  await api.close();
});

const USER = STORY_CUSTOMERS[0].user;
const userAddress = async (): Promise<string> =>
  (await api.database.query("select email_address from platform_users where id = $1", [USER.id]))
    .rows[0].email_address;

/** The mail to this address that comes next. */
async function mailTo(address: string, subject: RegExp): Promise<ParsedMail> {
  for (let n = 0; n < 200; n += 1) {
    for (const { text, to } of receiver.received) {
      const mail = await simpleParser(text);
      if (to.includes(address) && subject.test(mail.subject ?? "")) return mail;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`No mail to ${address} came.`);
}
const tokenIn = ({ text }: ParsedMail) => /\?token=(\S+)/.exec(text ?? "")?.[1] ?? "";
const setPassword = async (
  mutation: "invitationAccept" | "passwordReset",
  token: string,
  password: string,
) =>
  (
    await nobodyYet(api)(
      `mutation ($input: LinkPasswordInput!) { ${mutation}(input: $input) { userErrors { code } } }`,
      { input: { token, password } },
    )
  ).data[mutation].userErrors;
const statesOf = async (kind: string): Promise<string[]> => {
  const { rows } = await api.database.query("select state from mails where kind = $1 order by id", [
    kind,
  ]);
  return rows.map(({ state }: { state: string }) => state);
};
const settled = async (kind: string, states: string[]) => {
  for (
    let n = 0;
    n < 100 && JSON.stringify(await statesOf(kind)) !== JSON.stringify(states);
    n += 1
  )
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await statesOf(kind)).toEqual(states);
};

test("an invitation's link, as it stands in the mail, lets the person in", async () => {
  await api.as("administrator")(
    `mutation { userInvite(input: { name: "Wanda\\u0020Osei", emailAddress: "wanda@harbour.example.com" }) { userErrors { code } } }`,
  );
  const mail = await mailTo("wanda@harbour.example.com", /invitation/);
  expect(mail.subject).toBe("Your invitation to Harbour & Finch Logistics");
  expect(mail.text).toContain("Hello Wanda Osei,");
  expect(await setPassword("invitationAccept", tokenIn(mail), "four words for Wanda")).toEqual([]);
  await settled("USER_INVITATION", ["SENT"]);
});

test("a reset writes to whoever signs in with the address, and to nobody else", async () => {
  const request = (emailAddress: string) =>
    nobodyYet(api)(
      "mutation ($input: PasswordResetRequestInput!) { passwordResetRequest(input: $input) { message } }",
      { input: { emailAddress } },
    );
  await request("nobody.here@example.com");
  await request((await userAddress()).toUpperCase());
  const mail = await mailTo(await userAddress(), /new password/);
  expect(await setPassword("passwordReset", tokenIn(mail), "entirely new words")).toEqual([]);
  await settled("PASSWORD_RESET", ["POINTLESS", "SENT"]);
  const told = await mailTo(await userAddress(), /was changed/);
  expect(told.text).toContain("your other sessions ended");
  expect(receiver.received.filter(({ to }) => to.includes("nobody.here@example.com"))).toEqual([]);
});

test("whoever's refresh token was used twice is told", async () => {
  const { session } = await signIn(api, await userAddress(), "entirely new words");
  await refresh(api, session.refreshToken);
  await api.database.query(
    "update sessions set rotated_at = now() - interval '11 seconds' where id = $1",
    [session.sessionId],
  );
  await refresh(api, session.refreshToken);
  const mail = await mailTo(await userAddress(), /session/);
  expect(mail.text).toContain("We ended it.");
});

test("an invitation withdrawn before its mail was sent is not sent", async () => {
  await queue.stop();
  const { data } = await api.as("administrator")(
    `mutation { userInvite(input: { name: "Nobody Now", emailAddress: "not.now@harbour.example.com" }) { invitation { id } } }`,
  );
  await api.as("administrator")(
    `mutation { userInvitationWithdraw(input: { id: "${data.userInvite.invitation.id}" }) { userErrors { code } } }`,
  );
  queue = await startQueue(api.config, createLog("silent", "worker"));
  await settled("USER_INVITATION", ["SENT", "POINTLESS"]);
});

test("no password, token or address stands in jobs, mails or audit", async () => {
  const { rows } = await api.database.query<{ all: string }>(
    `select (select coalesce(string_agg(to_json(m)::text, ''), '') from mails m)
       || (select coalesce(string_agg(to_json(j)::text, ''), '') from graphile_worker._private_jobs j)
       || (select string_agg(to_json(a)::text, '') from audit_entries a) as all`,
  );
  for (const secret of [STORY_PASSWORD, "entirely new words", await userAddress(), "wanda@harbour"])
    expect(rows[0]!.all).not.toContain(secret);
});

test("a name that looks like an address on the web is no link in a mail", async () => {
  await api.as("administrator")(
    'mutation { userInvite(input: { name: "Eve, go to evil.example.com", emailAddress: "eve@harbour.example.com" }) { userErrors { code } } }',
  );
  const mail = await mailTo("eve@harbour.example.com", /invitation/);
  expect(mail.text).toContain("Hello Eve, go to evil.\u200bexample.\u200bcom,");
});
