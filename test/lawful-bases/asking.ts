// The privacy officer's operations on the ledger, and whom the tests ask them about.
import type { Api } from "../setup/api";

const LAWFULNESS = `lawfulness { decisions { purpose isPermitted because until }
    ledger { id purpose lawfulBasis transition concerns ground effectiveAt recordedAt } }
  userErrors { code field }`;

export const DO = {
  object: `mutation ($input: ObjectionRecordInput!) { done: objectionRecord(input: $input) { ${LAWFULNESS} } }`,
  decide: `mutation ($input: ObjectionDecideInput!) { done: objectionDecide(input: $input) { ${LAWFULNESS} } }`,
  withdraw: `mutation ($input: ConsentWithdrawInput!) { done: consentWithdraw(input: $input) { ${LAWFULNESS} } }`,
  consent: `mutation ($input: ConsentRecordInput!) { done: consentRecord(input: $input) { ${LAWFULNESS} } }`,
  restrict: `mutation ($input: RestrictionRecordInput!) { done: restrictionRecord(input: $input) { ${LAWFULNESS} } }`,
  lift: `mutation ($input: RestrictionLiftInput!) { done: restrictionLift(input: $input) { ${LAWFULNESS} } }`,
} as const;

export const WHY = `query ($kind: SubjectKind!, $id: ID!, $purpose: Purpose!, $at: DateTime, $knownAt: DateTime) {
  why(kind: $kind, id: $id, purpose: $purpose, at: $at, knownAt: $knownAt) {
    isPermitted because until basis { transition lawfulBasis } closedBy { transition } } }`;

export const LETTER = { source: "Letter", wording: "As the person wrote to us." };

type Entry = { id: string; purpose: string | null; transition: string; concerns: string | null };
type Decision = { purpose: string; isPermitted: boolean; because: string };
export type Done = {
  lawfulness: { decisions: Decision[]; ledger: Entry[] } | null;
  userErrors: { code: string; field: string }[];
};

/** What the privacy officer does, and what came of it. */
export const officerOf =
  (api: Api) =>
  async (what: keyof typeof DO, input: object): Promise<Done> => {
    const { data, errors } = await api.as("privacy")(DO[what], { input });
    if (errors) throw new Error(JSON.stringify(errors));
    return (data as { done: Done }).done;
  };

/** Whether each purpose is permitted, as the officer is told. */
export const permitted = ({ lawfulness }: Done) =>
  lawfulness!.decisions.filter(({ isPermitted }) => isPermitted).map(({ purpose }) => purpose);
