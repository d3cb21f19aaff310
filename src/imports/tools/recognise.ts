// Whose export a file is, by the names of its columns, and what they say there.
import { ImportField as Field, type Mapping } from "./fields";
import { ImportTool } from "./tool";

type Known = {
  tool: ImportTool;
  /** Names of which one at least stands beside the address. */
  sign: readonly string[];
  columns: Partial<Record<Field, readonly string[]>>;
};

const TOOLS: readonly Known[] = [
  {
    tool: ImportTool.MAILCHIMP,
    sign: ["member_rating", "optin_time", "unsub_time", "clean_time", "leid", "euid"],
    columns: {
      [Field.EMAIL_ADDRESS]: ["email address"],
      [Field.FIRST_NAME]: ["first name"],
      [Field.LAST_NAME]: ["last name"],
      [Field.OPT_IN_AT]: ["optin_time"],
      [Field.CONFIRMED_AT]: ["confirm_time"],
      [Field.UNSUBSCRIBED_AT]: ["unsub_time"],
      [Field.CLEANED_AT]: ["clean_time"],
      [Field.STATUS]: ["status"],
    },
  },
  {
    tool: ImportTool.BREVO,
    sign: [
      "emailblacklisted",
      "email_blacklisted",
      "added_time",
      "modified_time",
      "smsblacklisted",
    ],
    columns: {
      [Field.EMAIL_ADDRESS]: ["email"],
      [Field.FIRST_NAME]: ["firstname", "prenom", "vorname"],
      [Field.LAST_NAME]: ["lastname", "nom", "nachname"],
      [Field.COMPANY_NAME]: ["company"],
      [Field.OPT_IN_AT]: ["added_time"],
      [Field.CONFIRMED_AT]: ["double_opt-in_time", "confirmed_time"],
      [Field.OPTED_OUT]: ["emailblacklisted", "email_blacklisted"],
    },
  },
  {
    tool: ImportTool.HUBSPOT,
    sign: [
      "record id",
      "record id - contact",
      "hs_object_id",
      "unsubscribed from all email",
      "hs_email_optout",
      "hs_legal_basis",
    ],
    columns: {
      [Field.EMAIL_ADDRESS]: ["email"],
      [Field.FIRST_NAME]: ["first name", "firstname"],
      [Field.LAST_NAME]: ["last name", "lastname"],
      [Field.COMPANY_NAME]: ["company name", "company"],
      [Field.OPTED_OUT]: ["unsubscribed from all email", "hs_email_optout"],
      [Field.LEGAL_BASIS]: ["legal basis for processing contact's data", "hs_legal_basis"],
    },
  },
];

/** Any other table: names that say what they mean. */
const OTHER: Known["columns"] = {
  [Field.EMAIL_ADDRESS]: [
    "email",
    "e-mail",
    "email address",
    "e-mail address",
    "mail",
    "emailaddress",
    "e-mail-adresse",
    "email-adresse",
    "emailadresse",
    "mailadresse",
  ],
  [Field.NAME]: ["name", "full name", "fullname"],
  [Field.FIRST_NAME]: ["first name", "firstname", "vorname", "given name"],
  [Field.LAST_NAME]: [
    "last name",
    "lastname",
    "surname",
    "nachname",
    "familienname",
    "family name",
  ],
  [Field.COMPANY_NAME]: [
    "company",
    "company name",
    "companyname",
    "firma",
    "unternehmen",
    "organisation",
  ],
  [Field.OPT_IN_AT]: ["optinat", "opt-in time", "opt_in_at", "subscribed at"],
  [Field.CONFIRMED_AT]: ["confirmedat", "confirmed at", "confirmed_at", "confirm_time"],
  [Field.STATUS]: ["status"],
  [Field.OPTED_OUT]: ["opted out", "opted_out", "opt-out", "optout", "opt out", "unsubscribed"],
  [Field.UNSUBSCRIBED_AT]: ["unsubscribed at", "unsubscribed_at", "unsub_time", "abgemeldet am"],
};

export function recognise(columns: readonly string[]): { tool: ImportTool; mapping: Mapping } {
  const names = columns.map((column) => column.trim().toLowerCase());
  const found = TOOLS.find(
    ({ sign, columns: known }) =>
      known[Field.EMAIL_ADDRESS]!.some((name) => names.includes(name)) &&
      sign.some((name) => names.includes(name)),
  );
  const known = found?.columns ?? OTHER;
  const mapping: Mapping = {};
  for (const [field, candidates] of Object.entries(known) as [Field, readonly string[]][]) {
    const column = names.findIndex((name) => candidates.includes(name));
    if (column >= 0) mapping[field] = column;
  }
  return { tool: found?.tool ?? ImportTool.OTHER, mapping };
}

const STOPS = [Field.STATUS, Field.OPTED_OUT, Field.UNSUBSCRIBED_AT, Field.CLEANED_AT] as const;

/** Columns that by their names say who is not to be mailed, and are not read as that: for a stop they are all the same. */
export function unmappedStops(columns: readonly string[], mapping: Mapping): Mapping {
  const named = recognise(columns).mapping;
  const left = STOPS.filter((field) => named[field] !== mapping[field]);
  return Object.fromEntries(left.map((field) => [field, named[field]]));
}
