// The names of lists and of their columns, as the console has them.
import { userError, type UserError } from "../graphql/user-error";
import { COLUMNS_MAXIMUM } from "./list-preferences";

const NAME_MAXIMUM = 60;
const KEBAB_CASE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const CAMEL_CASE = /^[a-z][a-zA-Z0-9]*$/;

export const isCamelCase = (name: string) => name.length <= NAME_MAXIMUM && CAMEL_CASE.test(name);

export function checkListName(list: string, field: string): UserError | null {
  if (list.length > NAME_MAXIMUM)
    return userError("TOO_LONG", field, `Shorten ${field} to ${NAME_MAXIMUM} characters.`);
  if (!KEBAB_CASE.test(list))
    return userError("INVALID", field, `Give ${field} as a name like «platform-users».`);
  return null;
}

export function checkColumns(columns: readonly string[], field: string): UserError | null {
  if (columns.length > COLUMNS_MAXIMUM)
    return userError("TOO_LONG", field, `Choose ${COLUMNS_MAXIMUM} columns at the most.`);
  if (!columns.every(isCamelCase))
    return userError(
      "INVALID",
      field,
      `Give columns by names like «createdAt», of up to ${NAME_MAXIMUM} characters.`,
    );
  return new Set(columns).size < columns.length
    ? userError("DUPLICATE", field, "Name each column once.")
    : null;
}
