// Checks of inputs that many verbs share. Each answers the refusal, or null where the value will do.
import { UUID } from "../database/uuid";
import { withoutInvisible } from "../invisible";
import { type UserError, userError } from "./user-error";

type TextRule = { maximum: number; isRequired: boolean; mayHaveLines?: boolean };

export function checkText(
  value: string | null | undefined,
  field: string,
  { maximum, isRequired, mayHaveLines = false }: TextRule,
): UserError | null {
  const text = value?.trim() ?? "";
  if (!withoutInvisible(text).trim())
    return isRequired ? userError("REQUIRED", field, `Give ${field} a value.`) : null;
  if (text.length > maximum)
    return userError("TOO_LONG", field, `Shorten ${field} to ${maximum} characters.`);
  if (/[\u0000-\u0008\u000b-\u001f\u007f]|[\ud800-\udfff]/u.test(text))
    return userError("INVALID", field, `Take the control characters out of ${field}.`);
  if (!mayHaveLines && /[\n\u0085\u2028\u2029]/.test(text))
    return userError("INVALID", field, `Write ${field} in one line.`);
  return null;
}

/** An id that can't be one is not found, like any other that isn't there. */
export const checkId = (value: string, field: string): UserError | null =>
  UUID.test(value) ? null : notFound(field);

export const notFound = (field: string) =>
  userError(
    "NOT_FOUND",
    field,
    `Nothing was found under ${field}. Look it up again: it may be gone, or not yours.`,
  );

/** The refusals among the checks. */
export const refusals = (...checks: (UserError | null)[]): UserError[] =>
  checks.filter((check) => check !== null);
