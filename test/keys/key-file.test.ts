// A secret is made once, for its owner alone; whatever looks wrong about its file stops the start in one line.
import { execFile } from "node:child_process";
import { chmod, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { makeOnce, readSecret } from "../../src/keys/key-file";
import { PROJECT_ROOT } from "../../src/project-root";
import { StartUpError } from "../../src/start-up-error";
import { temporaryFolder } from "../viewer/temporary-keys";

let folder: string;
let path: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ folder, remove } = await temporaryFolder());
  path = join(folder, "keys", "some.key");
});
afterEach(() => remove());

const SECRET = "s".repeat(32);

test("processes that start together agree on one secret and leave nothing else behind", async () => {
  const module = join(PROJECT_ROOT, "dist/src/keys/key-file.js");
  const start = `const { makeOnce, readSecret } = require(${JSON.stringify(module)});
    makeOnce(${JSON.stringify(path)}, () => process.pid + "-".repeat(32));
    process.stdout.write(readSecret(${JSON.stringify(path)}).toString());`;
  const started = Array.from({ length: 6 }, () =>
    promisify(execFile)(process.execPath, ["-e", start]),
  );
  const seen = (await Promise.all(started)).map(({ stdout }) => stdout);
  expect(new Set(seen).size).toBe(1);
  expect(await readdir(join(folder, "keys"))).toEqual(["some.key"]);
});

test("a secret that is there is never made again", async () => {
  makeOnce(path, () => SECRET);
  makeOnce(path, () => "other".repeat(10));
  expect(await readFile(path, "utf8")).toBe(SECRET);
});

test("file and folder are their owner's alone", async () => {
  makeOnce(path, () => SECRET);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, "keys"))).mode & 0o777).toBe(0o700);
});

test.each([0o640, 0o604])("a file of mode %o is refused", async (mode) => {
  makeOnce(path, () => SECRET);
  await chmod(path, mode);
  expect(() => readSecret(path)).toThrow(StartUpError);
  expect(() => readSecret(path)).toThrow(/^.*some\.key can be read by others.*chmod 600.*$/);
});

test("a short secret is refused without being shown", async () => {
  await mkdir(join(folder, "keys"));
  await writeFile(path, "hunter2", { mode: 0o600 });
  expect(() => readSecret(path)).toThrow(StartUpError);
  expect(() => readSecret(path)).toThrow(
    /^(?!.*hunter2).*holds 7 bytes, too short for a secret.*$/,
  );
});
