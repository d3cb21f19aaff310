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
