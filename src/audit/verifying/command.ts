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
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { createGunzip } from "node:zlib";
import { lineIn, type Proof, proofIn } from "./bundle-format";
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
    if (single) return tellProof(single, keys === undefined ? null : keysOf(keys), say);
    const verdict = await verify(linesOf(file), {
      ...(keys === undefined ? {} : { keys: keysOf(keys) }),
      ...(heads === undefined ? {} : { heads: headsOf(heads) }),
      ...(entry === undefined ? {} : { entryId: entry }),
    });
    tell(verdict, { entry, areKeysGiven: keys !== undefined }, say);
    if (proof !== undefined && verdict.proof) writeProof(proof, verdict.proof, say);
    return verdict.fault || (entry !== undefined && verdict.foundAt === null) ? 1 : 0;
  } catch (error) {
    say(
      error instanceof NotALog
        ? error.message
        : `It could not be verified: ${(error as Error).message}.`,
    );
    return 2;
  }
}

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

function linesOf(path: string): AsyncIterable<string> {
  const bytes = createReadStream(path);
  if (!isPacked(path)) return createInterface({ input: bytes });
  const unpacked = createGunzip();
  bytes.on("error", (error) => unpacked.destroy(error)).pipe(unpacked);
  return createInterface({ input: unpacked });
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
  writeFileSync(path, `${JSON.stringify(proof)}\n`);
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

/** Lines that a crash has cut off count for nothing. */
const headsOf = (path: string): SignedHead[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .flatMap((text) => {
      const line = lineIn(text);
      return line && "head" in line ? [line] : [];
    });

function jsonIn(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

type Shown = { entry: string | undefined; areKeysGiven: boolean };

function tell(verdict: Verdict, { entry, areKeysGiven }: Shown, say: Say): void {
  const { tree, leaves, heads, keyIds, signedAt, fault, foundAt } = verdict;
  say(tree === null ? "The log of all entries." : `The part of the customer ${tree}.`);
  const last = signedAt === null ? "" : `; the last head that holds was signed at ${signedAt}`;
  say(`As they were signed: ${leaves} entries, below ${heads} heads in the file${last}.`);
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
