// What a step means, by the law: the facts that it adds, or the code by which it is refused. Nothing here asks the product.
import type { Purpose } from "../../../src/lawfulness/purposes";
import { PROCESSING_REGISTER, type SubjectKind } from "../../../src/lawfulness/register";
import { type Fact, permittedPurposes } from "../../lawfulness/oracle";
import type { Subject } from "./subjects";

export type Step =
  | {
      verb: "consentRecord" | "consentWithdraw" | "objectionRecord";
      purpose: Purpose;
      from: number;
    }
  | { verb: "objectionDecide"; objectionId: string; outcome: "UPHELD" | "OVERRIDDEN"; from: number }
  | { verb: "restrictionRecord"; ground: string; from: number }
  | { verb: "restrictionLift"; restrictionId: string; from: number }
  | { verb: "existingCustomerRecord"; from: number }
  | { verb: "prospectsInformed" }
  | { verb: "suppressionAdd"; purpose: Purpose | null }
  | { verb: "customerEndContract" };

/** `id`: what the product called the row that came of it, where somebody may speak of it later. */
type Meant = Fact[] | { refused: string };
type Meeting = { subject: Subject; at: number; id: string };

type Established = Extract<Fact, { what: "ESTABLISHED" }>;
const DIRECT_MARKETING: readonly Purpose[] = ["MARKETING_AND_SALES", "NEWSLETTER"];
const ENDINGS = ["WITHDRAWN", "CONTRACT_ENDED", "SUPERSEDED", "IMPORT_UNDONE"];
const ON_CONTRACT: readonly Purpose[] = [
  ...(["SERVICE_PERFORMANCE", "SERVICE_IMPROVEMENT"] as const),
  ...(["CUSTOMER_SUPPORT", "SECURITY"] as const),
];

export function meaningOf(step: Step, { subject, at, id }: Meeting): Meant {
  const { facts, kind } = subject;
  switch (step.verb) {
    case "consentRecord": {
      if (!registered(kind, step.purpose).includes("CONSENT"))
        return { refused: "NOT_IN_REGISTER" };
      const consents = consentsTo(facts, step.purpose);
      if (isTakenBackSince(facts, step.purpose, step.from))
        return { refused: "OLDER_THAN_WITHDRAWAL" };
      if (consents.some(({ from }) => from === step.from)) return [];
      const { purpose, from } = step;
      return [
        { at, what: "ESTABLISHED", basisId: id, purpose, basis: "CONSENT", from, until: null },
        ...consents
          .filter((consent) => consent.from < from && !isOver(facts, consent, at))
          .map(({ basisId }): Fact => ({ at, what: "SUPERSEDED", basisId, from })),
      ];
    }
    case "consentWithdraw": {
      const given = consentsTo(facts, step.purpose).filter(({ from }) => from <= step.from);
      if (!given.length) return { refused: "NO_SUCH_BASIS" };
      return given
        .filter((consent) => !isOver(facts, consent, at))
        .map(({ basisId }) => ({ at, what: "WITHDRAWN", basisId, from: step.from }));
    }
    case "objectionRecord": {
      const { purpose, from } = step;
      const allowed = registered(kind, purpose);
      const isWeighed = allowed.includes("LEGITIMATE_INTERESTS");
      const isDirect = DIRECT_MARKETING.includes(purpose) && allowed.length > 0;
      if (!isWeighed && !isDirect) return { refused: "NOT_IN_REGISTER" };
      const isLater = isDirect && from > latestObjection(facts, purpose);
      return isObjectedTo(facts, purpose, at) && !isLater
        ? []
        : [{ at, what: "OBJECTED", objectionId: id, purpose, from }];
    }
    case "objectionDecide": {
      const { objectionId, outcome, from } = step;
      const objection = facts.find((f) => f.what === "OBJECTED" && f.objectionId === objectionId);
      if (objection?.what === "OBJECTED" && DIRECT_MARKETING.includes(objection.purpose))
        return { refused: "ABSOLUTE" };
      if (
        objection?.what === "OBJECTED" &&
        objection.purpose === "SECURITY" &&
        outcome === "UPHELD"
      )
        return { refused: "SECURITY_GOES_ON" };
      const decided = facts.find(
        (f) => (f.what === "UPHELD" || f.what === "OVERRIDDEN") && f.objectionId === objectionId,
      );
      if (!decided)
        return from < (objection?.what === "OBJECTED" ? objection.from : 0)
          ? { refused: "INVALID" }
          : [{ at, what: outcome, objectionId, from }];
      return decided.what === outcome ? [] : { refused: "ALREADY_DECIDED" };
    }
    case "restrictionRecord":
      return facts.some(
        (f) =>
          f.what === "RESTRICTED" &&
          subject.grounds.get(f.restrictionId) === step.ground &&
          !isLifted(facts, f.restrictionId) &&
          !established(facts).some(
            (basis) =>
              basis.basis === "CONSENT" && basis.from > f.from && !isOver(facts, basis, at),
          ),
      )
        ? []
        : [{ at, what: "RESTRICTED", restrictionId: id, from: step.from }];
    case "restrictionLift": {
      const { restrictionId, from } = step;
      const restriction = facts.find(
        (f) => f.what === "RESTRICTED" && f.restrictionId === restrictionId,
      );
      if (isLifted(facts, restrictionId)) return [];
      if (restriction?.what === "RESTRICTED" && from < restriction.from)
        return { refused: "INVALID" };
      return [{ at, what: "LIFTED", restrictionId, from }];
    }
    case "existingCustomerRecord": {
      const { from } = step;
      const isKnown = established(facts).some(
        (basis) => basis.isForExistingCustomer && !isOver(facts, basis, at),
      );
      const isCustomers = established(facts).some(
        (basis) =>
          basis.purpose === "SERVICE_PERFORMANCE" &&
          basis.from <= from &&
          !isOver(facts, basis, at),
      );
      if (!isKnown && !isCustomers) return { refused: "NO_SUCH_BASIS" };
      if (!isKnown && isTakenBackSince(facts, "MARKETING_AND_SALES", from))
        return { refused: "OLDER_THAN_WITHDRAWAL" };
      return isKnown
        ? []
        : [
            {
              ...{ at, what: "ESTABLISHED", basisId: id, purpose: "MARKETING_AND_SALES" },
              ...{ basis: "LEGITIMATE_INTERESTS", from, until: null, isForExistingCustomer: true },
            },
          ];
    }
    case "prospectsInformed":
      if (!permittedPurposes(kind, facts, at).includes("MARKETING_AND_SALES")) return [];
      return established(facts)
        .filter((basis) => basis.until !== null && !isOver(facts, basis, at))
        .map(({ basisId }) => ({ at, what: "CONFIRMED", basisId }));
    case "suppressionAdd":
      return [{ at, what: "SUPPRESSED", purpose: step.purpose }];
    case "customerEndContract":
      // a contract that has ended is out of reach; the others follow the customer
      if (
        kind === "CUSTOMER" &&
        !established(facts).some(
          (basis) => basis.purpose === "SERVICE_PERFORMANCE" && !isOver(facts, basis, at),
        )
      )
        return { refused: "NOT_FOUND" };
      return established(facts)
        .filter(
          (basis) =>
            (ON_CONTRACT.includes(basis.purpose) || basis.isForExistingCustomer) &&
            !isEnded(facts, basis),
        )
        .map(({ basisId }) => ({ at, what: "CONTRACT_ENDED", basisId, from: at }));
  }
}

