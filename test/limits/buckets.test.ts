// A bucket gives what it holds, fills again by and by, and is forgotten when it is full.
import { buckets } from "../../src/limits/buckets";

const RATE = { capacity: 100, perSecond: 10 };

test("what is taken is missing, and comes back steadily, but never more than it holds", () => {
  let now = 0;
  const { take, left } = buckets(() => now);
  expect(take("a", RATE, 70)).toBe(0);
  expect(left("a", RATE)).toBe(30);
  now = 2;
  expect(left("a", RATE)).toBe(50);
  now = 1_000;
  expect(left("a", RATE)).toBe(100);
});

test("more than is left takes nothing, and says in how many seconds there is enough", () => {
  let now = 0;
  const { take, left } = buckets(() => now);
  take("a", RATE, 90);
  expect(take("a", RATE, 40)).toBe(3);
  expect(left("a", RATE)).toBe(10);
  now = 3;
  expect(take("a", RATE, 40)).toBe(0);
});

test("one's bucket is no other's", () => {
  const { take, left } = buckets(() => 0);
  take("a", RATE, 100);
  expect(left("b", RATE)).toBe(100);
});
