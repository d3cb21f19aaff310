// The story world's people and tools that ask: fixed ids, so that a token made yesterday still fits today's
// world. All persons and companies are fictional; addresses stand on example domains.
import { createHash } from "node:crypto";
import type { Audience } from "../src/viewer/audience";
import { clientSecretOf } from "../src/viewer/clients/secret";
import { PUBLIC_VIEWER, type Viewer } from "../src/viewer/viewer";

export type StoryRole =
  | "support"
  | "marketing"
  | "privacy"
  | "operator"
  | "administrator"
  | "user"
  | "sync"
  | "connector"
  | "intake"
  | "dashboard";

export type StoryPerson = { viewer: Viewer; who: string };

/** Ids in the form of uuid v7, made once on 1 September 2025: the last digits count within a series. */
const storyId = (series: string, number: number): string =>
  `01990000-0000-7000-8000-${series}${String(number).padStart(8, "0")}`;

const STAFF = "5aff";
const CUSTOMER = "c057";
const USER = "05e2";
const PROVIDER = "9205";
const CLIENT = "c11e";

/** Our own people. The second operator confirms what the first one grants. */
export const STORY_STAFF = [
  { id: storyId(STAFF, 1), name: "Nadia Hoffmann", audience: "SUPPORT" },
  { id: storyId(STAFF, 2), name: "Callum Reyes", audience: "MARKETING" },
  { id: storyId(STAFF, 3), name: "Ayodele Brandt", audience: "PRIVACY_OFFICER" },
  { id: storyId(STAFF, 4), name: "Yuki Salonen", audience: "OPERATOR" },
  { id: storyId(STAFF, 5), name: "Ilse Marchetti", audience: "OPERATOR" },
] as const;

/** Where one of our own people gets mail, and signs in. */
export const storyAddress = (name: string) =>
  `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@zendbox.example.com`;

/** The domain on which a customer's people get mail. */
export const storyDomain = (customerName: string) =>
  `${customerName.toLowerCase().replace(/[^a-z]+/g, "-")}.example.com`;

/** A customer's people are numbered: its administrator is the first, its user the second. */
export const storyUserAddress = (
  customer: { name: string; administrator: { id: string } },
  person: { id: string },
) => `user${person.id === customer.administrator.id ? 0 : 1}@${storyDomain(customer.name)}`;

/** The secret of a second factor: the same at every seeding, so that a code can be told without the database. */
export const storySecret = (personId: string): Buffer =>
  createHash("sha1").update(`second factor of ${personId}`).digest();

/** What everybody in the story world signs in with; the second factor comes from `npm run token -- --code`. */
export const STORY_PASSWORD = "every word of this is invented";

/** A client's secret: the same at every seeding. */
export const storyKey = (clientId: string): string =>
  clientSecretOf(createHash("sha256").update(`secret of ${clientId}`).digest());

/** The tool that receives contacts. */
export const STORY_SERVICE_PROVIDER = {
  id: storyId(PROVIDER, 1),
  name: "Lettermill",
} as const;

/** The customers who have people that ask, in the order of `npm run token -- --customer N`. */
export const STORY_CUSTOMERS = [
  {
    id: storyId(CUSTOMER, 1),
    name: "Harbour & Finch Logistics",
    administrator: { id: storyId(USER, 1), name: "Marta Lindqvist" },
    user: { id: storyId(USER, 2), name: "Tomás Oliveira" },
    connectorId: storyId(CLIENT, 1),
  },
  {
    id: storyId(CUSTOMER, 2),
    name: "Bluebell Parcel Works",
    administrator: { id: storyId(USER, 101), name: "Idris Bakare" },
    user: { id: storyId(USER, 102), name: "Saoirse Kealy" },
    connectorId: storyId(CLIENT, 2),
  },
  {
    id: storyId(CUSTOMER, 3),
    name: "Nordwind Versand",
    administrator: { id: storyId(USER, 201), name: "Greta Paulsen" },
    user: { id: storyId(USER, 202), name: "Emil Arslan" },
    connectorId: storyId(CLIENT, 3),
  },
] as const;

export type StoryCustomer = (typeof STORY_CUSTOMERS)[number];

/** Those who ask for one customer. */
export const peopleOf = (customer: StoryCustomer) =>
  ({
    administrator: {
      viewer: viewer("ACCOUNT_ADMINISTRATOR", customer.administrator.id, {
        customerId: customer.id,
      }),
      who: `${customer.administrator.name} (account administrator of ${customer.name})`,
    },
    user: {
      viewer: viewer("PLATFORM_USER", customer.user.id, { customerId: customer.id }),
      who: `${customer.user.name} (user at ${customer.name})`,
    },
    connector: {
      viewer: viewer("CONNECTOR", customer.connectorId, { customerId: customer.id }),
      who: `Connector of ${customer.name}`,
    },
  }) satisfies Partial<Record<StoryRole, StoryPerson>>;

export const STORY_PEOPLE: Record<StoryRole, StoryPerson> = {
  support: staffPerson(STORY_STAFF[0]),
  marketing: staffPerson(STORY_STAFF[1]),
  privacy: staffPerson(STORY_STAFF[2]),
  operator: staffPerson(STORY_STAFF[3]),
  ...peopleOf(STORY_CUSTOMERS[0]),
  sync: {
    viewer: viewer("CONTACT_SYNC", storyId(CLIENT, 101), {
      serviceProviderId: STORY_SERVICE_PROVIDER.id,
    }),
    who: `Contact sync of ${STORY_SERVICE_PROVIDER.name}`,
  },
  intake: {
    viewer: viewer("INTAKE", storyId(CLIENT, 102), { source: "PLATFORM" }),
    who: "Intake of our own platform",
  },
  dashboard: { viewer: viewer("DASHBOARD", storyId(CLIENT, 103)), who: "Internal dashboard" },
};

function viewer(audience: Audience, id: string, reach: Partial<Viewer> = {}): Viewer {
  return { ...PUBLIC_VIEWER, audience, id, ...reach };
}

function staffPerson({ id, name, audience }: (typeof STORY_STAFF)[number]): StoryPerson {
  const role = audience.toLowerCase().replace("_", " ");
  return { viewer: viewer(audience, id), who: `${name} (${role})` };
}
