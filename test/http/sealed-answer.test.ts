// A kept answer opens with the client's key, for the claim it was kept for, and not otherwise.
import { openAnswer, sealAnswer } from "../../src/http/idempotency/sealed-answer";
import { loadHashKeys } from "../../src/keys/hash-keys";
import { createWorld, type World } from "../setup/world";

const CLAIM = "0b4a6d3c-0000-4000-8000-000000000001";
const answer = { status: 200, headers: { "content-type": "application/json" }, body: "Grüße\n" };

let world: World;
beforeAll(async () => {
  world = await createWorld();
  loadHashKeys(world.config.dataDir);
});
afterAll(() => world.drop());

test("it opens to what was sealed, each time from other bytes", () => {
  const [one, two] = [sealAnswer("key", CLAIM, answer), sealAnswer("key", CLAIM, answer)];
  expect(one.equals(two)).toBe(false);
  expect([openAnswer("key", CLAIM, one), openAnswer("key", CLAIM, two)]).toEqual([answer, answer]);
});

test("neither another key, nor another claim, nor a changed byte opens it", () => {
  const sealed = sealAnswer("key", CLAIM, answer);
  expect(() => openAnswer("keys", CLAIM, sealed)).toThrow();
  expect(() => openAnswer("key", CLAIM.replace(/1$/, "2"), sealed)).toThrow();
  for (const place of [0, 40, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[place]! ^= 1;
    expect(() => openAnswer("key", CLAIM, changed)).toThrow();
  }
});
