// The drill of the change feed as a small round of the command itself, and that it cleans up after itself.
import { execFile } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const COMMAND = resolve(__dirname, "../../dist/test/drills/run.js");

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "drills-"));
  chmodSync(folder, 0o755); // PostgreSQL may run as another user
});
afterAll(() => rmSync(folder, { recursive: true }));

const drill = (...args: string[]) =>
  new Promise<{ code: number | null; stdout: string; stderr: string }>((done) => {
    const env = { ...process.env, TMPDIR: folder, TEMP: folder };
    const child = execFile(process.execPath, [COMMAND, ...args], { env }, (_, stdout, stderr) =>
      done({ code: child.exitCode, stdout, stderr }),
    );
  });

test("a small round keeps every check, says its seed and leaves nothing behind", async () => {
  const { code, stdout, stderr } = await drill("feed", "--seed", "7", "--hold", "2");
  const lines = stdout.trimEnd().split("\n");
  expect({ stderr, broken: lines.filter((line) => line.startsWith("✗")) }).toEqual({
    stderr: "",
    broken: [],
  });
  expect(lines.at(-1)).toMatch(
    /^feed: KEPT seed=7 committed=(\d+) heard=\1 missing=0 surplus=0 .*lostByPlainSequence=[1-9]/,
  );
  expect(code).toBe(0);
  expect(readdirSync(folder).filter(isOfTheDrill)).toEqual([]);
}, 60_000);

/** PostgreSQL's programs, copied once out of a closed folder, serve later starts too. */
const isOfTheDrill = (name: string) => !name.startsWith("back-office-postgresql-");

test("--help lists the drills with a phrase each", async () => {
  const { code, stdout } = await drill("--help");
  expect(stdout).toMatch(/^ {2}feed +\S.+\.$/m);
  expect(code).toBe(0);
});

test("a drill that there is not is one clear line and exit code 1", async () => {
  expect(await drill("fire")).toEqual({
    code: 1,
    stdout: "",
    stderr: "There is no drill «fire». See --help.\n",
  });
});
