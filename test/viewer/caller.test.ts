// An address is what is left of one without its zone, IPv4 within IPv6 as IPv4; a network is what one can't change at will.
import { addressOf, networkOf } from "../../src/viewer/caller";

test.each([
  ["203.0.113.9", "203.0.113.9", "203.0.113.0/24"],
  ["::ffff:203.0.113.9", "203.0.113.9", "203.0.113.0/24"],
  ["2001:db8:1:2::9", "2001:db8:1:2::9", "2001:db8:1:2::/64"],
  ["fe80::1%eth0", "fe80::1", "fe80:0:0:0::/64"],
])("%s", (given, address, network) => {
  expect(addressOf(given)).toBe(address);
  expect(networkOf(given)).toBe(network);
});

test.each(["", "unknown", "203.0.113.9, 10.0.0.1", "203.0.113.0/24"])(
  "«%s» is no address",
  (given) => {
    expect(addressOf(given)).toBeNull();
  },
);
