// What a row shows by itself: an address, a name that fits, and for a subscriber a confirmation that has been given.
import type { ErrorCode } from "../graphql/error-code";
import { checkText } from "../graphql/input";
import { type GivenAddress, givenAddress } from "../prospects/given-address";
import { type ContactsImportRow, ImportKind, type ImportRefusal } from "./batch";

const COMPANY_MAXIMUM = 200;

export type Person = {
  row: number;
  name: string;
  companyName: string | null;
  address: GivenAddress;
  optInAt: string | null;
  confirmedAt: string | null;
};

type Given = ContactsImportRow & { companyName?: string | null };

export function checkRow(kind: ImportKind, given: Given): Person | ImportRefusal {
  const { row } = given;
  const address = givenAddress(given.emailAddress);
  if (!address && !given.emailAddress.trim())
    return refusal(row, "emailAddress", "REQUIRED", "The e-mail address is missing.");
  if (!address) return refusal(row, "emailAddress", "INVALID", "This is no e-mail address.");
  const isRequired = kind === ImportKind.PROSPECTS;
  const unfit = checkText(given.name, "name", { maximum: 200, isRequired });
  if (unfit) return refusal(row, "name", unfit.code, unfit.message);
  const companyName = given.companyName?.trim() || null;
  if (companyName && companyName.length > COMPANY_MAXIMUM)
    return refusal(row, "companyName", "TOO_LONG", "The company's name is too long.");
  const person = { row, name: given.name.trim(), companyName, address };
  if (kind === ImportKind.PROSPECTS) return { ...person, optInAt: null, confirmedAt: null };
  const { optInAt = null, confirmedAt = null } = given;
  if (!confirmedAt)
    return refusal(
      row,
      "confirmedAt",
      "NOT_CONFIRMED",
      "Without a time of confirmation, the person does not become a subscriber.",
    );
  return { ...person, optInAt, confirmedAt };
}

/** Whoever says to have agreed later than now; the clock is the database's. */
export function checkTimes({ row, optInAt, confirmedAt }: Person, now: string) {
  const isAhead = (at: string | null) => at !== null && Date.parse(at) > Date.parse(now);
  const message = "This time lies ahead.";
  if (isAhead(confirmedAt)) return refusal(row, "confirmedAt", "INVALID", message);
  return isAhead(optInAt) ? refusal(row, "optInAt", "INVALID", message) : null;
}

export const closed = ({ row }: Person) =>
  refusal(row, "emailAddress", "ADDRESS_CLOSED", "This address may not be brought in.");

export const duplicate = ({ row }: Person) =>
  refusal(
    row,
    "emailAddress",
    "DUPLICATE",
    "An earlier row has this address with another name. The earlier one counts.",
  );

export const changedLater = ({ row }: Person) =>
  refusal(row, "name", "CONFLICT", "Somebody changed this person after the import began.");

export const refusal = (
  row: number,
  column: string | null,
  code: ErrorCode,
  message: string,
): ImportRefusal => ({ row, column, code, message });
