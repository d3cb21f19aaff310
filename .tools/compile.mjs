// Compiles src/, seeds/ and test/ to dist/ with SWC: only what changed since the last time, and drops what is gone.
import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { transformFile } from "@swc/core";

const roots = ["src", "seeds", "test"];
const output = "dist";

const modifiedAt = (path) =>
  stat(path).then(
    (s) => s.mtimeMs,
    () => 0,
  );
const filesIn = async (folder) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const sources = (await Promise.all(roots.map(filesIn)))
  .flat()
  .filter((path) => path.endsWith(".ts"));
const targetOf = (source) => join(output, source.replace(/\.ts$/, ".js"));
const settingsAt = await modifiedAt(".swcrc");

await Promise.all(
  sources.map(async (source) => {
    const target = targetOf(source);
    if ((await modifiedAt(target)) > Math.max(await modifiedAt(source), settingsAt)) return;
    const { code } = await transformFile(source);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, code);
  }),
);

const wanted = new Set(sources.map(targetOf));
const stale = (await filesIn(output)).filter((path) => !wanted.has(path));
await Promise.all(stale.map((path) => rm(path)));
