// The steps of the drill: one is rolled, done through the API as the audience that may, and its meaning added to what is
// known of the record.
import { STORY_PEOPLE } from "../../../seeds/story-people";
import { PURPOSES } from "../../../src/lawfulness/purposes";
import { PROCESSING_REGISTER } from "../../../src/lawfulness/register";
import type { connectTo } from "../ask";
import type { Clock } from "./clock";
import { meaningOf, type Step } from "./model";
import type { Share, Subject } from "./subjects";

type Roll = () => number;
type Connection = Awaited<ReturnType<typeof connectTo>>;

export const pick = <T>(roll: Roll, from: readonly T[]): T =>
  from[Math.floor(roll() * from.length)]!;

const STOPPED_FOR = [null, "NEWSLETTER", "MARKETING_AND_SALES"] as const;
const GROUNDS = ["ACCURACY_CONTESTED", "PROCESSING_UNLAWFUL", "NEEDED_FOR_CLAIMS"];
const THREE_DAYS_MS = 3 * 86_400_000;

/** What a record of this kind may meet; now and then something that the register doesn't have. */
export function rolledStep(roll: Roll, subject: Subject, now: number): Step {
  const from = Math.floor(now - 50 - roll() ** 3 * THREE_DAYS_MS);
  const registered = PROCESSING_REGISTER.find(({ kind }) => kind === subject.kind)!.bases;
  const usual = Object.keys(registered) as (typeof PURPOSES)[number][];
  const purpose = roll() < 0.03 ? pick(roll, PURPOSES) : pick(roll, usual);
  const objections = subject.facts.filter((f) => f.what === "OBJECTED");
  const restrictions = subject.facts.filter((f) => f.what === "RESTRICTED");
  const consentable = usual.filter((each) => registered[each]?.includes("CONSENT"));
  const consented = roll() < 0.9 && consentable.length ? pick(roll, consentable) : purpose;
  const chance = roll();
  if (chance < 0.22) return { verb: "consentRecord", purpose: consented, from };
  if (chance < 0.4) return { verb: "consentWithdraw", purpose: consented, from };
  if (chance < 0.58) return { verb: "objectionRecord", purpose, from };
  if (chance < 0.74 && objections.length) {
    const { objectionId } = pick(roll, objections);
    return { verb: "objectionDecide", objectionId, outcome: outcomeOf(roll), from };
  }
  if (chance < 0.8) return { verb: "restrictionRecord", ground: pick(roll, GROUNDS), from };
  if (chance < 0.94 && restrictions.length) {
    const { restrictionId } = pick(roll, restrictions);
    return { verb: "restrictionLift", restrictionId, from };
  }
  if (subject.kind === "CUSTOMER_CONTACT") return { verb: "existingCustomerRecord", from };
  if (subject.kind === "PROSPECT" && chance < 0.985) return { verb: "prospectsInformed" };
  if (subject.kind === "CUSTOMER" && chance > 0.975) return { verb: "customerEndContract" };
  if (subject.kind === "SUBSCRIBER" && chance > 0.99)
    return { verb: "suppressionAdd", purpose: pick(roll, STOPPED_FOR) };
  return { verb: "consentRecord", purpose: consented, from };
}

const outcomeOf = (roll: Roll) => (roll() < 0.6 ? "OVERRIDDEN" : "UPHELD");

const LAWFULNESS = "lawfulness { ledger { id transition effectiveAt } } userErrors { code }";
const officially = (verb: string, input: string) =>
  `mutation ($input: ${input}!) { done: ${verb}(input: $input) { ${LAWFULNESS} } }`;
const DOCUMENTS: Record<Step["verb"], string> = {
  consentRecord: officially("consentRecord", "ConsentRecordInput"),
  consentWithdraw: officially("consentWithdraw", "ConsentWithdrawInput"),
  objectionRecord: officially("objectionRecord", "ObjectionRecordInput"),
  objectionDecide: officially("objectionDecide", "ObjectionDecideInput"),
  restrictionRecord: officially("restrictionRecord", "RestrictionRecordInput"),
  restrictionLift: officially("restrictionLift", "RestrictionLiftInput"),
  existingCustomerRecord: officially("existingCustomerRecord", "ExistingCustomerRecordInput"),
  prospectsInformed:
    "mutation ($input: ProspectsInformedInput!) { done: prospectsInformed(input: $input) { userErrors { code } } }",
  suppressionAdd:
    "mutation ($input: SuppressionAddInput!) { done: suppressionAdd(input: $input) { userErrors { code } } }",
  customerEndContract:
    "mutation ($input: CustomerInput!) { done: customerEndContract(input: $input) { userErrors { code } } }",
};
const BY_OTHERS: Partial<Record<Step["verb"], "marketing" | "operator">> = {
  prospectsInformed: "marketing",
  suppressionAdd: "marketing",
  customerEndContract: "operator",
};

