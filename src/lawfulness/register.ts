// The processing register: one row for each kind of record, with what we may process it for and on which basis.
// It changes by review. The gate, the database's walls, `processing.md` and the officer's page are made from it.
import type { LawfulBasis, Purpose } from "./purposes";

export const SUBJECT_KINDS = [
  "CUSTOMER",
  "CUSTOMER_CONTACT",
  "PLATFORM_USER",
  "PROSPECT",
  "SUBSCRIBER",
] as const;
/** The kinds of record that a person can be the subject of. */
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export type ProcessingActivity = {
  activity: string;
  /** What it covers of the database; null where the record carries no basis of its own. */
  kind: SubjectKind | null;
  ourRole: "CONTROLLER" | "PROCESSOR";
  data: string;
  bases: Partial<Record<Purpose, readonly LawfulBasis[]>>;
  conditions: string;
};

const COMPANY_BASES = {
  SERVICE_PERFORMANCE: ["CONTRACT", "LEGITIMATE_INTERESTS"],
  LEGAL_OBLIGATIONS: ["LEGAL_OBLIGATION"],
  CUSTOMER_SUPPORT: ["LEGITIMATE_INTERESTS"],
  MARKETING_AND_SALES: ["LEGITIMATE_INTERESTS", "CONSENT"],
  SECURITY: ["LEGITIMATE_INTERESTS"],
} as const;

export const PROCESSING_REGISTER: readonly ProcessingActivity[] = [
  {
    activity: "Customer Data",
    kind: null,
    ourRole: "PROCESSOR",
    data: "Recordings, transcripts, e-mails and other communications, and what customers submit",
    bases: {},
    conditions:
      "Only what the customer instructs: a processing agreement in force and an instruction that covers the operation.",
  },
  {
    activity: "Customers",
    kind: "CUSTOMER",
    ourRole: "CONTROLLER",
    data: "The company's record",
    bases: COMPANY_BASES,
    conditions:
      "Contract where the person is the contracting party. A legal obligation keeps an invoice's number, date and name only.",
  },
  {
    activity: "Customers' contacts",
    kind: "CUSTOMER_CONTACT",
    ourRole: "CONTROLLER",
    data: "Who signs, pays and is called: name, address, telephone, role",
    bases: COMPANY_BASES,
    conditions:
      "Contract where the person is the contracting party. E-mail marketing needs consent or the existing-customer exception.",
  },
  {
    activity: "Platform users",
    kind: "PLATFORM_USER",
    ourRole: "CONTROLLER",
    data: "Account, contact and activity data, and what people set for their own screens",
    bases: {
      SERVICE_PERFORMANCE: ["CONTRACT", "LEGITIMATE_INTERESTS"],
      LEGAL_OBLIGATIONS: ["LEGAL_OBLIGATION"],
      CUSTOMER_SUPPORT: ["LEGITIMATE_INTERESTS"],
      SECURITY: ["LEGITIMATE_INTERESTS"],
      SERVICE_IMPROVEMENT: ["LEGITIMATE_INTERESTS"],
    },
    conditions:
      "Contract only with evidence that this person accepted the terms. Never for marketing.",
  },
  {
    activity: "Prospects",
    kind: "PROSPECT",
    ourRole: "CONTROLLER",
    data: "Visitors, event participants, partners and prospective customers, and their interactions",
    bases: {
      MARKETING_AND_SALES: ["LEGITIMATE_INTERESTS", "CONSENT"],
      SERVICE_IMPROVEMENT: ["LEGITIMATE_INTERESTS"],
      SECURITY: ["LEGITIMATE_INTERESTS"],
      LEGAL_OBLIGATIONS: ["LEGAL_OBLIGATION"],
    },
    conditions:
      "Whoever was not asked by ourselves is told within 30 days, else marketing closes. E-mail marketing needs consent.",
  },
  {
    activity: "Unconfirmed subscriptions",
    kind: null,
    ourRole: "CONTROLLER",
    data: "Name and address for 7 days",
    bases: { NEWSLETTER: ["LEGITIMATE_INTERESTS"] },
    conditions: "For the one mail that asks for confirmation and nothing else.",
  },
  {
    activity: "Subscribers",
    kind: "SUBSCRIBER",
    ourRole: "CONTROLLER",
    data: "Name and e-mail address, nothing else",
    bases: { NEWSLETTER: ["CONSENT"], LEGAL_OBLIGATIONS: ["LEGAL_OBLIGATION"] },
    conditions:
      "A legal obligation keeps the proof of consent (Art. 7(1)) and a suppression (Art. 21(3)) only.",
  },
  {
    activity: "Staff, sign-in records and attempts",
    kind: null,
    ourRole: "CONTROLLER",
    data: "Accounts of our own people, what they set for their own screens, sessions, attempts",
    bases: { SECURITY: ["LEGITIMATE_INTERESTS"] },
    conditions:
      "Seen by the person and by operators; what somebody set for the own screens by nobody else, unless it is shared.",
  },
  {
    activity: "Privacy requests, mail desk and audit",
    kind: null,
    ourRole: "CONTROLLER",
    data: "What people ask of us, and who did what with which data",
    bases: { LEGAL_OBLIGATIONS: ["LEGAL_OBLIGATION"] },
    conditions: "Also of people who are otherwise unknown to us (Art. 5(2), 12).",
  },
];

/** Every (kind, purpose, basis) that the register allows for a record. */
export const allowedBases = () =>
  PROCESSING_REGISTER.flatMap(({ kind, bases }) =>
    kind === null
      ? []
      : Object.entries(bases).flatMap(([purpose, allowed]) =>
          allowed.map((basis) => ({ kind, purpose: purpose as Purpose, basis })),
        ),
  );

/** What the register allows for a kind of record: its purposes, and the bases of each. */
export const basesOf = (kind: SubjectKind): ProcessingActivity["bases"] =>
  PROCESSING_REGISTER.find((row) => row.kind === kind)?.bases ?? {};
