// What the operator says about mail is read strictly, and a password in it is never shown.
import { readSettings } from "../../src/config";

const server = (SMTP_URL: string) => readSettings({ SMTP_URL }).smtpServer;
const from = (MAIL_FROM: string) => readSettings({ MAIL_FROM }).mailFrom;

test("a server with and without TLS from the start, with and without credentials", () => {
  expect(server("smtp://mail.example.com")).toEqual({
    ...{ host: "mail.example.com", port: 587, isSecure: false, credentials: null },
  });
  expect(server("smtps://office:p%40ss@mail.example.com/")).toEqual({
    ...{ host: "mail.example.com", port: 465, isSecure: true },
    credentials: { user: "office", pass: "p@ss" },
  });
  expect(server("smtp://[::1]:2525")).toMatchObject({ host: "::1", port: 2525 });
});

test.each([
  "http://office:hunter2@mail.example.com",
  "smtp://office:hunter2@mail.example.com?pool=true",
  "smtp://office:hunter2@mail.example.com/path",
  "office:hunter2@mail.example.com",
])("%s is refused without its password", (url) => {
  expect(() => server(url)).toThrow(/^SMTP_URL is not usable: (?!.*hunter2)/);
});

test("unset, mail comes from an example domain and goes into files", () => {
  expect(readSettings({})).toMatchObject({
    smtpServer: null,
    mailFrom: { name: "Zendbox Back Office", address: "no-reply@zendbox.example.com" },
  });
});

test("whom mail comes from, with and without a name", () => {
  const address = "office@example.com";
  expect(from(`"Zendbox, Inc." <${address}>`)).toEqual({ name: "Zendbox, Inc.", address });
  expect(from(address)).toEqual({ name: "", address });
});

test.each([
  "Zendbox",
  "Zendbox <office>",
  "a@example.com, b@example.com",
  "A\r\nBcc: <x@y.example>",
])("%j is refused as a sender", (text) =>
  expect(() => from(text)).toThrow(/^MAIL_FROM is .*Name <address@example.com>/s),
);

test("where people write to is an address alone, on an example domain unless another is given", () => {
  const to = (MARKETING_ADDRESS: string) => readSettings({ MARKETING_ADDRESS }).marketingAddress;
  expect(readSettings({}).marketingAddress).toBe("marketing@zendbox.example.com");
  expect(to(" letters@example.com ")).toBe("letters@example.com");
  for (const wrong of ["letters", "Letters <letters@example.com>", "a@example.com, b@example.com"])
    expect(() => to(wrong)).toThrow(/^MARKETING_ADDRESS is .*like marketing@example.com/s);
});
