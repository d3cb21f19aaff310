// Why a purpose is permitted or not, in a sentence that anybody understands, with the article it rests on.
import { CannotOpen } from "../keys/box";
import { openedEvidence } from "../lawfulness/evidence";
import { isDirectMarketing, type LawfulBasis } from "../lawfulness/purposes";
import type { Decided, Verdict } from "./decision";
import { BasisGround, type LawfulBasisEntry } from "./ledger-entry";

const NEVER = "Not permitted: no basis was ever established for it.";

/** «Permitted: the person consented on 3 May 2026 (Subscription form).» */
export const sentenceOf = (decided: Decided | undefined): string =>
  decided ? SENTENCES[decided.verdict](decided) : NEVER;

const SENTENCES: Record<Verdict, (decided: Decided) => string> = {
  COUNTS: ({ basis, until }) =>
    `Permitted${until ? ` until ${dayOf(until)}` : ""}: ${reasonFor(basis)}${until && basis.ground === BasisGround.UNTIL_INFORMED ? ON_CONDITION : ""}.`,
  RESTRICTED: ({ basis, closedBy }) =>
    `Not permitted: processing is restricted ${since(closedBy!)}, ${RESTRICTIONS[closedBy!.ground!] ?? ""}; storing, security and legal claims go on. ${behindIt(basis)}`,
  OBJECTION_PENDING: ({ closedBy }) =>
    `Not permitted: the person objected ${on(closedBy!)}, and until that is decided it is closed (Art. 18(1)(d), 21(1)).`,
  OBJECTED: ({ basis, closedBy }) =>
    isDirectMarketing(basis.purpose)
      ? `Not permitted: the person objected ${on(closedBy!)}, which needs no reason and is weighed against nothing (Art. 21(3)); a new consent alone opens it.`
      : `Not permitted: the person objected ${on(closedBy!)}, and was right (Art. 21(1)).`,
  EXPIRED: ({ basis, until, closedBy }) =>
    basis.ground === BasisGround.UNTIL_INFORMED
      ? `Not permitted: the person was not told in time that we hold the data, and the 30 days for it ended on ${dayOf(until ?? closedBy!.effectiveAt)} (Art. 14(3)).`
      : `Not permitted: the basis of ${dayOf(basis.effectiveAt)} ran out on ${dayOf(until!)}.`,
  NOT_IN_REGISTER: ({ basis }) =>
    `Not permitted: the register allows ${inWords(basis.lawfulBasis)} for this purpose no longer.`,
  WITHDRAWN: ({ basis, closedBy }) =>
    `Not permitted: the consent of ${dayOf(basis.effectiveAt)} was withdrawn ${on(closedBy!)} (Art. 7(3)).`,
  CONTRACT_ENDED: ({ closedBy }) => `Not permitted: the contract ended ${on(closedBy!)}.`,
  SUPERSEDED: ({ basis, closedBy }) =>
    `Not permitted: another basis took the place of that of ${dayOf(basis.effectiveAt)} ${on(closedBy!)}.`,
  IMPORT_UNDONE: ({ closedBy }) =>
    `Not permitted: the import that brought the record was undone ${on(closedBy!)}.`,
};

const ON_CONDITION =
  ", on condition that the person is told in time that we hold the data (Art. 14(3))";

const REASONS: Record<LawfulBasis, string> = {
  CONSENT: "the person consented",
  CONTRACT: "it performs a contract with the person, in force",
  LEGAL_OBLIGATION: "a law obliges us",
  VITAL_INTERESTS: "somebody's life depends on it",
  PUBLIC_TASK: "it is a task in the public interest",
  LEGITIMATE_INTERESTS:
    "our legitimate interests allow it, which the person may object to (Art. 21),",
};

function reasonFor(basis: LawfulBasisEntry): string {
  const shown = shownBy(basis);
  switch (basis.ground) {
    case BasisGround.EXISTING_CUSTOMER:
      return `this is an existing customer's contact ${since(basis)}, who was told of the right to object and did not (ePrivacy Directive Art. 13(2))${shown}`;
    case BasisGround.INVOICES:
      return `a law obliges us ${since(basis)} to keep an invoice's number, date and name, and nothing else`;
    default:
      return basis.lawfulBasis === "CONSENT"
        ? `${REASONS.CONSENT} ${on(basis)}${shown}`
        : `${REASONS[basis.lawfulBasis!]} ${since(basis)}${shown}`;
  }
}

/** Where what shows it is from, where anything does. The decision stands whether that can be opened or not. */
function shownBy({ proof }: LawfulBasisEntry): string {
  if (!proof) return "";
  try {
    return ` (${openedEvidence(proof)?.source ?? "what showed it was erased"})`;
  } catch (error) {
    if (error instanceof CannotOpen) return " (what shows it can't be opened)";
    throw error;
  }
}

const RESTRICTIONS: Partial<Record<string, string>> = {
  ACCURACY_CONTESTED: "because the person says that the data is wrong (Art. 18(1)(a))",
  PROCESSING_UNLAWFUL:
    "because it was unlawful and the person wants nothing erased (Art. 18(1)(b))",
  NEEDED_FOR_CLAIMS: "because the person needs the data for legal claims (Art. 18(1)(c))",
};

const behindIt = (basis: LawfulBasisEntry) =>
  `Behind it stands ${inWords(basis.lawfulBasis)} of ${dayOf(basis.effectiveAt)}.`;

const inWords = (basis: LawfulBasis | null) =>
  basis === "LEGITIMATE_INTERESTS"
    ? "our legitimate interests"
    : `the ${(basis ?? "").toLowerCase().replaceAll("_", " ")}`;

const since = (row: LawfulBasisEntry) => `since ${dayOf(row.effectiveAt)}${learnt(row)}`;
const on = (row: LawfulBasisEntry) => `on ${dayOf(row.effectiveAt)}${learnt(row)}`;

/** Where it holds from an earlier day than that on which we came to know. */
const learnt = ({ effectiveAt, recordedAt }: LawfulBasisEntry) =>
  dayOf(effectiveAt) === dayOf(recordedAt) ? "" : ` (known to us since ${dayOf(recordedAt)})`;

const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
/** «3 May 2026», in UTC. */
export const dayOf = (at: string) => DAY.format(new Date(at));
