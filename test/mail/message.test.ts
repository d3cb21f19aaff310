// Nothing that people typed can add a header, and every mail says that a program wrote it.
import { simpleParser } from "mailparser";
import { messageOf, type Mail } from "../../src/mail/message";

const FROM = { name: "Zendbox", address: "no-reply@zendbox.example.com" };
const MAIL: Mail = {
  to: { name: "Ägidius Ünal", address: "aegidius@example.com" },
  subject: "Fulfilment – Übersicht",
  text: "Grüße",
  messageId: "<0190@zendbox.example.com>",
};
const raw = async (changed: Partial<Mail> = {}) =>
  (await messageOf({ ...MAIL, ...changed }, FROM)).raw.toString();
const headLines = (text: string) =>
  text
    .slice(0, text.indexOf("\r\n\r\n"))
    .replace(/\r\n[ \t]/g, " ")
    .split("\r\n");

test("a mail arrives as it was written", async () => {
  const parsed = await simpleParser(await raw());
  expect(parsed.subject).toBe(MAIL.subject);
  expect(parsed.text?.trim()).toBe(MAIL.text);
  expect(parsed.from?.value).toEqual([FROM]);
  expect(parsed.to).toMatchObject({ value: [MAIL.to] });
  expect(parsed.messageId).toBe(MAIL.messageId);
  expect(parsed.headers.get("auto-submitted")).toBe("auto-generated");
  expect(parsed.headers.get("content-type")).toEqual({
    value: "text/plain",
    params: { charset: "utf-8", format: "flowed" },
  });
});

const NASTY =
  "Anna\r\nBcc: thief@example.com\r\nSubject: other\r\n\r\nbody\u0000\u0085\u2028x\n.\n";

test.each(["subject", "name"] as const)("line breaks in a %s add nothing", async (where) => {
  const text = await raw(
    where === "subject" ? { subject: NASTY } : { to: { name: NASTY, address: "a@example.com" } },
  );
  const names = headLines(text).map((line) => line.slice(0, line.indexOf(":")).toLowerCase());
  expect([...names].sort()).toEqual([
    ...["auto-submitted", "content-transfer-encoding", "content-type", "date", "from"],
    ...["message-id", "mime-version", "subject", "to"],
  ]);
  const parsed = await simpleParser(text);
  expect(parsed.bcc).toBeUndefined();
  expect(parsed.text?.trim()).toBe(MAIL.text);
});

test("what is endless is cut, by characters and not in the middle of one", async () => {
  const subject = "😀".repeat(100_000);
  expect((await simpleParser(await raw({ subject }))).subject).toBe("😀".repeat(250));
});

test("no line of the mail is longer than 998 bytes, whatever the text", async () => {
  const text = await raw({ text: "x".repeat(5_000), subject: "y".repeat(5_000) });
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998);
  expect((await simpleParser(text)).text?.trim()).toBe("x".repeat(5_000));
});

test("no bare line feed and no bare carriage return leaves us", async () => {
  const text = await raw({ text: "a\nb\rc\r\n.\r\nd\n.\ne" });
  expect(text).not.toMatch(/[^\r]\n|\r[^\n]/);
});

test("further headers are kept", async () => {
  const headers = {
    "List-Unsubscribe": "<https://example.com/unsubscribe/abc>",
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
  const lines = headLines(await raw({ headers }));
  for (const [name, value] of Object.entries(headers)) expect(lines).toContain(`${name}: ${value}`);
});

test.each([
  [{ subject: "again" }],
  [{ Bcc: "x@example.com" }],
  [{ "Content-Type": "text/html" }],
  [{ "X-A\r\nBcc": "x@example.com" }],
  [{ "X-A": "b\r\nBcc: x@example.com" }],
  [{ "X-A": "b\nc" }],
])("the header %j is refused", async (headers) => {
  await expect(raw({ headers: headers })).rejects.toThrow("out of form");
});

test.each(["x", "<a@b", "<a b@c>", "<a@b>\r\nBcc: x@example.com", "<../../etc@b/c>"])(
  "the message id %j is refused",
  (messageId) => expect(raw({ messageId })).rejects.toThrow("message id"),
);

test.each(["nobody", "a@example.com\r\nBcc: b@example.com", "a@example.com, b@example.com"])(
  "the recipient %j is refused",
  (to) => expect(raw({ to })).rejects.toThrow("no e-mail address"),
);
