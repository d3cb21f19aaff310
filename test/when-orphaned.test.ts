// A program that npm started ends with it, even if the signal reached npm's shell alone.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PROJECT_ROOT } from "../src/project-root";

const MODULE = JSON.stringify(join(PROJECT_ROOT, "dist/src/when-orphaned.js"));
const PROGRAM = `
  require(${MODULE}).whenOrphaned(() => { console.log("ended"); process.exit(); });
  setTimeout(() => { console.log("went on"); process.exit(); }, 3_000);
  console.log("serving");`;

/** The program's words, one after the other; its shell is killed after the first. */
async function wordsOf(env: NodeJS.ProcessEnv): Promise<string[]> {
  const shell = spawn("sh", ["-c", `"${process.execPath}" -e "$PROGRAM"; true`], {
    env: { PATH: process.env.PATH, PROGRAM, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const words: string[] = [];
  shell.stdout.on("data", (text: Buffer) => words.push(text.toString().trim()));
  await once(shell.stdout, "data");
  await sleep(100);
  expect(words).toEqual(["serving"]); // its parent lives
  shell.kill("SIGTERM");
  await once(shell.stdout, "end");
  return words;
}

test("started by npm, it ends", async () =>
  expect(await wordsOf({ npm_lifecycle_event: "start" })).toEqual(["serving", "ended"]));

test("started in another way, it outlives its parent", async () =>
  expect(await wordsOf({})).toEqual(["serving", "went on"]));
