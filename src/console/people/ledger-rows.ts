// What the rows of a ledger say of each other: which objection waits for a decision, which restriction stands.
import type { TimelineEntry } from "../design/timeline";
import type { LawfulnessOfRecordQuery, Purpose } from "./people.documents";

export type Lawfulness = NonNullable<LawfulnessOfRecordQuery["lawfulness"]>;
export type LedgerRow = Lawfulness["ledger"][number];

/** Whether an entry opens something or closes it. */
export const TONES: Record<LedgerRow["transition"], NonNullable<TimelineEntry["tone"]>> = {
  ESTABLISHED: "OPEN",
  CONFIRMED: "PLAIN",
  WITHDRAWN: "CLOSED",
  OBJECTED: "CLOSED",
  RESTRICTED: "CLOSED",
  LIFTED: "OPEN",
  EXPIRED: "CLOSED",
  SUPERSEDED: "PLAIN",
  CONTRACT_ENDED: "CLOSED",
  IMPORT_UNDONE: "CLOSED",
};

/** An objection to them stands as it is (GDPR Art. 21(3)): nothing is offered that the API always refuses. */
const DIRECT_MARKETING: readonly (Purpose | null)[] = ["MARKETING_AND_SALES", "NEWSLETTER"];

const isAnswered = ({ id }: LedgerRow, rows: readonly LedgerRow[]) =>
  rows.some(({ concerns }) => concerns === id);

export const isUndecided = (row: LedgerRow, rows: readonly LedgerRow[]) =>
  row.transition === "OBJECTED" &&
  !DIRECT_MARKETING.includes(row.purpose) &&
  !isAnswered(row, rows);

export const isUnlifted = (row: LedgerRow, rows: readonly LedgerRow[]) =>
  row.transition === "RESTRICTED" && !isAnswered(row, rows);

/** Purposes that somebody consented to at some time. */
export const consentedTo = (rows: readonly LedgerRow[]): Purpose[] => [
  ...new Set(
    rows.flatMap(({ transition, lawfulBasis, purpose }) =>
      transition === "ESTABLISHED" && lawfulBasis === "CONSENT" && purpose ? [purpose] : [],
    ),
  ),
];

/** The version of the notice that was named last. */
export const lastNotice = (rows: readonly LedgerRow[]): string =>
  rows.findLast(({ evidence }) => evidence?.noticeVersion)?.evidence?.noticeVersion ?? "";
