// Mailchimp's audience export: which columns we read, and what a line of them says. Addresses of machines, places,
// notes and tags are not read, so they never leave the file.
import type { ContactsImportRow } from "../batch";
import type { CsvRecord, RowError } from "./records";

export type Kind = "SUBSCRIBERS" | "PROSPECTS";
type Row = Pick<ContactsImportRow, "row" | "emailAddress" | "name" | "optInAt" | "confirmedAt">;

const PERSON = ["Email Address", "First Name", "Last Name"];
const NEEDED: Record<Kind, readonly string[]> = {
  PROSPECTS: PERSON,
  SUBSCRIBERS: [...PERSON, "OPTIN_TIME", "CONFIRM_TIME"],
};

/** The file's column for a field that the API names. */
const COLUMN_OF: Record<string, string> = {
  emailAddress: "Email Address",
  name: "First Name",
  optInAt: "OPTIN_TIME",
  confirmedAt: "CONFIRM_TIME",
};
export const columnOf = (field: string | null) => COLUMN_OF[field ?? ""] ?? field;

/** Longest text of a field that is worth sending, in characters; the API's own limits are below. */
const TEXT_MAXIMUM = 1_000;

/** Where the needed columns stand, or the names of those that are missing. */
export function columnsFor(kind: Kind, header: readonly string[]) {
  const names = header.map((name) => name.trim().toLowerCase());
  const places = new Map(NEEDED[kind].map((name) => [name, names.indexOf(name.toLowerCase())]));
  const missing = [...places].filter(([, index]) => index < 0).map(([name]) => name);
  return { places, missing };
}

/** A line as a row of the import, or what is wrong with it. */
export function rowIn(
  kind: Kind,
  places: ReadonlyMap<string, number>,
  { line, fields }: CsvRecord,
): Row | RowError {
  const text = (column: string) => (fields[places.get(column) ?? -1] ?? "").trim();
  const long = NEEDED[kind].find((column) => text(column).length > TEXT_MAXIMUM);
  if (long) return { line, column: long, code: "TOO_LONG", reason: "The text is too long." };
  const person = {
    row: line,
    emailAddress: text("Email Address"),
    name: `${text("First Name")} ${text("Last Name")}`.trim(),
  };
  if (kind === "PROSPECTS") return person;
  for (const column of ["OPTIN_TIME", "CONFIRM_TIME"]) {
    if (text(column) && !instantIn(text(column)))
      return {
        ...{ line, column, code: "INVALID" },
        reason: "This is no time of the form YYYY-MM-DD HH:MM:SS.",
      };
  }
  return {
    ...person,
    optInAt: instantIn(text("OPTIN_TIME")),
    confirmedAt: instantIn(text("CONFIRM_TIME")),
  };
}

/** `2024-02-29 08:00:00`, in UTC, as an ISO instant; null where it is none. */
function instantIn(text: string): string | null {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return null;
  const instant = `${text.replace(" ", "T")}Z`;
  const time = Date.parse(instant);
  const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text.slice(0, 10));
  return isReal ? instant : null;
}
