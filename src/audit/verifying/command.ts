// `npm run audit:verify -- FILE`: whether a sealed log is whole and unchanged. Needs nothing but the file and Node.
import {
  closeSync,
  createReadStream,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  writeFileSync,
} from "node:fs";
import type { KeyObject } from "node:crypto";
import type { Readable } from "node:stream";
import { parseArgs } from "node:util";
import { createGunzip } from "node:zlib";
import { lineIn, type Proof, proofIn } from "./bundle-format";
import { canonical } from "./canonical";
import type { PublicJwk, SignedHead } from "./head";
import { faultOfProof } from "./proof";
import { keysIn, NotALog, type Verdict, verify } from "./verify";

type Say = (line: string) => void;

const HELP = `Verifies a sealed log of the audit, offline.

  npm run audit:verify -- FILE [--keys FILE] [--heads FILE] [--entry ID [--proof FILE]]

  FILE          the log (NDJSON, gzip or not): an export SEALED_AUDIT, or a customer's ACCESS_LOG; or a proof
  --keys FILE   the keys to trust, as /.well-known/audit-keys.json answers them; otherwise those in the file
  --heads FILE  heads that were kept elsewhere, taken before the log was: finds whether its end was cut off
  --entry ID    says whether this entry is in it
  --proof FILE  writes down that it is, for whoever shall not have the rest of the log

Exit code 0: whole and unchanged. 1: not so, or the entry is not in it. 2: it could not be verified.
`;

/** Answers the exit code. */
export async function auditVerify(args: string[], say: Say): Promise<0 | 1 | 2> {
  const asked = argumentsIn(args);
  if (!asked) {
    say(HELP);
    return args.includes("--help") ? 0 : 2;
  }
  const { file, keys, heads, entry, proof } = asked;
  const missing = [file, keys, heads].find((path) => path !== undefined && !existsSync(path));
  if (missing !== undefined) {
    say(`There is no file ${missing}.`);
    return 2;
  }
  try {
    const single = proofIn(await firstLineOf(file));
    if (single) return tellProof(single, keys === undefined ? null : keysOf(keys), printable(say));
    const verdict = await verify(linesOf(file), {
      ...(keys === undefined ? {} : { keys: keysOf(keys) }),
      ...(heads === undefined ? {} : { heads: await headsOf(heads) }),
      ...(entry === undefined ? {} : { entryId: entry }),
    });
    const given = { areKeysGiven: keys !== undefined, areHeadsGiven: heads !== undefined };
    tell(verdict, { entry, ...given }, printable(say));
    if (proof !== undefined && verdict.proof) writeProof(proof, verdict.proof, say);
    return verdict.fault || (entry !== undefined && verdict.foundAt === null) ? 1 : 0;
  } catch (error) {
    printable(say)(
      error instanceof NotALog
        ? error.message
        : `It could not be verified: ${(error as Error).message}.`,
    );
    return 2;
  }
}

/** A file says nothing to a terminal. */
const printable =
  (say: Say): Say =>
  (line) =>
    say(line.replace(/\p{C}/gu, "\ufffd"));

function argumentsIn(args: string[]) {
  try {
    const option = { type: "string" } as const;
    const { values, positionals } = parseArgs({
      args,
      options: { keys: option, heads: option, entry: option, proof: option },
      allowPositionals: true,
    });
    const [file, ...surplus] = positionals;
    const isIncomplete = values.proof !== undefined && values.entry === undefined;
    return file === undefined || surplus.length || isIncomplete ? null : { file, ...values };
  } catch {
    return null;
  }
}

/** Longer than any line of ours: an entry names some thousands of people at the most. */
const LINE_MAXIMUM = 16 * 1024 * 1024;

async function* linesOf(path: string): AsyncGenerator<string> {
  const bytes = createReadStream(path);
  const source: Readable = isPacked(path) ? bytes.pipe(createGunzip()) : bytes;
  bytes.on("error", (error) => source.destroy(error));
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  for await (const piece of source) {
    const lines = (rest + decoder.decode(piece as Buffer, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    if (rest.length > LINE_MAXIMUM) throw new NotALog("a line of it has no end");
    yield* lines;
  }
  rest += decoder.decode();
  if (rest) yield rest;
}

async function firstLineOf(path: string): Promise<string> {
  for await (const line of linesOf(path)) return line;
  return "";
}

function tellProof(proof: Proof, trusted: ReadonlyMap<string, KeyObject> | null, say: Say): 0 | 1 {
  const { leaf, head } = proof;
  const fault = faultOfProof(proof, trusted ?? keysIn(proof.keys));
  say(`The entry ${leaf.id}, number ${leaf.number} of ${head.size}, signed at ${head.signedAt}.`);
  say(`Signed by ${head.keyId}${trusted ? "" : UNTRUSTED}.`);
  say(fault ? `NOT PROVED: ${fault}.` : "PROVED: it stands in the log as it is shown here.");
  return fault ? 1 : 0;
}

function writeProof(path: string, proof: Proof, say: Say): void {
  writeFileSync(path, `${canonical(proof)}\n`);
  say(`The proof is in ${path}.`);
}

const UNTRUSTED =
  ", a key that the file itself brings: compare it with /.well-known/audit-keys.json";

/** By its first bytes (RFC 1952 §2.3.1). */
function isPacked(path: string): boolean {
  const file = openSync(path, "r");
  const first = Buffer.alloc(2);
  readSync(file, first);
  closeSync(file);
  return first.equals(Buffer.of(0x1f, 0x8b));
}

function keysOf(path: string): ReadonlyMap<string, KeyObject> {
  const { keys } = jsonIn(readFileSync(path, "utf8")) as { keys?: unknown };
  if (!Array.isArray(keys)) throw new NotALog(`${path} holds no set of keys`);
  return keysIn(keys as PublicJwk[]);
}

/** Lines that a crash has cut off count for nothing; a file without any head is none. */
async function headsOf(path: string): Promise<SignedHead[]> {
  const heads: SignedHead[] = [];
  for await (const text of linesOf(path)) {
    const line = lineIn(text);
    if (line && "head" in line) heads.push(line);
  }
  if (!heads.length) throw new NotALog(`${path} holds no heads`);
  return heads;
}

function jsonIn(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

type Shown = { entry: string | undefined; areKeysGiven: boolean; areHeadsGiven: boolean };

function tell(verdict: Verdict, { entry, areKeysGiven, areHeadsGiven }: Shown, say: Say): void {
  const { tree, leaves, heads, demanded, keyIds, signedAt, fault, foundAt } = verdict;
  say(tree === null ? "The log of all entries." : `The part of the customer ${tree}.`);
  const last = signedAt === null ? "" : `; the last of them was signed at ${signedAt}`;
  say(`As they were signed: ${leaves} entries, below ${heads} heads${last}.`);
  if (areHeadsGiven) say(`Held against ${demanded} heads of it that were kept elsewhere.`);
  say(`Signed by ${keyIds.join(", ") || "nobody"}${areKeysGiven ? "" : UNTRUSTED}.`);
  if (entry !== undefined)
    say(
      foundAt === null
        ? `The entry ${entry} is not in it.`
        : `The entry ${entry} is number ${foundAt}.`,
    );
  say(
    fault
      ? `CHANGED at number ${fault.number}: ${fault.what}.`
      : "UNCHANGED, complete and in order.",
  );
}

if (require.main === module) {
  auditVerify(process.argv.slice(2), (line) => console.log(line)).then(
    (code) => (process.exitCode = code),
    (error: unknown) => {
      console.error(error);
      process.exitCode = 2;
    },
  );
}
