// Codes that change every 30 seconds (TOTP, RFC 6238): six digits, one step early or late.
import { Secret, TOTP } from "otpauth";

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
  const window = STEPS_APART_MAXIMUM;
  const apart = totpOf(secret).validate({ token: code, window, timestamp: nowMs });
  return apart === null ? null : Math.floor(nowMs / 1000 / STEP_SECONDS) + apart;
}

/** What an app shows at this moment: for the story world, whose people have no telephone. */
export const currentCode = (secret: Buffer): string => totpOf(secret).generate();

const totpOf = (secret: Buffer, label = "") =>
  new TOTP({
    ...{ issuer: ISSUER, label, period: STEP_SECONDS },
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
  });
