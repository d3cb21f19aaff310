// The addresses beside /graphql.
import { publicKeySet } from "../../src/viewer/keys";
import { openDoor, type OpenDoor } from "./open-door";

let door: OpenDoor;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

const get = (path: string) => door.send({ method: "GET", path });

test("alive answers whatever the readiness", async () => {
  door.setReadiness({ ready: false });
  expect((await get("/livez")).status).toBe(200);
});

test("not ready is 503 with a reason and Retry-After, ready is 200", async () => {
  door.setReadiness({ ready: false, reason: "The database is away." });
  const away = await get("/readyz");
  expect([away.status, away.headers["retry-after"], away.text]).toEqual([
    503,
    "2",
    '{"ready":false,"reason":"The database is away."}',
  ]);
  door.setReadiness({ ready: true });
  expect((await get("/readyz")).status).toBe(200);
});

test("the key set is public and may be kept five minutes", async () => {
  const { text, headers } = await get("/.well-known/jwks.json");
  expect(JSON.parse(text)).toEqual(publicKeySet(door.keys));
  expect(headers["cache-control"]).toBe("public, max-age=300");
});

test("the first page says what this is, runs no script and can't be framed", async () => {
  const { status, text, headers } = await get("/");
  expect([status, headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
  expect(text).toContain("Zendbox Back Office");
  expect(text).not.toContain("<script");
  expect(headers).toMatchObject({
    "content-security-policy": expect.stringContaining("frame-ancestors 'none'") as string,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "strict-transport-security": "max-age=31536000; includeSubDomains",
  });
});
