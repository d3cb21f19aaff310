// What all public pages have in common, in both languages; and what the first page and the notice say.
import { NOTICE_VERSIONS } from "../../src/lawfulness/notice-versions";
import type { OpenDoor } from "../http/open-door";
import { MARKETING_ADDRESS, openPages } from "./open-pages";
import { expectWellMade, readPage } from "./read-page";

let door: OpenDoor;
beforeAll(async () => (door = await openPages()));
afterAll(() => door.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  door.send({ method: "GET", path, headers });

const PATHS = ["/", "/notice", "/invitation?token=a.1.b", "/password?token=a.1.b"];

describe.each(PATHS)("%s", (path) => {
  const german = `${path}${path.includes("?") ? "&" : "?"}lang=de`;

  test("is small, runs nothing and can be read without eyes, in each language", async () => {
    for (const each of [path, german]) {
      const { status, text, headers } = await get(each);
      expect(status).toBe(200);
      expectWellMade(text, headers);
    }
  });

  test("is in the language that the browser wants, or that was chosen", async () => {
    const languages = await Promise.all([
      get(path),
      get(path, { "accept-language": "de-AT, en;q=0.5" }),
      get(german, { "accept-language": "en" }),
      get(german.replace("lang=de", "lang=tlh"), { "accept-language": "de" }),
      get(`${german}&lang=en`),
    ]);
    expect(languages.map(({ headers }) => headers["content-language"])).toEqual([
      "en-GB",
      "de",
      "de",
      "de",
      "en-GB",
    ]);
    const [english, wanted] = languages.map(({ text }) => readPage(text).text);
    expect(english).not.toBe(wanted);
  });

  test("leads to itself in the other language, and keeps a chosen one in its links", async () => {
    const linksOf = async (each: string) =>
      readPage((await get(each)).text)
        .all("a")
        .map(({ attribs }) => attribs.href);
    const token = path.includes("?") ? "token=a.1.b&" : "";
    expect(await linksOf(path)).toEqual(expect.arrayContaining([`?${token}lang=de`, "/notice"]));
    expect(await linksOf(german)).toEqual(
      expect.arrayContaining([`?${token}lang=en`, "/notice?lang=de", "/?lang=de#sign-in"]),
    );
  });

  test("answers HEAD, and takes nothing that it doesn't know", async () => {
    expect((await door.send({ method: "HEAD", path })).status).toBe(200);
    expect((await door.send({ method: "DELETE", path })).status).toBe(404);
  });
});

test("the first page says where each signs in, and keeps the addresses of integrators", async () => {
  const { text, headers } = await get("/");
  const page = readPage(text);
  const links = page.all("a").map(({ attribs }) => attribs.href);
  expect(links).toEqual(
    expect.arrayContaining([
      ...["/console", "/portal", "/notice", "/livez", "/readyz"],
      ...["/.well-known/jwks.json", "/.well-known/audit-keys.json"],
    ]),
  );
  expect(page.byId("sign-in")).not.toBeNull();
  expect(page.text).toContain("Zendbox Back Office");
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "strict-transport-security": "max-age=31536000; includeSubDomains",
  });
});

test.each([
  ["en", "Last updated on 11 January 2021."],
  ["de", "Zuletzt geändert am 11. Januar 2021."],
])(
  "the notice (%s) has its version's day, an overview of every clause, and the address",
  async (lang, day) => {
    const page = readPage((await get(`/notice?lang=${lang}`)).text);
    expect(page.text).toContain(day);
    expect(page.all("time")[0]!.attribs.datetime ?? page.all("time")[0]!.attribs.dateTime).toBe(
      NOTICE_VERSIONS.at(-1)!.version,
    );
    const clauses = page.all("section").map(({ attribs }) => `#${attribs["aria-labelledby"]}`);
    const links = page.all("a").map(({ attribs }) => attribs.href);
    expect(clauses).toHaveLength(8);
    expect(links.filter((href) => href?.startsWith("#") && href !== "#content")).toEqual(clauses);
    // to leave the list, to see one's data, and that once more in the overview
    expect(links.filter((href) => href === `mailto:${MARKETING_ADDRESS}`)).toHaveLength(3);
    expect(page.all("dt")).toHaveLength(3);
    expect(page.text).not.toMatch(/\{\w+\}/);
  },
);
