// The purposes of the privacy notice and the lawful bases of GDPR Art. 6(1). A record's permitted purposes are
// one integer with a bit for each; the same numbers stand in the policies and indexes of `migrations/`.

export const PURPOSE_BITS = {
  SERVICE_PERFORMANCE: 1,
  LEGAL_OBLIGATIONS: 2,
  SERVICE_IMPROVEMENT: 4,
  MARKETING_AND_SALES: 8,
  NEWSLETTER: 16,
  CUSTOMER_SUPPORT: 32,
  SECURITY: 64,
} as const;

export type Purpose = keyof typeof PURPOSE_BITS;
export const PURPOSES = Object.keys(PURPOSE_BITS) as Purpose[];

/** What may be objected to without any reason being weighed (GDPR Art. 21(3)). */
export const isDirectMarketing = (purpose: Purpose | null) =>
  purpose === "MARKETING_AND_SALES" || purpose === "NEWSLETTER";

/** Answering the person (GDPR Art. 12–22) needs no basis and has no bit. */
export const ANSWERING_THE_PERSON = "ANSWERING_THE_PERSON";
export type DeclaredPurpose = Purpose | typeof ANSWERING_THE_PERSON;

export const LAWFUL_BASES = [
  "CONSENT",
  "CONTRACT",
  "LEGAL_OBLIGATION",
  "VITAL_INTERESTS",
  "PUBLIC_TASK",
  "LEGITIMATE_INTERESTS",
] as const;
export type LawfulBasis = (typeof LAWFUL_BASES)[number];

/** The purposes whose bits are set. */
export const purposesIn = (bits: number): Purpose[] =>
  PURPOSES.filter((purpose) => (bits & PURPOSE_BITS[purpose]) !== 0);
