// What a file of each kind holds, and who takes it out: columns by their names in the file. A test compares them with
// what their audience sees.
import { type Fragment, raw } from "../database/sql";
import type { Audience } from "../viewer/audience";
import type { Kind } from "../viewer/purpose";
import type { ExportKind } from "./export";

export type Exported = {
  audience: Audience;
  /** What it is read as, and so the purpose that it is read for. */
  kind: Kind;
  table: string;
  /** Name in the file → column of the table; those that people wrote freely stand in `texts`. */
  columns: Readonly<Record<string, string>>;
  texts: readonly string[];
  /** Whether its entry names everybody in it: for the access feed of people who have one. */
  namesPeople?: true;
  /** A sealed log, whose form its verifier knows: no table of columns. */
  isSealed?: true;
};

export const COLUMNS_MAXIMUM = 20;

const same = (names: string) => Object.fromEntries(names.split(" ").map((name) => [name, name]));
const person = { id: "id", email: "email_address", name: "name" };
const contactTexts = ["email", "name"];

export const EXPORTED: Readonly<Record<`${ExportKind}`, Exported>> = {
  PROSPECTS: {
    ...{ audience: "MARKETING", kind: "PROSPECT", table: "prospects" },
    columns: {
      ...{ ...person, company: "company_name" },
      ...same("kind source informed_on may_email created_at"),
    },
    texts: [...contactTexts, "company", "source"],
  },
  SUBSCRIBERS: {
    ...{ audience: "MARKETING", kind: "SUBSCRIBER", table: "subscribers" },
    columns: { ...person, ...same("may_email created_at") },
    texts: contactTexts,
  },
  PLATFORM_USERS: {
    ...{ audience: "ACCOUNT_ADMINISTRATOR", kind: "PLATFORM_USER", table: "platform_users" },
    columns: { ...person, ...same("role state job_title phone created_at deactivated_at") },
    ...{ texts: [...contactTexts, "job_title", "phone"], namesPeople: true },
  },
  AUDIT_ENTRIES: {
    ...{ audience: "PRIVACY_OFFICER", kind: "GOVERNANCE", table: "audit_entries" },
    columns: same(
      "id recorded_at action audience viewer_id customer_id service_provider_id purpose operation subject_kind fields " +
        "subject_ids first_change last_change row_count request_id",
    ),
    texts: ["operation"],
  },
  DISCLOSURES: {
    ...{ audience: "PRIVACY_OFFICER", kind: "GOVERNANCE", table: "disclosures" },
    columns: same(
      "id service_provider_id viewer_id purposes fields first_change last_change export_id ends outcome sha256 " +
        "contact_count disclosed_at",
    ),
    texts: [],
  },
  SEALED_AUDIT: {
    ...{ audience: "PRIVACY_OFFICER", kind: "GOVERNANCE", table: "audit_entries" },
    columns: same(
      "id recorded_at action audience viewer_id customer_id service_provider_id purpose operation subject_kind fields " +
        "subject_ids basis_ids first_change last_change row_count request_id",
    ),
    ...{ texts: [], isSealed: true },
  },
  ACCESS_LOG: {
    ...{ audience: "ACCOUNT_ADMINISTRATOR", kind: "GOVERNANCE", table: "access_log" },
    columns: same(
      "id recorded_at action audience purpose operation subject_kind fields subject_ids",
    ),
    ...{ texts: [], isSealed: true },
  },
};

/** The columns as a file has them. In a table texts are made safe for spreadsheets. */
export function columnsOf({ columns, texts }: Exported, isTable: boolean): Fragment {
  const written = Object.entries(columns).map(([name, column]) => {
    if (isTable && texts.includes(name)) return `${neutralised(column)} as ${name}`;
    return isTable && FLAGS.includes(column)
      ? `${column}::integer as ${name}`
      : `${column} as ${name}`;
  });
  return raw(written.join(", "));
}

/** 1 and 0 in a table. */
const FLAGS = ["may_email"];

/** What spreadsheets take for the beginning of a formula (OWASP, CSV Injection). */
const SIGNS = "=+@\\t\\r-";
/**
 * An apostrophe before a formula, and before what begins with apostrophes and a formula: so it can be taken off again. All of
 * them come before the letters, so that one comparison lets nearly every text pass.
 */
const neutralised = (column: string) =>
  `case when ${column} < 'A' collate "C" and ${column} ~ e'^\\'*[${SIGNS}]' ` +
  `then '''' || ${column} else ${column} end`;
