// An oracle of the rules, written from the law's text and not from the product's code, to be read next to the GDPR
// («Art. n»). The product's SQL is compared with it.
import type { LawfulBasis, Purpose } from "../../src/lawfulness/purposes";
import { PROCESSING_REGISTER, type SubjectKind } from "../../src/lawfulness/register";

/** What became known about one record: `at` is when it was recorded, `from` since when it holds. */
export type Fact =
  // A basis begins, never later than it is recorded; `until` is null where it has no end.
  | {
      at: number;
      what: "ESTABLISHED";
      basisId: string;
      purpose: Purpose;
      basis: LawfulBasis;
      from: number;
      until: number | null;
      isForExistingCustomer?: boolean;
    }
  // The person was told of the data (Art. 14): a limited basis goes on without end.
  | { at: number; what: "CONFIRMED"; basisId: string }
  // These end one basis.
  | {
      at: number;
      what: "WITHDRAWN" | "CONTRACT_ENDED" | "SUPERSEDED" | "IMPORT_UNDONE";
      basisId: string;
      from: number;
    }
  // The person objects to a purpose (Art. 21).
  | { at: number; what: "OBJECTED"; objectionId: string; purpose: Purpose; from: number }
  // We decide on it: in the person's favour, or that compelling grounds override it (Art. 21(1)).
  | { at: number; what: "UPHELD" | "OVERRIDDEN"; objectionId: string; from: number }
  // The person has the processing restricted (Art. 18), and the restriction is lifted (Art. 18(3)).
  | { at: number; what: "RESTRICTED"; restrictionId: string; from: number }
  | { at: number; what: "LIFTED"; restrictionId: string; from: number }
  // The address must not be mailed: for one purpose, or (null) for all.
  | { at: number; what: "SUPPRESSED"; purpose: Purpose | null };

type Basis = Extract<Fact, { what: "ESTABLISHED" }>;
type Objection = Extract<Fact, { what: "OBJECTED" }>;
type Restriction = Extract<Fact, { what: "RESTRICTED" }>;

/** What we are asked: about which kind of record, by which facts, at which time. */
type Question = { kind: SubjectKind; facts: readonly Fact[]; at: number };

// ---- A basis, taken alone (Art. 6) ----

// Art. 5(1)(b), 30(1): only what the register says, for this kind of record.
const isInRegister = ({ purpose, basis }: Basis, { kind }: Question): boolean =>
  PROCESSING_REGISTER.some(
    (activity) => activity.kind === kind && activity.bases[purpose]?.includes(basis),
  );

// Art. 14(3)(a): told before the limit, the limit falls; told later, the basis has run out already.
const isConfirmed = ({ basisId, until }: Basis, { facts }: Question): boolean =>
  until !== null &&
  facts.some((f) => f.what === "CONFIRMED" && f.basisId === basisId && f.at < until);

// Art. 5(1)(e): from its beginning, and until strictly before its limit.
const isWithinItsTime = (basis: Basis, question: Question): boolean =>
  basis.from <= question.at &&
  (basis.until === null || question.at < basis.until || isConfirmed(basis, question));

// Art. 17(1): it ends from then on; what was done before stays lawful (as in Art. 7(3)).
const isEnded = ({ basisId }: Basis, { facts, at }: Question): boolean =>
  facts.some((f) => {
    switch (f.what) {
      case "WITHDRAWN": // Art. 7(3)
      case "CONTRACT_ENDED": // Art. 6(1)(b)
      case "SUPERSEDED": // another basis took its place
      case "IMPORT_UNDONE": // Art. 17(1)(d)
        return f.basisId === basisId && f.from <= at;
      default:
        return false;
    }
  });

// Art. 4(11), 18(2): who consents after having objected or restricted has changed their mind.
const isConsentGivenAfter = ({ basis, from }: Basis, time: number): boolean =>
  basis === "CONSENT" && from > time;

// ---- Objections (Art. 21) ----

/** What it does to a basis: nothing, closes it until we decide, or takes it away for good. */
type Effect = "NONE" | "CLOSED" | "GONE";

// Art. 21(2): direct marketing.
const isDirectMarketing = (purpose: Purpose): boolean =>
  purpose === "MARKETING_AND_SALES" || purpose === "NEWSLETTER";

// Art. 21(3): absolute; nothing is weighed, and only a later consent opens the purpose again.
const effectOnDirectMarketing = (objection: Objection, basis: Basis): Effect =>
  isConsentGivenAfter(basis, objection.from) ? "NONE" : "GONE";

// Art. 21(1): reaches Art. 6(1)(e) and (f), but our security outweighs it (see Art. 18(2)).
const canBeObjectedTo = ({ purpose, basis }: Basis): boolean =>
  purpose !== "SECURITY" && (basis === "PUBLIC_TASK" || basis === "LEGITIMATE_INTERESTS");

