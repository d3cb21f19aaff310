// Builds what browsers run: the staff console, the customers' portal and GraphiQL, each by itself, so that no file of one
// holds a word of another. Nothing is built anew while its sources stand as they were.
import { createHash } from "node:crypto";
import { brotliCompress, constants, gzip } from "node:zlib";
import { promisify } from "node:util";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "vite";

const root = join("src", "console");
const output = join("dist", "console");
const markFile = join(output, "built-from");
const entries = ["console", "portal", "graphiql"];

const filesIn = async (folder) => {
  const found = await readdir(folder, { withFileTypes: true, recursive: true });
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
};

/** What the files were built from: the sources, the packages and this file. */
async function sourcesDigest() {
  const paths = [...(await filesIn(root)).sort(), "package-lock.json", import.meta.filename];
  const digest = createHash("sha256");
  for (const path of paths) digest.update(path).update(await readFile(path));
  return digest.digest("hex");
}

const settingsFor = (entry, outDir) => ({
  root,
  base: `/${entry}/`,
  configFile: false,
  publicDir: false,
  logLevel: "warn",
  clearScreen: false,
  build: {
    outDir: join(process.cwd(), outDir),
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // the editor of GraphiQL is one file
    chunkSizeWarningLimit: 3_000,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: join(root, `${entry}.html`),
      checks: { pluginTimings: false },
      // libraries mark what runs in servers too; a browser's bundle has no need of it
      onwarn: (warning, warn) => warning.code === "MODULE_LEVEL_DIRECTIVE" || warn(warning),
    },
  },
});

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Beside each file its two shorter forms, so that nothing is compressed while it is asked for. */
async function compress(folder) {
  const texts = (await filesIn(folder)).filter((path) => /\.(js|css|svg|map)$/.test(path));
  await Promise.all(
    texts.map(async (path) => {
      const content = await readFile(path);
      await writeFile(`${path}.br`, await brotli(content, quality));
      await writeFile(`${path}.gz`, await zip(content, { level: 9 }));
    }),
  );
}

async function buildOne(entry) {
  const made = join(output, `${entry}.new`);
  await build(settingsFor(entry, made));
  await compress(made);
  await rm(join(output, entry), { recursive: true, force: true });
  await rename(made, join(output, entry));
}

const digest = await sourcesDigest();
const last = await readFile(markFile, "utf8").catch(() => "");
if (last !== digest) {
  const startedAt = Date.now();
  await mkdir(output, { recursive: true });
  await Promise.all(entries.map(buildOne));
  await writeFile(markFile, digest);
  console.log(
    `Built the console, the portal and GraphiQL in ${((Date.now() - startedAt) / 1000).toFixed(1)} s`,
  );
}
