// The records that the drill acts on, with what is known of each: the facts that the oracle judges by.
import type { Client } from "pg";
import type { LawfulBasis, Purpose } from "../../../src/lawfulness/purposes";
import type { SubjectKind } from "../../../src/lawfulness/register";
import type { Fact } from "../../lawfulness/oracle";

export type Subject = {
  kind: SubjectKind;
  id: string;
  customerId: string | null;
  facts: Fact[];
  /** Why each restriction was recorded. */
  grounds: Map<string, string>;
};

export const TABLES: Record<SubjectKind, string> = {
  CUSTOMER: "customers",
  CUSTOMER_CONTACT: "customer_contacts",
  PLATFORM_USER: "platform_users",
  PROSPECT: "prospects",
  SUBSCRIBER: "subscribers",
};

/** All of a customer are dealt to one writer, since a contract's end is about all of them. */
export type Share = { customers: string[]; subjects: Subject[] };

export async function dealt(
  database: Client,
  writers: number,
  ofEachKind: number,
): Promise<Share[]> {
  const shares: Share[] = Array.from({ length: writers }, () => ({ customers: [], subjects: [] }));
  for (const kind of Object.keys(TABLES) as SubjectKind[]) {
    const isOfCustomer = kind === "CUSTOMER_CONTACT" || kind === "PLATFORM_USER";
    const { rows } = await database.query<{ id: string; customerId: string | null }>(
      `select id, ${isOfCustomer ? "customer_id" : "null::uuid"} as "customerId" from ${TABLES[kind]}
       ${kind === "PLATFORM_USER" ? "where role = 'USER'" : ""}  order by id limit ${ofEachKind}`,
    );
    for (const [n, { id, customerId }] of rows.entries()) {
      const place = customerId
        ? shares.findIndex(({ customers }) => customers.includes(customerId))
        : n % writers;
      const share = shares[place]!;
      if (kind === "CUSTOMER") share.customers.push(id);
      share.subjects.push(await knownSubject(database, { kind, id, customerId }));
    }
  }
  return shares;
}

/** With what the ledger holds before the drill speaks of it. */
export async function knownSubject(
  database: Client,
  subject: Pick<Subject, "kind" | "id" | "customerId">,
): Promise<Subject> {
  const { facts, grounds } = await factsOf(database, subject.kind, subject.id);
  return { ...subject, facts, grounds };
}

type LedgerRow = {
  id: string;
  transition: string;
  concerns: string | null;
  purpose: Purpose;
  basis: LawfulBasis;
  ground: string | null;
  at: Date;
  from: Date;
  until: Date | number;
};

/** What the story tells of a record before the drill begins. */
async function factsOf(database: Client, kind: SubjectKind, id: string) {
  const { rows } = await database.query<LedgerRow>(
    `select id, transition, concerns, purpose, lawful_basis as basis, ground, recorded_at as at, effective_at as from,
       nullif(valid_until, 'infinity') as until
     from lawful_bases where subject_id = $1 and subject_kind = $2 order by recorded_at, id`,
    [id, kind],
  );
  const suppressed =
    kind === "CUSTOMER"
      ? []
      : (
          await database.query<{ at: Date; purpose: Purpose | null }>(
            `select suppressed_at as at, purpose from suppressions where email_hash = (select email_hash from ${TABLES[kind]} where id = $1)`,
            [id],
          )
        ).rows;
  const facts: Fact[] = [
    ...rows.flatMap(factOf),
    ...suppressed.map(({ at, purpose }): Fact => ({
      at: at.getTime(),
      what: "SUPPRESSED",
      purpose,
    })),
  ];
  const grounds = new Map(
    rows.flatMap(({ id: row, ground, transition }): [string, string][] =>
      transition === "RESTRICTED" ? [[row, ground!]] : [],
    ),
  );
  return { facts, grounds };
}

function factOf(row: LedgerRow): Fact[] {
  const { id, transition, concerns, purpose, basis, ground } = row;
  const at = row.at.getTime();
  const from = row.from.getTime();
  switch (transition) {
    case "ESTABLISHED":
      return [
        {
          ...{ at, what: transition, basisId: id, purpose, basis, from },
          until: row.until instanceof Date ? row.until.getTime() : null,
          isForExistingCustomer: ground === "EXISTING_CUSTOMER",
        },
      ];
    case "OBJECTED":
      return [{ at, what: transition, objectionId: id, purpose, from }];
    case "RESTRICTED":
      return [{ at, what: transition, restrictionId: id, from }];
    case "WITHDRAWN":
    case "CONTRACT_ENDED":
      return [{ at, what: transition, basisId: concerns!, from }];
    default:
      throw new Error(`The story world has a ${transition} that the drill knows nothing of.`);
  }
}
