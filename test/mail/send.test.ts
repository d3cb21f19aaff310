// Without SMTP_URL each mail is one whole file that only we can read; with it, none is.
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { deliver, openMail } from "../../src/mail/send";
import { temporaryFolder } from "../viewer/temporary-keys";
import { openReceiver } from "./receiver";

const mailFrom = { name: "Zendbox Back Office", address: "no-reply@zendbox.example.com" };
const mail = (messageId: string) => ({
  to: { name: "Anna Berg", address: "anna@example.com" },
  subject: "Your sign-in code",
  text: "It is 123 456.",
  messageId,
});

let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
  openMail({ smtpServer: null, mailFrom, dataDir: folder });
});
afterEach(() => remove());

test("a mail is a file with time and message id in its name, and reads as a mail", async () => {
  expect(await deliver(mail("<1@zendbox.example.com>"))).toEqual({ outcome: "ACCEPTED" });
  const [name, ...others] = readdirSync(join(folder, "mail"));
  expect(others).toEqual([]);
  expect(name).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z-1@zendbox\.example\.com\.eml$/);
  const file = join(folder, "mail", name!);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, "mail")).mode & 0o777).toBe(0o700);
  const parsed = await simpleParser(readFileSync(file));
  expect(parsed.text?.trim()).toBe("It is 123 456.");
  expect(parsed.from?.text).toBe('"Zendbox Back Office" <no-reply@zendbox.example.com>');
});

test("mails sent at once are a file each, and no draft stays", async () => {
  const ids = Array.from({ length: 20 }, (_, index) => `<${index}@zendbox.example.com>`);
  await Promise.all(ids.map((id) => deliver(mail(id))));
  const names = readdirSync(join(folder, "mail"));
  expect(names).toHaveLength(20);
  expect(names.filter((name) => !name.endsWith(".eml"))).toEqual([]);
});

test("a folder that can't be written to defers the mail", async () => {
  writeFileSync(join(folder, "mail"), "no folder");
  chmodSync(join(folder, "mail"), 0o400);
  expect(await deliver(mail("<1@zendbox.example.com>"))).toMatchObject({ outcome: "DEFERRED" });
});

test("with a server no file is written", async () => {
  const receiver = await openReceiver();
  openMail({ smtpServer: receiver.server, mailFrom, dataDir: folder });
  expect(await deliver(mail("<1@zendbox.example.com>"))).toEqual({ outcome: "ACCEPTED" });
  expect(receiver.received.map(({ to }) => to)).toEqual(["anna@example.com"]);
  expect(existsSync(join(folder, "mail"))).toBe(false);
  await receiver.close();
});
