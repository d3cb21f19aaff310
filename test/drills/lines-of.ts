// A drill as its command runs it: the lines that it prints.
import { execFile } from "node:child_process";
import { resolve } from "node:path";

const COMMAND = resolve(__dirname, "../../dist/test/drills/run.js");

export const linesOf = (...args: string[]) =>
  new Promise<string[]>((done) => {
    execFile(process.execPath, [COMMAND, ...args], (_, stdout, stderr) =>
      done(`${stdout}${stderr}`.trimEnd().split("\n")),
    );
  });
