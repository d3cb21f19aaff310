// How the seeds write: whole tables at once from rows, ids that are the same each time, and each person's bases.
import type { Client } from "pg";
import type { LawfulBasis, Purpose } from "../src/lawfulness/purposes";
import type { SubjectKind } from "../src/lawfulness/register";
import { addressHash } from "../src/mail/address-hash";
import { canonicalAddress } from "../src/mail/address";

/** The story's present. */
export const STORY_NOW = Date.parse("2026-11-20T12:00:00Z");
const DAY = 86_400_000;
export const daysAgo = (days: number) => new Date(STORY_NOW - days * DAY).toISOString();

const SERIES = {
  customer: "a001",
  contact: "a002",
  user: "a003",
  activity: "a004",
  prospect: "a005",
  interaction: "a006",
  subscriber: "a007",
  basis: "a008",
  provider: "a009",
  agreement: "a00a",
  role: "a00b",
  credential: "a00c",
  secret: "a00d",
  case: "a00e",
};

/** A uuid of version 7 for the n-th of a series, whose time is the record's. */
export function seedId(series: keyof typeof SERIES, n: number, at: string = daysAgo(200)): string {
  const time = Date.parse(at).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8${SERIES[series].slice(1)}-${n.toString(16).padStart(12, "0")}`;
}

export async function insertRows(
  client: Client,
  table: string,
  rows: Record<string, unknown>[],
): Promise<void> {
  if (!rows.length) return;
  const columns = Object.keys(rows[0]!).join(", ");
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}

export function addressColumns(address: string) {
  const canonical = canonicalAddress(address);
  if (!canonical) throw new Error(`The story world has a bad address: ${address}`);
  return {
    email_address: address,
    email_canonical: canonical,
    email_hash: `\\x${addressHash(canonical).toString("hex")}`,
  };
}

export type SeedBasis = {
  kind: SubjectKind;
  subject: string;
  customer?: string;
  purpose: Purpose;
  basis: LawfulBasis;
  at: string;
  until?: string;
  ground?: "UNTIL_INFORMED" | "EXISTING_CUSTOMER" | "INVOICES";
  ended?: { as: "WITHDRAWN" | "OBJECTED" | "CONTRACT_ENDED"; at: string };
};

let basisNumber = 0;

/** An objection is to the purpose, whatever basis it has. */
const concerned = (as: string, started: { id: string; lawful_basis: LawfulBasis }) =>
  as === "OBJECTED"
    ? { concerns: null, lawful_basis: null }
    : { concerns: started.id, lawful_basis: started.lawful_basis };

/** Writes bases, and the rows that end some; answers the ids in order. */
export async function establish(client: Client, bases: SeedBasis[]): Promise<string[]> {
  const rowOf = (b: SeedBasis, at: string) => ({
    ...{
      id: seedId("basis", ++basisNumber, at),
      subject_kind: b.kind,
      subject_id: b.subject,
      customer_id: b.customer ?? null,
    },
    ...{ purpose: b.purpose, lawful_basis: b.basis, effective_at: at, recorded_at: at },
  });
  const started = bases.map((b) => ({
    ...rowOf(b, b.at),
    transition: "ESTABLISHED",
    concerns: null,
    valid_until: b.until ?? "infinity",
    ground: b.ground ?? null,
  }));
  const ended = bases.flatMap((b, index) =>
    b.ended
      ? [
          {
            ...rowOf(b, b.ended.at),
            transition: b.ended.as,
            ...concerned(b.ended.as, started[index]!),
            valid_until: "infinity",
            ground: null,
          },
        ]
      : [],
  );
  await insertRows(client, "lawful_bases", [...started, ...ended]);
  return started.map((row) => row.id);
}

/** Called first, so that a second seeding in one process gives the same ids. */
export const startOver = () => (basisNumber = 0);
