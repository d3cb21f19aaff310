// `npm test`: every check, named and timed, the tests last. All of them run, whatever fails on the way.
// With words behind it (`npm test -- subscribers`) only the tests that match them.
import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";

const words = process.argv.slice(2);
const node = (...args) => [process.execPath, ...args];

const making = [
  ["compile", node(".tools/compile.mjs")],
  ["console", node(".tools/build-console.mjs")],
];
/** None needs another: they run side by side, the longest first. */
const reading = [
  ["lint", ["eslint", ".", "--max-warnings", "0"]],
  ["format", ["prettier", "--check", "--log-level", "warn", "."]],
  ["types", ["tsc", "--noEmit"]],
  ["console types", ["tsc", "--noEmit", "-p", "src/console"]],
  ["generated files", node("dist/src/graphql/print.js", "--check")],
  ["documents", node(".tools/documents.mjs", "--check")],
];
const tests = ["jest", "--maxWorkers=2", ...words];
const AT_ONCE = 2;

const path = [join("node_modules", ".bin"), process.env.PATH].join(delimiter);
const env = { ...process.env, PATH: path };
const failed = [];

/** What a check says is kept together where others run beside it. */
const run = ([command, ...args], stdio) =>
  new Promise((done) => {
    const child = spawn(command, args, { stdio, env });
    const said = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk) => said.push(chunk));
    child.once("error", (error) => done({ isGood: false, said: `${error.message}\n` }));
    child.once("close", (code) => done({ isGood: code === 0, said: Buffer.concat(said) }));
  });

async function check([name, command]) {
  const startedAt = Date.now();
  const { isGood, said } = await run(command, ["ignore", "pipe", "pipe"]);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(said);
  console.log(`${isGood ? "✓" : "✗"} ${name} ${seconds} s`);
  if (!isGood) failed.push(name);
}

for (const each of making) await check(each);
if (words.length === 0) {
  const waiting = [...reading];
  const one = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await check(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
} else console.log(`Not run beside these tests: ${reading.map(([name]) => name).join(", ")}`);
// the tests say their count themselves, as the last line of all
if (failed.length > 0) console.log(`✗ failed so far: ${failed.join(", ")}`);
if (!(await run(tests, "inherit")).isGood) failed.push("tests");
process.exitCode = failed.length > 0 ? 1 : 0;
