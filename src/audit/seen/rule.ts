// By which rule a role may look: whom it reaches, and on what the purpose stands in the register.
import { basesOf, SUBJECT_KINDS, type SubjectKind } from "../../lawfulness/register";
import type { Purpose } from "../../lawfulness/purposes";
import type { Audience } from "../../viewer/audience";

const REACHES: Record<Audience, string> = {
  PUBLIC: "Whoever signs in or holds a link reaches what it is for",
  PLATFORM_USER: "A user reaches the own record and who runs the company's account",
  ACCOUNT_ADMINISTRATOR: "An account administrator reaches what is the own company's",
  SUPPORT: "Support reaches companies, their contacts and users",
  MARKETING: "Marketing reaches contacts who may be marketed to",
  PRIVACY_OFFICER: "The privacy officer reaches each person's records, to answer the person",
  OPERATOR: "Operators reach companies and whom they have invited",
  CONTACT_SYNC: "A tool reaches the contacts that its provider's agreement covers",
  CONNECTOR: "A company's own system hands in what is the company's",
  INTAKE: "Our platform writes down what was done, and reads nothing",
  DASHBOARD: "A dashboard reaches figures without people",
};

/** What `npm run keys` enters. */
const BY_HAND = "Whoever owns the database reaches it by hand";

/** What is read with a person stands on the person's bases. */
const STANDS_WITH: Record<string, SubjectKind> = {
  ACTIVITY: "PLATFORM_USER",
  ACCOUNT_ADMINISTRATOR: "PLATFORM_USER",
  PREFERENCES: "PLATFORM_USER",
};

/** A sentence: the reach of the role, the purpose and its bases. */
export function ruleOf(audience: string, kind: string | null, purpose: string): string {
  const reach = REACHES[audience as Audience] ?? BY_HAND;
  const bases = basesFor(kind, purpose).map((basis) => basis.toLowerCase().replaceAll("_", " "));
  return `${reach}; for ${purpose}${bases.length ? `, on ${bases.join(" or ")}` : ""}.`;
}

function basesFor(kind: string | null, purpose: string): readonly string[] {
  const subject = SUBJECT_KINDS.find((each) => each === (STANDS_WITH[kind ?? ""] ?? kind));
  return subject ? (basesOf(subject)[purpose as Purpose] ?? []) : [];
}
