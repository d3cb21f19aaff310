// What a mail server does with a mail decides whether it may be tried again. The receiver's own ledger counts.
import { createServer, type AddressInfo } from "node:net";
import { simpleParser } from "mailparser";
import { messageOf } from "../../src/mail/message";
import { smtp } from "../../src/mail/smtp";
import { openReceiver, type Receiver } from "./receiver";

let receiver: Receiver;
const opened: Receiver[] = [];
const open: typeof openReceiver = async (options) => {
  const another = await openReceiver(options);
  opened.push(another);
  return another;
};
beforeEach(async () => (receiver = await open()));
afterEach(() => Promise.all(opened.splice(0).map((each) => each.close())));

const PATIENCE = { connectMs: 1_000, answerMs: 500 };
const FROM = { name: "Zendbox", address: "no-reply@zendbox.example.com" };

const messageTo = (name: string, from = FROM) =>
  messageOf(
    {
      to: `${name}@example.com`,
      subject: "Hello",
      text: "One\n.\n..\nFrom here\n.",
      messageId: "<0190@zendbox.example.com>",
    },
    from,
  );
const sendTo = async (name: string, server = receiver.server) =>
  smtp(server, PATIENCE)(await messageTo(name));

test("an accepted mail arrived once, whole", async () => {
  expect(await sendTo("anna")).toEqual({ outcome: "ACCEPTED" });
  expect(receiver.received).toHaveLength(1);
  const [{ from, to, text }] = receiver.received as [Receiver["received"][0]];
  expect({ from, to }).toEqual({ from: FROM.address, to: "anna@example.com" });
  expect((await simpleParser(text)).text?.trim()).toBe("One\n.\n..\nFrom here\n.");
});

test.each([
  ["unknown", "REFUSED", "550 5.1.1"],
  ["unwanted", "REFUSED", "554 5.7.1"],
  ["busy", "DEFERRED", "451 4.7.1"],
  ["full", "DEFERRED", "452 4.2.2"],
  ["lost", "IN_DOUBT", "ECONNECTION"],
  ["silent", "IN_DOUBT", "ETIMEDOUT"],
])("%s: %s (%s), without the server's words", async (name, outcome, reason) => {
  const delivery = await sendTo(name);
  expect(delivery).toMatchObject({ outcome });
  expect(delivery).toEqual({ outcome, reason: expect.stringContaining(reason) });
  expect(JSON.stringify(delivery)).not.toMatch(/example|here|want/);
  expect(receiver.received).toEqual([]);
});

test("a refusal of the sender is not held against the recipient", async () => {
  const banned = await messageTo("anna", { ...FROM, address: "banned@zendbox.example.com" });
  expect(await smtp(receiver.server, PATIENCE)(banned)).toEqual({
    outcome: "DEFERRED",
    reason: "550 5.7.1",
  });
});

test("a server that is away defers the mail", async () => {
  await receiver.close();
  expect(await sendTo("anna")).toEqual({ outcome: "DEFERRED", reason: "ECONNREFUSED" });
});

test("a server that never greets defers the mail in time", async () => {
  const mute = createServer(() => undefined);
  await new Promise<void>((done) => mute.listen(0, "127.0.0.1", done));
  const { port } = mute.address() as AddressInfo;
  const message = await messageTo("anna");
  const patience = { connectMs: 200, answerMs: 500 };
  expect(await smtp({ ...receiver.server, port }, patience)(message)).toEqual({
    outcome: "DEFERRED",
    reason: "ETIMEDOUT",
  });
  await new Promise((done) => mute.close(done));
});

test("we sign in with what SMTP_URL holds", async () => {
  const credentials = { user: "office", pass: "right" };
  expect(await sendTo("anna", { ...receiver.server, credentials })).toEqual({
    outcome: "ACCEPTED",
  });
  expect(receiver.signedInAs).toEqual(["office"]);
});

test("a wrong password defers the mail and is not told", async () => {
  const credentials = { user: "office", pass: "hunter2" };
  expect(await sendTo("anna", { ...receiver.server, credentials })).toEqual({
    outcome: "DEFERRED",
    reason: "535 5.7.8",
  });
  expect(receiver.received).toEqual([]);
});

test("credentials go to another machine under TLS only", async () => {
  const credentials = { user: "office", pass: "right" };
  const elsewhere = { ...receiver.server, host: "127.1", credentials }; // reaches us, but by no loopback name
  expect(await sendTo("anna", elsewhere)).toMatchObject({ outcome: "DEFERRED" });
  expect(receiver.signedInAs).toEqual([]);
  expect(receiver.received).toEqual([]);
});

test("a server with a bad certificate gets nothing", async () => {
  const warning = jest.spyOn(console, "error").mockImplementation(); // it says that its certificate is public
  const secure = await open({ secure: true });
  expect(await sendTo("anna", secure.server)).toEqual({
    outcome: "DEFERRED",
    reason: expect.stringContaining("CERT"),
  });
  expect(secure.received).toEqual([]);
  warning.mockRestore();
});

test("one mail in doubt is nothing to the others", async () => {
  const names = ["anna", "silent", "unknown", "berta", "busy", "carla"];
  const outcomes = (await Promise.all(names.map((name) => sendTo(name)))).map((d) => d.outcome);
  expect(outcomes).toEqual([
    ...["ACCEPTED", "IN_DOUBT", "REFUSED", "ACCEPTED", "DEFERRED", "ACCEPTED"],
  ]);
  expect(receiver.received.map(({ to }) => to).sort()).toEqual([
    ...["anna@example.com", "berta@example.com", "carla@example.com"],
  ]);
});
