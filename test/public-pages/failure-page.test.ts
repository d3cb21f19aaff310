// What fails is a page for whoever opened the address in a browser, and the same JSON as ever for a program.
import type { OpenDoor } from "../http/open-door";
import { FROM_BROWSER, openPages } from "./open-pages";
import { expectWellMade, readPage } from "./read-page";

let door: OpenDoor;
beforeAll(async () => (door = await openPages()));
afterAll(() => door.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  door.send({ method: "GET", path, headers });

type Case = { path: string; status: number; code: string; says: string; sagt: string };
const CASES: Case[] = [
  {
    ...{ path: "/nothing/here", status: 404, code: "NOT_FOUND" },
    ...{ says: "There is nothing here", sagt: "Hier ist nichts" },
  },
  {
    ...{ path: "/failing/often", status: 429, code: "RATE_LIMITED" },
    ...{ says: "Wait 7 seconds", sagt: "Warten Sie 7 Sekunden" },
  },
  {
    ...{ path: "/failing/away", status: 503, code: "UNAVAILABLE" },
    ...{ says: "We can't answer for a moment", sagt: "Wir können gerade nicht antworten" },
  },
  {
    ...{ path: "/failing/fault", status: 500, code: "INTERNAL" },
    ...{ says: "Something went wrong", sagt: "ist etwas schiefgegangen" },
  },
  {
    ...{ path: "/failing/outdated", status: 410, code: "EXPORT_OUTDATED" },
    ...{ says: "This file may not leave", sagt: "Diese Datei darf nicht" },
  },
  {
    ...{ path: "/%zz", status: 400, code: "BAD_REQUEST" },
    ...{ says: "That can't be answered like this", sagt: "So lässt sich das nicht" },
  },
];

test.each(CASES)(
  "$code is a page in both languages",
  async ({ path, status, code, says, sagt }) => {
    const english = await get(path, FROM_BROWSER);
    const german = await get(path, { ...FROM_BROWSER, "accept-language": "de" });
    for (const [{ text, headers, ...got }, words] of [
      [english, says],
      [german, sagt],
    ] as const) {
      expect(got.status).toBe(status);
      expectWellMade(text, headers);
      expect(headers.vary).toBe("accept, accept-language");
      expect(readPage(text).text).toContain(words);
      expect(readPage(text).text).toContain(code);
      expect(text).not.toMatch(/relation people|\.ts|nothing\/here|zz/);
    }
  },
);

test.each(CASES)("$code is JSON for a program", async ({ path, status, code }) => {
  for (const accept of ["*/*", "application/json, text/html;q=0.5", "text/html;q=0"]) {
    const { text, headers, ...got } = await get(path, { accept });
    expect([got.status, headers["content-type"]]).toEqual([
      status,
      "application/json; charset=utf-8",
    ]);
    expect(JSON.parse(text).errors[0].extensions.code).toBe(code);
  }
});

test("the door still answers after each of them", async () =>
  expect((await get("/livez")).status).toBe(200));

test("a page says when to come back, as the JSON does", async () => {
  for (const [path, seconds] of [
    ["/failing/often", "7"],
    ["/failing/away", "2"],
  ] as const)
    expect((await get(path, FROM_BROWSER)).headers["retry-after"]).toBe(seconds);
});

test("the reference on the page is the one in the log", async () => {
  const { text, headers } = await get("/failing/fault", FROM_BROWSER);
  const [reference] = readPage(text).texts("code");
  expect(reference).toBe(headers["x-request-id"]);
  expect(door.logLines()).toContain(`"requestId":"${reference}"`);
});

test("a language that was chosen holds on an unknown address too", async () => {
  const { headers } = await get("/nothing?lang=de", FROM_BROWSER);
  expect(headers["content-language"]).toBe("de");
});

test("GraphQL answers in its own media types, whoever asks", async () => {
  const { headers } = await get("/graphql?query={greeting}", FROM_BROWSER);
  expect(headers["content-type"]).toBe("application/json; charset=utf-8");
});

test("a form from another site's page is refused as a page", async () => {
  const { status, text, headers } = await door.send({
    path: "/invitation",
    headers: {
      ...FROM_BROWSER,
      "content-type": "application/x-www-form-urlencoded",
      origin: "https://elsewhere.example",
    },
    body: "token=x&password=four+words+in+a+row",
  });
  expect(status).toBe(403);
  expectWellMade(text, headers);
});
