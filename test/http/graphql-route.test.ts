// The stages before and after the executor, as a client on a socket sees them.
import { auditServer } from "graphql-http";
import { STORY_PEOPLE } from "../../seeds/story-people";
import { Unavailable } from "../../src/http/refusal";
import { issueToken } from "../../src/viewer/tokens";
import type { Viewer } from "../../src/viewer/viewer";
import { forgedTokens } from "../viewer/forged-tokens";
import { openDoor, PUBLIC_URL, type OpenDoor, type Sent } from "./open-door";

const JSON_TYPE = { "content-type": "application/json" };
const GRAPHQL_TYPE = "application/graphql-response+json";
const KIB = 1024;

let door: OpenDoor;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());
beforeEach(() => {
  door.executed.length = 0;
  door.setExecute(null);
});

const bearer = (viewer: Viewer) => ({
  authorization: `Bearer ${issueToken(door.keys, { publicUrl: PUBLIC_URL, viewer, secondsToLive: 60 })}`,
});
const support = () => bearer(STORY_PEOPLE.support.viewer);
const operation = (body: unknown, headers: Sent["headers"] = {}): Sent => ({
  headers: { ...JSON_TYPE, ...headers },
  body: JSON.stringify(body),
});
const codeIn = (text: string): unknown =>
  (JSON.parse(text) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

describe("who asks", () => {
  test("without a token it is PUBLIC, with one its person, and the executor never sees the token", async () => {
    const query = { query: "{ audience }" };
    expect((await door.send(operation(query))).text).toBe('{"data":{"audience":"PUBLIC"}}\n');
    expect((await door.send(operation(query, support()))).text).toBe(
      '{"data":{"audience":"SUPPORT"}}\n',
    );
    const seen = door.executed.map(({ operation }) => [operation, operation.headers()]);
    expect(JSON.stringify(seen)).not.toContain("Bearer");
  });

  test("every forged token is 401 with a challenge, before execution", async () => {
    for (const [name, token] of Object.entries(forgedTokens(door.keys, PUBLIC_URL))) {
      const headers = { authorization: `Bearer ${token}` };
      const {
        status,
        headers: got,
        text,
      } = await door.send(operation({ query: "{ audience }" }, headers));
      expect([name, status, codeIn(text)]).toEqual([name, 401, "UNAUTHENTICATED"]);
      expect(got["www-authenticate"]).toBe('Bearer error="invalid_token"');
    }
    expect(door.executed).toEqual([]);
  });

  test("two Authorization headers are 401, though both are good", async () => {
    const { authorization } = support();
    const headers = { authorization: [authorization, authorization] };
    expect((await door.send(operation({ query: "{ audience }" }, headers))).status).toBe(401);
    expect(door.executed).toEqual([]);
  });

  test("a token is judged before its body is read", async () => {
    const sent = operation({ query: "x".repeat(500 * KIB) }, { authorization: "Bearer x" });
    expect((await door.send(sent)).status).toBe(401);
  });

  test("a foreign purpose is 403, an own one reaches the executor", async () => {
    const foreign = { ...support(), "x-purpose": "NEWSLETTER" };
    const refused = await door.send(operation({ query: "{ audience }" }, foreign));
    expect([refused.status, codeIn(refused.text)]).toEqual([403, "PURPOSE_NOT_ALLOWED"]);
    const own = { ...support(), "x-purpose": "CUSTOMER_SUPPORT" };
    expect((await door.send(operation({ query: "{ audience }" }, own))).status).toBe(200);
    expect(door.executed.map(({ viewer }) => viewer.narrowedTo)).toEqual(["CUSTOMER_SUPPORT"]);
  });
});

describe("the form of a request", () => {
  const body = '{"query":"{ audience }"}';
  const get = "/graphql?query=%7Baudience%7D";
  const preflight = { "apollo-require-preflight": "1" };

  test.each<[string, Sent, number, string]>([
    ["no content type", { body }, 415, "UNSUPPORTED_MEDIA_TYPE"],
    [
      "text/plain",
      { body, headers: { "content-type": "text/plain" } },
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    ],
    [
      "a form",
      { body, headers: { "content-type": "application/x-www-form-urlencoded" } },
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    ],
    [
      "multipart",
      { body, headers: { "content-type": "multipart/form-data; boundary=x" } },
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    ],
    [
      "a parameter that is none",
      { body, headers: { "content-type": "application/json;;" } },
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    ],
    ["no type at all", { body, headers: { "content-type": ";;" } }, 415, "UNSUPPORTED_MEDIA_TYPE"],
    [
      "JSON by prefix only",
      { body, headers: { "content-type": "application/jsonx" } },
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    ],
    [
      "an odd charset",
      { body, headers: { "content-type": "application/json; charset=utf-16" } },
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    ],
    [
      "two charsets",
      { body, headers: { "content-type": "application/json; charset=utf-8; charset=latin1" } },
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    ],
    [
      "a compressed body",
      { body, headers: { ...JSON_TYPE, "content-encoding": "gzip" } },
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    ],
    [
      "UTF-16",
      { body: Buffer.from(`\ufeff${body}`, "utf16le"), headers: JSON_TYPE },
      400,
      "BAD_REQUEST",
    ],
    [
      "broken UTF-8",
      { body: Buffer.from([0x7b, 0xff, 0x7d]), headers: JSON_TYPE },
      400,
      "BAD_REQUEST",
    ],
    [
      "two byte order marks",
      { body: `\ufeff\ufeff${body}`, headers: JSON_TYPE },
      400,
      "BAD_REQUEST",
    ],
    [
      "a lone surrogate",
      { body: '{"query":"{a}","variables":{"a":["\\ud800"]}}', headers: JSON_TYPE },
      400,
      "BAD_REQUEST",
    ],
    [
      "a lone surrogate in a key",
      { body: '{"query":"{a}","variables":{"\\uDC00":1}}', headers: JSON_TYPE },
      400,
      "BAD_REQUEST",
    ],
    ["an empty body", { body: "", headers: JSON_TYPE }, 400, "BAD_REQUEST"],
    ["no JSON", { body: "{", headers: JSON_TYPE }, 400, "BAD_REQUEST"],
    ["a batch", { body: `[${body},${body}]`, headers: JSON_TYPE }, 400, "BATCH_NOT_ALLOWED"],
    ["a batch of one", { body: `[${body}]`, headers: JSON_TYPE }, 400, "BATCH_NOT_ALLOWED"],
    ["null", { body: "null", headers: JSON_TYPE }, 400, "BAD_REQUEST"],
    ["no query", { body: "{}", headers: JSON_TYPE }, 400, "BAD_REQUEST"],
    ["a query that is a number", { body: '{"query":1}', headers: JSON_TYPE }, 400, "BAD_REQUEST"],
    [
      "variables as text",
      { body: '{"query":"{a}","variables":"{}"}', headers: JSON_TYPE },
      400,
      "BAD_REQUEST",
    ],
    ["PUT", { method: "PUT", body, headers: JSON_TYPE }, 405, "METHOD_NOT_ALLOWED"],
    ["DELETE", { method: "DELETE" }, 405, "METHOD_NOT_ALLOWED"],
    ["OPTIONS", { method: "OPTIONS" }, 405, "METHOD_NOT_ALLOWED"],
    [
      "an Accept that we can't meet",
      { body, headers: { ...JSON_TYPE, accept: "text/html" } },
      406,
      "NOT_ACCEPTABLE",
    ],
    ["GET as a link would send it", { method: "GET", path: get }, 400, "PREFLIGHT_REQUIRED"],
    [
      "a page of another site",
      { body, headers: { ...JSON_TYPE, origin: "https://evil.example" } },
      403,
      "ORIGIN_NOT_ALLOWED",
    ],
    [
      "a page of nowhere",
      { body, headers: { ...JSON_TYPE, origin: "null" } },
      403,
      "ORIGIN_NOT_ALLOWED",
    ],
    ["an address that isn't one", { method: "GET", path: "/%zz?secret=1" }, 400, "BAD_REQUEST"],
    ["an address with nothing", { method: "GET", path: "/nothing" }, 404, "NOT_FOUND"],
  ])("%s is refused before execution", async (_name, sent, status, code) => {
    const answer = await door.send(sent);
    expect([answer.status, codeIn(answer.text)]).toEqual([status, code]);
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(door.executed).toEqual([]);
  });

  test("HEAD is 405 and names what is allowed", async () => {
    const { status, headers } = await door.send({ method: "HEAD" });
    expect([status, headers.allow]).toEqual([405, "GET, POST"]);
  });

  test.each<[string, Sent]>([
    [
      "a quoted charset",
      { body, headers: { "content-type": 'application/json; charset="UTF-8"' } },
    ],
    ["one byte order mark", { body: `\ufeff${body}`, headers: JSON_TYPE }],
    ["our own page", { body, headers: { ...JSON_TYPE, origin: PUBLIC_URL } }],
    ["GET with the preflight header", { method: "GET", path: get, headers: preflight }],
    [
      "a whole surrogate pair",
      { body: '{"query":"{audience}","variables":{"a":"\\ud83d\\ude00"}}', headers: JSON_TYPE },
    ],
  ])("%s is accepted", async (_name, sent) => {
    const answer = await door.send(sent);
    expect([answer.status, answer.text]).toEqual([200, '{"data":{"audience":"PUBLIC"}}\n']);
  });

  test("GET with a token needs no preflight header, and can't change anything", async () => {
    const answer = await door.send({ method: "GET", path: get, headers: support() });
    expect(answer.status).toBe(200);
    const path = "/graphql?query=mutation%7Bgreet%7D";
    expect((await door.send({ method: "GET", path, headers: support() })).status).toBe(405);
  });
});

describe("the size of a request", () => {
  const padded = (bytes: number) => {
    const query = "query($a: String) { greeting(name: $a) }";
    const empty = JSON.stringify({ query, variables: { a: "" } }).length;
    return { query, variables: { a: "x".repeat(bytes - empty) } };
  };
  const { sync, connector, intake } = STORY_PEOPLE;

  test("people send up to 128 KiB", async () => {
    expect((await door.send(operation(padded(128 * KIB), support()))).status).toBe(200);
    expect((await door.send(operation(padded(128 * KIB + 1), support()))).status).toBe(413);
    expect(door.executed).toHaveLength(1);
  });

  test.each([sync, connector, intake])("$who sends up to 2 MiB and 64 KiB", async ({ viewer }) => {
    const limit = (2 * KIB + 64) * KIB;
    expect((await door.send(operation(padded(limit), bearer(viewer)))).status).toBe(200);
    const chunked = { ...bearer(viewer), "transfer-encoding": "chunked" };
    expect((await door.send(operation(padded(limit + 1), chunked))).status).toBe(413);
  });

  test("a declared size past any limit is refused before the token is looked at", async () => {
    const sent = operation({ query: "x".repeat(3 * KIB * KIB) }, { authorization: "Bearer x" });
    expect((await door.send(sent)).status).toBe(413);
  });

  test("a document past 64 KiB is refused, whoever sends it", async () => {
    const query = `{ audience #${"x".repeat(64 * KIB)}\n}`;
    expect((await door.send(operation({ query }, bearer(sync.viewer)))).status).toBe(413);
  });
});

describe("the answer", () => {
  const misspelt = { query: "{ misspelt }" };

  test("a refused document is 200 as JSON and 400 as a GraphQL response", async () => {
    const asJson = await door.send(operation(misspelt, support()));
    expect([asJson.status, codeIn(asJson.text)]).toEqual([200, "GRAPHQL_VALIDATION_FAILED"]);
    expect(asJson.headers["content-type"]).toBe("application/json; charset=utf-8");
    const accept = { ...support(), accept: GRAPHQL_TYPE };
    const asGraphql = await door.send(operation(misspelt, accept));
    expect(asGraphql.status).toBe(400);
    expect(asGraphql.headers["content-type"]).toBe(`${GRAPHQL_TYPE}; charset=utf-8`);
  });

  test("to PUBLIC a field that it can't see is 401, whichever type it accepts", async () => {
    for (const accept of ["application/json", GRAPHQL_TYPE]) {
      const answer = await door.send(operation(misspelt, { accept }));
      expect([answer.status, answer.headers["www-authenticate"]]).toEqual([401, "Bearer"]);
      expect(codeIn(answer.text)).toBe("GRAPHQL_VALIDATION_FAILED");
    }
  });

  test("an unexpected fault is masked, and the log has its reference but not its words", async () => {
    door.setExecute(() => Promise.reject(new Error("duplicate key (mia@example.com) in users")));
    const { status, headers, text } = await door.send(operation({ query: "{ audience }" }));
    const reference = headers["x-request-id"];
    expect([status, JSON.parse(text)]).toEqual([
      500,
      {
        errors: [
          {
            message: `Something went wrong on our side. Tell support this reference: ${String(reference)}`,
            extensions: { code: "INTERNAL", reference },
          },
        ],
      },
    ]);
    const line = door
      .logLines()
      .split("\n")
      .find((entry) => entry.includes("Unexpected fault"));
    expect(line).toContain(`"requestId":"${String(reference)}"`);
    expect(line).toContain("graphql-route.test");
    expect(door.logLines()).not.toContain("mia@example.com");
  });

  test("while the database is away it is 503 with Retry-After", async () => {
    door.setExecute(() => Promise.reject(new Unavailable()));
    const { status, headers, text } = await door.send(operation({ query: "{ audience }" }));
    expect([status, headers["retry-after"], codeIn(text)]).toEqual([503, "2", "UNAVAILABLE"]);
  });

  test("no header, query string or body reaches the log", async () => {
    const query = "{ audience } # planted-body";
    const headers = { ...support(), "x-planted": "planted-header" };
    await door.send({ ...operation({ query }, headers), path: "/graphql?planted-search" });
    await door.send({ method: "GET", path: "/planted-path?planted-search=1" });
    expect(door.logLines()).toContain('"route":"/graphql"');
    expect(door.logLines()).not.toMatch(/planted|Bearer/);
  });
});

test("the audits of GraphQL over HTTP find nothing", async () => {
  const { authorization } = support();
  const results = await auditServer({
    url: `http://127.0.0.1:${door.port}/graphql`,
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...headersIn(init), authorization } }),
  });
  const found = results.filter(({ status }) => status !== "ok");
  expect(found.map(({ name }) => name)).toEqual([]);
  expect(results).toHaveLength(61);
});

test("closing waits for the request under way, answers it and keeps no connection", async () => {
  const busy = await openDoor();
  let closed: Promise<void> | undefined;
  busy.setExecute(async () => {
    closed = busy.close();
    await new Promise((resolve) => setTimeout(resolve, 50));
    return { status: 200, headers: {}, body: "{}" };
  });
  const { status, headers } = await busy.send(operation({ query: "{ audience }" }));
  expect([status, headers.connection]).toEqual([200, "close"]);
  await closed;
});

const headersIn = ({ headers }: RequestInit) => Object.fromEntries(new Headers(headers));
