// The audiences: the role in which a viewer acts. Each has a schema, a database role and a login of its own family.

export const AUDIENCES = [
  "PUBLIC",
  "PLATFORM_USER",
  "ACCOUNT_ADMINISTRATOR",
  "SUPPORT",
  "MARKETING",
  "PRIVACY_OFFICER",
  "OPERATOR",
  "CONTACT_SYNC",
  "CONNECTOR",
  "INTAKE",
  "DASHBOARD",
] as const;

/** Who can ask over HTTP. The twelfth audience, JOB, is our own worker: it has roles but no schema. */
export type Audience = (typeof AUDIENCES)[number];

/** Who asks without a person behind: each is a client that an operator made. */
export const MACHINES = ["CONTACT_SYNC", "CONNECTOR", "INTAKE", "DASHBOARD"] as const;
export type Machine = (typeof MACHINES)[number];

export const isMachine = (audience: Audience): audience is Machine =>
  (MACHINES as readonly Audience[]).includes(audience);

/** Who signs in; the others are machines, or nobody in particular. */
const PEOPLE: readonly Audience[] = [
  "PLATFORM_USER",
  "ACCOUNT_ADMINISTRATOR",
  "SUPPORT",
  "MARKETING",
  "PRIVACY_OFFICER",
  "OPERATOR",
];

export const isPerson = (audience: Audience): boolean => PEOPLE.includes(audience);
