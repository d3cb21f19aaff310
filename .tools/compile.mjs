// Compiles src/, seeds/ and test/ to dist/ with SWC: only what changed since the last time, and drops what is gone.
// What browsers run is built beside it, by build-console.mjs.
import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { transformFile } from "@swc/core";

const roots = ["src", "seeds", "test"];
const output = "dist";
const browsers = join("src", "console");

const modifiedAt = (path) =>
  stat(path).then(
    (s) => s.mtimeMs,
    () => 0,
  );
/** Not those of installed packages: the benchmark's peers have some of their own. */
const filesIn = async (folder) => {
  if (folder === browsers) return [];
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = entries.map((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : filesIn(path);
    return entry.isFile() ? [path] : [];
  });
  return (await Promise.all(found)).flat();
};

const sources = (await Promise.all(roots.map(filesIn)))
  .flat()
  .filter((path) => /\.tsx?$/.test(path));
const targetOf = (source) => join(output, source.replace(/\.tsx?$/, ".js"));
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
const compiled = (await Promise.all(roots.map((root) => filesIn(join(output, root))))).flat();
const stale = compiled.filter((path) => !wanted.has(path));
await Promise.all(stale.map((path) => rm(path)));
