// What a view may remember: which kinds of record, never which person. Views are shared and outlive erasure, so names,
// addresses, what was searched for and places within a list are refused. What was checked is what is kept.
import { checkText } from "../graphql/input";
import { type UserError, userError } from "../graphql/user-error";
import { isCamelCase } from "../preferences/names";

const SEARCH_MAXIMUM = 1_000;

/** In lower case. A cursor (`after`) holds what the list is sorted by: of many lists, a name. */
const OF_PERSONS = ["emailaddress", "name", "namestartswith", "subjectid", "text", "q", "after"];

/** However often it is encoded, and in whichever width. */
const ADDRESS = /@|%(25)*40/i;

export const namesAnAddress = (text: string) => ADDRESS.test(text.normalize("NFKC"));

export const namesAPerson = (field: string) =>
  userError(
    "NAMES_A_PERSON",
    field,
    "A view may not remember a person: it is shared, and stays when the person is erased. Leave out names, addresses and what was searched for.",
  );

/** The search in one form, or why it can't be kept. */
export function readSearch(given: string, field: string): string | UserError {
  const wrong = checkText(given, field, { maximum: SEARCH_MAXIMUM, isRequired: false });
  if (wrong) return wrong;
  const pairs = [...new URLSearchParams(given.trim())];
  if (!pairs.every(([key]) => isCamelCase(key)))
    return userError(
      "INVALID",
      field,
      `Give ${field} as an address has it: key=value&other=value.`,
    );
  if (pairs.some(([, value]) => /\p{Cc}/u.test(value)))
    return userError("INVALID", field, `Take the control characters out of ${field}.`);
  if (pairs.some(([key, value]) => OF_PERSONS.includes(key.toLowerCase()) || namesAnAddress(value)))
    return namesAPerson(field);
  const search = new URLSearchParams(pairs).toString();
  return search.length > SEARCH_MAXIMUM
    ? userError("TOO_LONG", field, `Shorten ${field} to ${SEARCH_MAXIMUM} characters.`)
    : search;
}
