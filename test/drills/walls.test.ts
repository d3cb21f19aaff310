// The drill of the two walls as a small round of the command itself: a few holes of each sort.
import { execFile } from "node:child_process";
import { resolve } from "node:path";

const COMMAND = resolve(__dirname, "../../dist/test/drills/run.js");

const drill = (...args: string[]) =>
  new Promise<{ code: number | null; stdout: string; stderr: string }>((done) => {
    const child = execFile(process.execPath, [COMMAND, "walls", ...args], (_, stdout, stderr) =>
      done({ code: child.exitCode, stdout, stderr }),
    );
  });

test("a few holes, one at a time: each is noticed, and none lets a foreign row through", async () => {
  const { code, stdout, stderr } = await drill("--seed", "7", "--share", "6", "--verdicts", "4");
  const lines = stdout.trimEnd().split("\n");
  expect({ stderr, broken: lines.filter((line) => line.startsWith("✗")) }).toEqual({
    stderr: "",
    broken: [],
  });
  expect(lines.at(-1)).toMatch(
    /^walls: KEPT seed=7 mutated=(\d+) noticed=\1 foreignRows=0 filters=[1-9]\d* verdicts=4 policies=[1-9]\d* grants=4 .*seconds=\d+$/,
  );
  expect(code).toBe(0);
}, 120_000);
