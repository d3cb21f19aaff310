// Small rounds of the drills, as their commands. How quickly things went is the drill's own business; here it counts that
// they happened at all.
import { linesOf } from "./lines-of";

test("sign-in: each code serves once, and everybody in a crowd gets in", async () => {
  const lines = await linesOf("sign-in", "--tries", "10");
  expect(lines).toEqual(
    expect.arrayContaining([
      "✓ the right code passes, and one of the step before or after",
      "✓ a wrong code, a used one and those of two minutes away don't",
      "✓ a recovery code passes once",
      "✓ 50 sign-ins at once all succeed",
    ]),
  );
}, 120_000);

test("import-kill: a worker that dies twice in an import loses nothing of it", async () => {
  const lines = await linesOf("import-kill", "--rows", "12000", "--kills", "2", "--seed", "3");
  expect(lines.filter((line) => line.startsWith("✗"))).toEqual([]);
  expect(lines.at(-1)).toMatch(/^import-kill: KEPT seed=3 rows=12000 killed=2 /);
}, 120_000);

test("bad-files: each comes to its answer, in little memory", async () => {
  const lines = await linesOf("bad-files", "--megabytes", "20");
  expect(lines.filter((line) => line.includes("✗"))).toEqual([]);
  expect(lines.at(-1)).toMatch(/^bad-files: KEPT seed=1 files=17 held=17 /);
}, 120_000);

test("lawfulness: API, SQL and oracle agree, and three ways to break the rules are noticed", async () => {
  const lines = await linesOf("lawfulness", "--steps", "200", "--records", "24");
  expect(lines.filter((line) => line.startsWith("✗"))).toEqual([]);
  expect(lines.at(-1)).toMatch(
    /^lawfulness: KEPT seed=1 records=\d+ steps=200 answers=\d+ differences=0 rederived=0 noticed=3 /,
  );
}, 120_000);

test("audit: each entry is sealed once, and each change to the log is found", async () => {
  const lines = await linesOf("audit", "--entries", "1500", "--kills", "1", "--rate", "300");
  expect(lines.filter((line) => line.startsWith("✗"))).toEqual([]);
  expect(lines.at(-1)).toMatch(
    /^audit: KEPT seed=1 entries=\d{4} heads=\d+ kills=1 .* tampered=9 found=9 customers=\d{2}$/,
  );
}, 120_000);

test("access: whatever is tried ends as it should", async () => {
  const lines = await linesOf("access", "--ids", "2");
  expect(lines.filter((line) => line.includes("✗"))).toEqual([]);
  expect(lines.at(-1)).toMatch(/^access: KEPT seed=1 classes=10 attempts=(\d{3}) held=\1 /);
}, 120_000);

test("revocation: each of seven causes is noticed by two processes", async () => {
  const lines = await linesOf("revocation");
  const names = [...lines.at(-1)!.matchAll(/(\w+)=\d+/g)].map(([, name]) => name);
  expect(names.sort()).toEqual(
    ["seed", "slowest", "signedOut", "keyRevoked", "customerClosed", "disabled"]
      .concat(["agreementEnded", "demoted", "passwordReset"])
      .sort(),
  );
}, 120_000);
