// The purposes and bases as clients see them.
import { registerEnumType } from "type-graphql";
import { ANSWERING_THE_PERSON, LAWFUL_BASES, PURPOSES } from "./purposes";

const asEnum = <T extends string>(values: readonly T[]) =>
  Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;

const PURPOSE_MEANINGS = {
  SERVICE_PERFORMANCE: "Performing our services and contracts.",
  LEGAL_OBLIGATIONS: "Complying with a law.",
  SERVICE_IMPROVEMENT: "Understanding how services are used and campaigns perform.",
  MARKETING_AND_SALES: "Marketing, advertising and selling our services.",
  NEWSLETTER: "Sending the newsletter.",
  CUSTOMER_SUPPORT: "Customer service and technical support.",
  SECURITY: "Protecting people, ourselves and the services.",
  ANSWERING_THE_PERSON: "Answering the person about their own data (GDPR Art. 12–22).",
} as const;

export const PurposeType = asEnum(PURPOSES);
registerEnumType(PurposeType, {
  name: "Purpose",
  description: "Why a record may be processed.",
  valuesConfig: Object.fromEntries(PURPOSES.map((p) => [p, { description: PURPOSE_MEANINGS[p] }])),
});

export const DeclaredPurposeType = asEnum([...PURPOSES, ANSWERING_THE_PERSON]);
registerEnumType(DeclaredPurposeType, {
  name: "DeclaredPurpose",
  description: "Why somebody acts.",
  valuesConfig: Object.fromEntries(
    Object.entries(PURPOSE_MEANINGS).map(([p, description]) => [p, { description }]),
  ),
});

export const LawfulBasisType = asEnum(LAWFUL_BASES);
registerEnumType(LawfulBasisType, {
  name: "LawfulBasis",
  description: "What makes processing lawful (GDPR Art. 6(1)).",
  valuesConfig: Object.fromEntries(
    LAWFUL_BASES.map((basis) => [
      basis,
      { description: `${basis.charAt(0)}${basis.slice(1).toLowerCase().replaceAll("_", " ")}.` },
    ]),
  ),
});