export type Done = {
  lawfulness?: { ledger: { id: string; transition: string; effectiveAt: string }[] } | null;
  userErrors: { code: string }[];
};

export async function does(
  { as }: Connection,
  subject: Subject,
  step: Step,
  address: string,
): Promise<Done> {
  const { viewer } = STORY_PEOPLE[BY_OTHERS[step.verb] ?? "privacy"];
  const { done } = (await as(viewer)(DOCUMENTS[step.verb], {
    input: inputOf(subject, step, address),
  })) as { done: Done };
  return done;
}

function inputOf({ kind, id }: Subject, step: Step, emailAddress: string): object {
  const evidence = (from: number) => ({
    ...{ source: "Letter", wording: "As it says.", at: new Date(from).toISOString() },
  });
  switch (step.verb) {
    case "consentRecord": {
      const { purpose, from } = step;
      return { kind, id, purpose, noticeVersion: "2021-01-11", evidence: evidence(from) };
    }
    case "consentWithdraw":
    case "objectionRecord":
      return { kind, id, purpose: step.purpose, evidence: evidence(step.from) };
    case "objectionDecide":
      return { id: step.objectionId, outcome: step.outcome, evidence: evidence(step.from) };
    case "restrictionRecord":
      return { kind, id, ground: step.ground, evidence: evidence(step.from) };
    case "restrictionLift":
      return { id: step.restrictionId, evidence: evidence(step.from) };
    case "existingCustomerRecord":
      return {
        ...{ id, wasObtainedWithSale: true, isForSimilarServices: true },
        ...{ couldObjectWhenCollected: true, canObjectInEachMail: true },
        evidence: evidence(step.from),
      };
    case "prospectsInformed":
      return { ids: [id], informedOn: "2026-11-20" };
    case "suppressionAdd":
      return { emailAddress, purpose: step.purpose, reason: "Complained" };
    case "customerEndContract":
      return { id };
  }
}

/** Who is meant by a step: the end of a contract is about everybody there. */
export const meant = (share: Share, subject: Subject, step: Step): Subject[] =>
  step.verb === "customerEndContract"
    ? [subject, ...share.subjects.filter((each) => each.customerId === subject.id)]
    : [subject];

/** Adds what the step means to the facts; answers what is wrong with how the product took it. */
export function learn(
  subjects: readonly Subject[],
  step: Step,
  { done, clock }: { done: Done; clock: Clock },
): string[] {
  const isRefused = done.userErrors.length > 0;
  return (isRefused ? subjects.slice(0, 1) : subjects).flatMap((subject) => {
    const id = newRowOf(subject, step, done);
    const meaning = meaningOf(step, { subject, at: clock.now(), id });
    const [code] = done.userErrors.map((each) => each.code);
    if (!Array.isArray(meaning)) {
      return code === meaning.refused
        ? []
        : [`${step.verb} should be refused as ${meaning.refused}, and was ${code ?? "done"}`];
    }
    if (code !== undefined) return [`${step.verb} should be done, and was refused as ${code}`];
    if (madeBy(step) && meaning.length > 0 === (id === "none"))
      return [`${step.verb} made ${id === "none" ? "no row" : "a row of its own"}`];
    subject.facts.push(...meaning);
    if (step.verb === "restrictionRecord" && meaning.length) subject.grounds.set(id, step.ground);
    return [];
  });
}

const MADE: Partial<Record<Step["verb"], string>> = {
  consentRecord: "ESTABLISHED",
  existingCustomerRecord: "ESTABLISHED",
  objectionRecord: "OBJECTED",
  restrictionRecord: "RESTRICTED",
  consentWithdraw: "WITHDRAWN",
  objectionDecide: "LIFTED",
  restrictionLift: "LIFTED",
};

/** What a step writes, where it writes anything: of two at once that is how it is known which came first. */
const madeBy = (step: Step): string | undefined =>
  step.verb === "objectionDecide" && step.outcome === "UPHELD" ? "CONFIRMED" : MADE[step.verb];

/** What the product calls the row that it made; a name of ours where it made none. */
function newRowOf({ facts }: Subject, step: Step, { lawfulness }: Done): string {
  if (!("from" in step)) return "none";
  const known = new Set(
    facts.flatMap((f) => [
      ...("basisId" in f ? [f.basisId] : []),
      ...("objectionId" in f ? [f.objectionId] : []),
      ...("restrictionId" in f ? [f.restrictionId] : []),
    ]),
  );
  const made = lawfulness?.ledger.find(
    ({ id, transition, effectiveAt }) =>
      transition === madeBy(step) && Date.parse(effectiveAt) === step.from && !known.has(id),
  );
  return made?.id ?? "none";
}
