// Codes for whoever lost the second factor: ten, shown once, kept as keyed hashes, each good for one sign-in.
import { randomInt } from "node:crypto";
import { sql } from "../../database/sql";
import type { Unit } from "../../database/unit-of-work";
import { keyedHash } from "../../keys/hash-keys";

const CODES = 10;
/** Without letters and digits that are mistaken for each other: 20^16 of them leave nothing to guess. */
const LETTERS = "bcdfghjkmnpqrstvwxyz";
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** Replaces the person's codes; the answer is the only time they are seen. */
export async function renewRecoveryCodes(unit: Unit, credentialId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode);
  const hashes = codes.map((code) => hashOf(credentialId, code));
  await unit.run(
    sql`delete from recovery_codes where credential_id = ${credentialId}::uuid`,
    sql`insert into recovery_codes (credential_id, code_hash)
      select ${credentialId}::uuid, unnest(${hashes}::bytea[])`,
  );
  return codes;
}

/** Uses a code up. False for one that isn't the person's, or was used before. */
export async function acceptRecoveryCode(
  unit: Unit,
  credentialId: string,
  code: string,
): Promise<boolean> {
  const [used] = await unit.run(
    sql`update recovery_codes set used_at = decision_time()
      where credential_id = ${credentialId}::uuid and code_hash = ${hashOf(credentialId, code)}::bytea and used_at is null`,
  );
  return used?.rowCount === 1;
}

const newCode = () =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join(""),
  ).join("-");

/** Blanks, hyphens and capitals are the typist's. */
const hashOf = (credentialId: string, code: string) =>
  keyedHash(
    "sign-in",
    "recovery",
    credentialId,
    code
      .slice(0, 100)
      .toLowerCase()
      .replace(/[^a-z]/g, ""),
  );
