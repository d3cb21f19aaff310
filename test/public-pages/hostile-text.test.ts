// Whatever stands in a link, and whatever a page is given to show: it is text, it runs nothing, and the page stays whole.
import { createElement } from "react";
import { askedOf } from "../../src/public-pages/asked";
import { pageOf } from "../../src/public-pages/page";
import type { OpenDoor } from "../http/open-door";
import { openPages } from "./open-pages";
import { expectWellMade, readPage } from "./read-page";

let door: OpenDoor;
beforeAll(async () => (door = await openPages()));
afterAll(() => door.close());

const HOSTILE = [
  `"><script>alert(1)</script>`,
  `' onfocus=alert(1) autofocus x='`,
  "</style></title></main><h1>taken over</h1>",
  "&lt;b&gt; &amp;",
  "{address} ${process.env} {{7*7}}",
  "\u202Eevil\u202C שלום عربى",
  "\0\r\nset-cookie: a=b",
  "😀".repeat(70),
  '"'.repeat(300),
  "x".repeat(10_000),
];
/** What has no place in a parsed page is read as something else. */
const readable = (text: string) => text.replaceAll("\r\n", "\n");

test.each(HOSTILE)("a token %j", async (token) => {
  for (const path of ["/invitation", "/password"]) {
    const search = new URLSearchParams({ token, lang: "de" }).toString();
    const { status, text, headers } = await door.send({ method: "GET", path: `${path}?${search}` });
    expect([status, headers["set-cookie"]]).toEqual([200, undefined]);
    expectWellMade(text, headers);
    const [hidden] = readPage(text).all("input");
    expect(readable(hidden!.attribs.value!)).toBe(token.length > 300 ? "" : readable(token));
  }
});

test("a token that is given twice, or as something else, is none", async () => {
  for (const search of ["token=a&token=b", "token[x]=a", "token"]) {
    const { text } = await door.send({ method: "GET", path: `/invitation?${search}` });
    expect(readPage(text).all("input")[0]!.attribs.value).toBe("");
  }
});

test.each(HOSTILE)("a name %j in title and text", (name) => {
  const asked = askedOf({ query: {}, headers: {} } as Parameters<typeof askedOf>[0]);
  const html = pageOf({ asked, title: name, children: createElement("p", null, name) });
  const page = readPage(html);
  expect(readable(page.texts("h1")[0]!)).toBe(readable(name));
  expect(readable(page.texts("p")[0]!)).toBe(readable(name));
  expect([page.all("h1").length, page.all("script").length, page.all("main").length]).toEqual([
    1, 0, 1,
  ]);
});
