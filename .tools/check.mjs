// `npm test`: every check, named and timed, the tests last. All of them run, whatever fails on the way.
// With words behind it (`npm test -- subscribers`) only the tests that match them.
import { spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";

const words = process.argv.slice(2);
const node = (...args) => [process.execPath, ...args];
const tests = ["jest", "--maxWorkers=2", ...words];

const steps = [
  ["compile", node(".tools/compile.mjs")],
  ["console", node(".tools/build-console.mjs")],
  ["types", ["tsc", "--noEmit"]],
  ["console types", ["tsc", "--noEmit", "-p", "src/console"]],
  ["lint", ["eslint", ".", "--max-warnings", "0"]],
  ["format", ["prettier", "--check", "--log-level", "warn", "."]],
  ["generated files", node("dist/src/graphql/print.js", "--check")],
  ["documents", node(".tools/documents.mjs", "--check")],
  ["tests", tests],
];
const chosen =
  words.length > 0
    ? steps.filter(([name]) => ["compile", "console", "tests"].includes(name))
    : steps;

const path = [join("node_modules", ".bin"), process.env.PATH].join(delimiter);
const run = ([command, ...args]) =>
  spawnSync(command, args, { stdio: "inherit", env: { ...process.env, PATH: path } }).status === 0;

const failed = [];
for (const [name, command] of chosen) {
  const isTests = name === "tests"; // they say their count themselves, as the last line of all
  if (isTests && failed.length > 0) console.log(`✗ failed so far: ${failed.join(", ")}`);
  const startedAt = Date.now();
  const isGood = run(command);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  if (!isTests) console.log(`${isGood ? "✓" : "✗"} ${name} ${seconds} s`);
  if (!isGood) failed.push(name);
}
process.exitCode = failed.length > 0 ? 1 : 0;
