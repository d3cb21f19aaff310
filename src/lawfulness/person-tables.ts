// Where the records lie that are about a person.
export const PERSON_TABLES = {
  CUSTOMER_CONTACT: "customer_contacts",
  PLATFORM_USER: "platform_users",
  PROSPECT: "prospects",
  SUBSCRIBER: "subscribers",
} as const;
export type PersonKind = keyof typeof PERSON_TABLES;
