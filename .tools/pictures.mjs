// Takes the pictures that README and docs show, anew: the journeys in the browser look at each page, and whatever a
// document shows is kept.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const KEPT = join("docs", "pictures");
const DOCUMENTS = ["README.md", join("docs", "pictures.md")];

const shown = new Set(
  DOCUMENTS.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/pictures\/([\w-]+\.png)/g)].map(([, name]) => name),
  ),
);

const taken = mkdtempSync(join(tmpdir(), "pictures-"));
const run = (command, args, env = {}) =>
  spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...env } }).status ?? 1;

for (const tool of ["compile", "build-console"])
  if (run(process.execPath, [join(".tools", `${tool}.mjs`)])) process.exit(1);
const jest = join("node_modules", "jest", "bin", "jest.js");
const status = run(process.execPath, [jest, "test/console", "test/public-pages/in-a-browser"], {
  PICTURES: taken,
});

const missing = [...shown].filter((name) => !existsSync(join(taken, name)));
mkdirSync(KEPT, { recursive: true });
for (const name of readdirSync(KEPT)) if (!shown.has(name)) rmSync(join(KEPT, name));
for (const name of shown) if (!missing.includes(name)) cpSync(join(taken, name), join(KEPT, name));
rmSync(taken, { recursive: true });
console.log(`${shown.size - missing.length} pictures are in ${KEPT}.`);
for (const name of missing) console.error(`No journey looks at ${name}.`);
process.exit(status || (missing.length > 0 ? 1 : 0));
