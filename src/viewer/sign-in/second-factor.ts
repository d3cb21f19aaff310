// The second factor: a code that changes every 30 seconds (TOTP, RFC 6238), one step early or late. A step serves once,
// by one conditional update, so a code that somebody watched is worth nothing. The secret is kept sealed.
import { Secret, TOTP } from "otpauth";
import { sql } from "../../database/sql";
import type { Unit } from "../../database/unit-of-work";
import { open, seal } from "../../keys/envelope";
import { newTotpSecretOf, totpSecretOf } from "../../keys/sealed-columns";

const ISSUER = "Zendbox Back Office";
const STEP_SECONDS = 30;
const SECRET_BYTES = 20;
const STEPS_APART_MAXIMUM = 1;

export const newSecret = (): Buffer => Buffer.from(new Secret({ size: SECRET_BYTES }).bytes);

/** What an authenticator app takes: the secret in Base32, and as an address for a QR code. */
export function secretForApp(secret: Buffer, label: string) {
  const totp = totpOf(secret, label);
  return { secret: totp.secret.base32, otpauthUri: totp.toString() };
}

/** The step that a code belongs to, or null where it fits none near now. */
export function stepOf(secret: Buffer, code: string, nowMs = Date.now()): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const apart = totpOf(secret).validate({
    token: code,
    window: STEPS_APART_MAXIMUM,
    timestamp: nowMs,
  });
  return apart === null ? null : Math.floor(nowMs / 1000 / STEP_SECONDS) + apart;
}

/** What an app shows now: for the story world, whose people have no telephone. */
export const currentCode = (secret: Buffer): string => totpOf(secret).generate();

/** A secret that a challenge shows, until its first code proves that the app has it. */
export const sealNewSecret = (challengeId: string, secret: Buffer) =>
  seal(newTotpSecretOf(challengeId), secret);
export const openNewSecret = (challengeId: string, sealed: Buffer) =>
  open(newTotpSecretOf(challengeId), sealed);

/** Takes the code's step, unless it or a later one was taken before. */
export async function acceptCode(unit: Unit, credentialId: string, code: string): Promise<boolean> {
  const [found] = await unit.run(
    sql`select totp_secret as sealed from credentials where id = ${credentialId}::uuid and totp_confirmed_at is not null`,
  );
  const sealed = found?.rows[0]?.sealed as Buffer | undefined;
  if (!sealed) return false;
  const step = stepOf(open(totpSecretOf(credentialId), sealed), code);
  if (step === null) return false;
  const [taken] = await unit.run(
    sql`update credentials set totp_last_step = ${step}::bigint
      where id = ${credentialId}::uuid and totp_last_step < ${step}::bigint`,
  );
  return taken?.rowCount === 1;
}

export const setUpSecret = (unit: Unit, credentialId: string, secret: Buffer, step: number) =>
  unit.run(
    sql`update credentials set totp_secret = ${seal(totpSecretOf(credentialId), secret)}::bytea,
        totp_confirmed_at = decision_time(), totp_last_step = ${step}::bigint
      where id = ${credentialId}::uuid`,
  );

const totpOf = (secret: Buffer, label = "") =>
  new TOTP({
    issuer: ISSUER,
    label,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
    period: STEP_SECONDS,
  });
