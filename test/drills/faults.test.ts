// Small rounds of the drills of faults, as their commands. How quickly things went is the drill's own business; here it
// counts that nothing is lost, done twice or left behind. A full pool and clients that leave have tests of their own.
import { linesOf } from "./lines-of";

const OF_TIME = /within \d+ ms/;

test.each([
  ["api-kill", "--kills", "1", "--people", "4"],
  ["database-kill", "--kills", "1", "--seconds", "1", "--people", "4"],
  ["poison-job", "--jobs", "20"],
  ["worker-kill", "--mails", "100", "--kills", "1"],
  ["migration-kill", "--kills", "2"],
  ["rolling-restart", "--rounds", "1", "--people", "4"],
])(
  "%s: nothing is lost",
  async (name, ...options) => {
    const lines = await linesOf(name, ...options);
    const broken = lines.filter((line) => line.startsWith("✗") && !OF_TIME.test(line));
    expect(broken).toEqual([]);
    expect(lines.at(-1)).toMatch(new RegExp(`^${name}: (KEPT|BROKEN) seed=1 `));
  },
  120_000,
);