export const established = (facts: readonly Fact[]): Established[] =>
  facts.filter((fact) => fact.what === "ESTABLISHED");

const registered = (kind: SubjectKind, purpose: Purpose) =>
  PROCESSING_REGISTER.find((activity) => activity.kind === kind)?.bases[purpose] ?? [];

const consentsTo = (facts: readonly Fact[], purpose: Purpose) =>
  established(facts).filter((basis) => basis.basis === "CONSENT" && basis.purpose === purpose);

const isTakenBackSince = (facts: readonly Fact[], purpose: Purpose, time: number) =>
  consentsTo(facts, purpose).some(({ basisId }) =>
    facts.some((f) => f.what === "WITHDRAWN" && f.basisId === basisId && f.from >= time),
  );

const latestObjection = (facts: readonly Fact[], purpose: Purpose) =>
  Math.max(...facts.map((f) => (f.what === "OBJECTED" && f.purpose === purpose ? f.from : 0)));

const isLifted = (facts: readonly Fact[], restrictionId: string) =>
  facts.some((f) => f.what === "LIFTED" && f.restrictionId === restrictionId);

const isEnded = (facts: readonly Fact[], { basisId }: Established) =>
  facts.some((f) => ENDINGS.includes(f.what) && "basisId" in f && f.basisId === basisId);

const isOver = (facts: readonly Fact[], basis: Established, at: number) =>
  isEnded(facts, basis) ||
  (basis.until !== null &&
    basis.until <= at &&
    !facts.some((f) => f.what === "CONFIRMED" && f.basisId === basis.basisId));

/** Unless a later consent opened it: then somebody who objects again has something to object to. */
function isObjectedTo(facts: readonly Fact[], purpose: Purpose, at: number): boolean {
  const objections = facts.filter(
    (f) =>
      f.what === "OBJECTED" &&
      f.purpose === purpose &&
      !facts.some((g) => g.what === "OVERRIDDEN" && g.objectionId === f.objectionId),
  );
  if (!objections.length) return false;
  const latest = Math.max(...objections.map((f) => (f.what === "OBJECTED" ? f.from : 0)));
  return !(
    DIRECT_MARKETING.includes(purpose) &&
    consentsTo(facts, purpose).some(
      (consent) => consent.from > latest && !isOver(facts, consent, at),
    )
  );
}
