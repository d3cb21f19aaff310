// A mail queued with the change that it tells of: what about, and nothing of anybody.
import { sql } from "../database/sql";
import { newId } from "../database/uuid";

export type MailKind =
  | "USER_INVITATION"
  | "STAFF_INVITATION"
  | "PASSWORD_RESET"
  | "PASSWORD_CHANGED"
  | "SECOND_FACTOR_CHANGED"
  | "SESSION_REVOKED";

export const queueMail = (kind: MailKind, aboutId: string) =>
  sql`select queue_mail(${newId()}::uuid, ${kind}::mail_kind, ${aboutId}::uuid)`;
