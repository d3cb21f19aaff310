// A network that sends without end is held back before anybody is asked who they are; others are not.
import { refuseFlood } from "../../src/limits/flood";

test("a flood is held back, and only the network that it comes from", () => {
  const flood = () => {
    for (let n = 0; n < 60_000; n += 1) refuseFlood("203.0.113.0/24");
  };
  expect(flood).toThrow(/tried too often/);
  expect(() => refuseFlood("198.51.100.0/24")).not.toThrow();
});
