// The kinds of record that a person can be the subject of, as clients see them.
import { registerEnumType } from "type-graphql";
import { SUBJECT_KINDS, type SubjectKind } from "./register";

export const SubjectKindType = Object.fromEntries(
  SUBJECT_KINDS.map((kind) => [kind, kind]),
) as Record<SubjectKind, SubjectKind>;

registerEnumType(SubjectKindType, {
  name: "SubjectKind",
  description: "What kind of record it is.",
  valuesConfig: {
    CUSTOMER: { description: "A customer's record." },
    CUSTOMER_CONTACT: { description: "A customer's contact." },
    PLATFORM_USER: { description: "A platform user." },
    PROSPECT: { description: "A prospect." },
    SUBSCRIBER: { description: "A reader of the mailing list." },
  },
});