// Art. 21(1), 18(1)(d): closed until we decide; once upheld, it can be overridden no more.
const effectOnOtherPurposes = ({ objectionId }: Objection, { facts, at }: Question): Effect => {
  const isDecided = (decision: "UPHELD" | "OVERRIDDEN") =>
    facts.some((f) => f.what === decision && f.objectionId === objectionId && f.from <= at);
  if (isDecided("UPHELD")) return "GONE";
  return isDecided("OVERRIDDEN") ? "NONE" : "CLOSED";
};

// Art. 21: an objection is to one purpose, from its time on.
const effectOf = (objection: Objection, basis: Basis, question: Question): Effect => {
  if (objection.purpose !== basis.purpose || objection.from > question.at) return "NONE";
  if (isDirectMarketing(basis.purpose)) return effectOnDirectMarketing(objection, basis);
  return canBeObjectedTo(basis) ? effectOnOtherPurposes(objection, question) : "NONE";
};

const isObjectedTo = (basis: Basis, effect: Effect, question: Question): boolean =>
  question.facts.some((f) => f.what === "OBJECTED" && effectOf(f, basis, question) === effect);

// ---- Restrictions (Art. 18) ----

// Art. 18(3): it stands until it is lifted.
const isStanding = ({ restrictionId, from }: Restriction, { facts, at }: Question): boolean =>
  from <= at &&
  !facts.some((f) => f.what === "LIFTED" && f.restrictionId === restrictionId && f.from <= at);

// Art. 18(2): storage, legal claims and the protection of others' rights go on.
const isExemptFromRestriction = ({ purpose }: Basis): boolean =>
  purpose === "SECURITY" || purpose === "LEGAL_OBLIGATIONS";

// Art. 18(1), (2): it closes the whole record, but for what is exempt and for a later consent.
const isRestricted = (basis: Basis, question: Question): boolean =>
  !isExemptFromRestriction(basis) &&
  question.facts
    .filter((f) => f.what === "RESTRICTED")
    .some((f) => isStanding(f, question) && !isConsentGivenAfter(basis, f.from));

// ---- The answers ----

// Art. 17(1)(b), (c): a basis exists until it has ended, has run out or was objected to for good.
const existingBases = (question: Question): Basis[] =>
  question.facts
    .filter((f) => f.what === "ESTABLISHED")
    .filter((basis) => isInRegister(basis, question) && isWithinItsTime(basis, question))
    .filter((basis) => !isEnded(basis, question) && !isObjectedTo(basis, "GONE", question));

// Art. 6(1): an existing basis counts while no undecided objection and no restriction closes it.
const countingBases = (question: Question): Basis[] =>
  existingBases(question).filter(
    (basis) => !isObjectedTo(basis, "CLOSED", question) && !isRestricted(basis, question),
  );

// Facts that were recorded later than `knownAt` don't count.
const knownBy = (knownAt: number, facts: readonly Fact[]): Fact[] =>
  facts.filter((f) => f.at <= knownAt);

/** What the record may be processed for at `at`, by what was known at `knownAt`; alphabetically. */
export function permittedPurposes(
  kind: SubjectKind,
  facts: readonly Fact[],
  at: number,
  knownAt = at,
): Purpose[] {
  const bases = countingBases({ kind, facts: knownBy(knownAt, facts), at });
  return [...new Set(bases.map(({ purpose }) => purpose))].sort();
}

// ePrivacy Directive Art. 13(1), (2): consent, or the exception for an existing customer.
const allowsEmail = ({ basis, isForExistingCustomer }: Basis, kind: SubjectKind): boolean =>
  basis === "CONSENT" || (kind === "CUSTOMER_CONTACT" && isForExistingCustomer === true);

// Art. 21(3): an address that must not be mailed, for this purpose or for all; it never ends.
const isSuppressed = (purpose: Purpose, facts: readonly Fact[]): boolean =>
  facts.some((f) => f.what === "SUPPRESSED" && (f.purpose === null || f.purpose === purpose));

/** Whether marketing mail for this purpose may go to the person at `at`. */
export function mayEmail(
  kind: SubjectKind,
  purpose: Purpose,
  facts: readonly Fact[],
  at: number,
): boolean {
  const known = knownBy(at, facts);
  const bases = countingBases({ kind, facts: known, at }).filter((b) => b.purpose === purpose);
  const isAllowed = bases.some((basis) => allowsEmail(basis, kind));
  return isDirectMarketing(purpose) && isAllowed && !isSuppressed(purpose, known);
}

// Art. 17(3)(b): an obligation keeps the values that it names, and never a whole record.
const keepsRecord = ({ purpose }: Basis): boolean => purpose !== "LEGAL_OBLIGATIONS";

// Art. 18(1)(b), (c): who has it restricted wants nothing erased.
const isHeldByRestriction = (question: Question): boolean =>
  question.facts.some((f) => f.what === "RESTRICTED" && isStanding(f, question));

/** Whether nothing keeps the record any more, not even a closed basis: only a hold still does. */
export function isLastBasisGone(
  kind: SubjectKind,
  facts: readonly Fact[],
  at: number,
  knownAt = at,
): boolean {
  const question = { kind, facts: knownBy(knownAt, facts), at };
  return !existingBases(question).some(keepsRecord) && !isHeldByRestriction(question);
}
