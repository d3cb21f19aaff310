// What the README shows is true: its commands are run against a fresh start, and answer what stands below them.
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { freePort } from "../src/database/embedded-address";

const ROOT = resolve(__dirname, "..");
const README = readFileSync(join(ROOT, "README.md"), "utf8");
const PAIRS = [...README.matchAll(/```sh\n([\s\S]*?)```\n\n```json\n([\s\S]*?)\n```/g)].map(
  ([, command, answer]) => [command!, answer!] as const,
);

let dataDir: string;
let port: number;
let server: ChildProcess;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "readme-"));
  chmodSync(dataDir, 0o755); // PostgreSQL may run as another user
  port = await freePort();
  server = spawn(process.execPath, ["dist/src/main.js"], {
    cwd: ROOT,
    env: environment(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  await said(server, "Ready in");
  await changesNumbered();
}, 90_000);

afterAll(async () => {
  const ended = new Promise((done) => server.once("exit", done));
  server.kill("SIGTERM");
  await ended;
  rmSync(dataDir, { recursive: true, force: true });
}, 30_000);

test("the README shows three things to try, and signing in", () => expect(PAIRS.length).toBe(4));

test.each(PAIRS)("%s", async (command, answer) => {
  const { stdout } = await promisify(execFile)(
    "bash",
    ["-c", command.replaceAll("localhost:4000", `localhost:${port}`)],
    { cwd: ROOT, env: environment() },
  );
  expect(JSON.parse(stdout)).toEqual(JSON.parse(answer));
});

const environment = () => ({ ...process.env, DATA_DIR: dataDir, PORT: String(port) });

function said(child: ChildProcess, words: string): Promise<void> {
  return new Promise((done, fail) => {
    let text = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes(words)) done();
    });
    child.stderr?.on("data", (chunk: Buffer) => (text += chunk.toString()));
    child.once("exit", () => fail(new Error(`It ended: ${text}`)));
  });
}

/** The sequencer has numbered what the seeds brought. */
const changesNumbered = () => new Promise((done) => setTimeout(done, 1_000));

test("every picture that is shown is kept, in both modes, and none is kept that is not shown", () => {
  const shown = ["README.md", "docs/pictures.md"].flatMap((file) =>
    [...readFileSync(join(ROOT, file), "utf8").matchAll(/pictures\/([\w-]+\.png)/g)].map(
      ([, name]) => name!,
    ),
  );
  const kept = readdirSync(join(ROOT, "docs", "pictures"));
  expect(kept.sort()).toEqual([...new Set(shown)].sort());
  const inOther = (name: string) =>
    name.endsWith("-dark.png") ? name.replace("-dark", "-light") : name.replace("-light", "-dark");
  expect(shown.filter((name) => !shown.includes(inOther(name)))).toEqual([]);
});
