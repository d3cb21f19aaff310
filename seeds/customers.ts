// Customers and their contacts. Two contracts have ended: of those companies only what the law wants kept
// stands, and of their people nothing.
import { addressColumns, addressOf } from "./addresses";
import type { Ending, Ledger } from "./ledger";
import { nameDrawer, phoneNumber } from "./names";
import { type Random, randomFor } from "./random";
import { DAY, noonOf, workingMoment } from "./story-clock";
import { STORY_CUSTOMERS } from "./story-people";

export type SeededCustomer = {
  id: string;
  name: string;
  domain: string;
  createdAt: number;
  ended: Ending | null;
  userCount: number;
  administratorCount: number;
};

type CustomerFacts = {
  name: string;
  country: string;
  domain: string;
  since: string;
  endedOn?: string;
  users: number;
  administrators: number;
};

const [HARBOUR_FINCH, BLUEBELL, NORDWIND] = STORY_CUSTOMERS;

// prettier-ignore
const CUSTOMERS: readonly CustomerFacts[] = [
  { name: HARBOUR_FINCH.name, country: "GB", domain: "harbour-finch.example.com", since: "2026-03-02", users: 22, administrators: 3 },
  { name: BLUEBELL.name, country: "IE", domain: "bluebell-parcel.example.com", since: "2026-03-03", users: 18, administrators: 2 },
  { name: NORDWIND.name, country: "DE", domain: "nordwind-versand.example.net", since: "2026-03-05", users: 14, administrators: 2 },
  { name: "Kessel & Krüger Spedition", country: "DE", domain: "kessel-krüger.example.com", since: "2026-03-10", users: 13, administrators: 2 },
  { name: "Polder & Daughters", country: "NL", domain: "polder-daughters.example.org", since: "2026-03-17", users: 12, administrators: 1 },
  { name: "Fjordpakke", country: "NO", domain: "fjordpakke.example.net", since: "2026-03-24", users: 12, administrators: 2 },
  { name: "La Malle Bleue", country: "FR", domain: "malle-bleue.example.com", since: "2026-04-02", users: 11, administrators: 1 },
  { name: "Cortado Retail", country: "ES", domain: "cortado.example.com", since: "2026-04-09", users: 11, administrators: 3 },
  { name: "Owl Post Couriers", country: "GB", domain: "owl-post.example.org", since: "2026-04-21", users: 11, administrators: 1 },
  { name: "Zielona Paczka", country: "PL", domain: "zielona-paczka.example.net", since: "2026-05-06", users: 10, administrators: 2 },
  { name: "Älvdal Outfitters", country: "SE", domain: "alvdal.example.com", since: "2026-05-19", users: 10, administrators: 1 },
  { name: "Corriere del Lago", country: "IT", domain: "corriere-lago.example.org", since: "2026-06-03", users: 9, administrators: 2 },
  { name: "Thistle & Tide Stores", country: "GB", domain: "thistle-tide.example.com", since: "2026-06-23", users: 9, administrators: 1 },
  { name: "Meridian Returns", country: "BE", domain: "meridian-returns.example.net", since: "2026-07-15", users: 8, administrators: 1 },
  { name: "Rosewater Mail Order", country: "GB", domain: "rosewater.example.org", since: "2026-03-12", endedOn: "2026-08-31", users: 7, administrators: 1 },
  { name: "Sturmvogel Logistik", country: "AT", domain: "sturmvogel.example.com", since: "2026-04-14", endedOn: "2026-10-30", users: 6, administrators: 2 },
];

const CONTACT_ROLES = ["SIGNATORY", "BILLING", "TECHNICAL", "SPONSOR"] as const;

export function storyCustomers(ledger: Ledger) {
  const random = randomFor("customers");
  const customers = CUSTOMERS.map((facts, index) => customerOf(random, facts, index));
  for (const { id, createdAt: from, ended } of customers) {
    ledger.hold(
      { kind: "CUSTOMER", id, customerId: null },
      { purpose: "SERVICE_PERFORMANCE", basis: "CONTRACT", from, ended },
      { purpose: "LEGAL_OBLIGATIONS", basis: "LEGAL_OBLIGATION", from },
      { purpose: "CUSTOMER_SUPPORT", basis: "LEGITIMATE_INTERESTS", from, ended },
    );
  }
  const rows = CUSTOMERS.map(({ name, country, endedOn }, index) => ({
    id: customers[index]!.id,
    name,
    country,
    state: endedOn ? "CLOSED" : "ACTIVE",
    createdAt: new Date(customers[index]!.createdAt),
  }));
  return { customers, rows, contactRows: customers.flatMap(contactsOf(random, ledger)) };
}

function customerOf(random: Random, facts: CustomerFacts, index: number): SeededCustomer {
  const createdAt = noonOf(facts.since);
  return {
    id: STORY_CUSTOMERS[index]?.id ?? random.id(createdAt),
    name: facts.name,
    domain: facts.domain,
    createdAt,
    ended: facts.endedOn ? { transition: "CONTRACT_ENDED", at: noonOf(facts.endedOn) } : null,
    userCount: facts.users,
    administratorCount: facts.administrators,
  };
}

/** Two to four people; where the story names the administrator, that person is the sponsor too. */
function contactsOf(random: Random, ledger: Ledger) {
  const draw = nameDrawer(random);
  return (customer: SeededCustomer, index: number) => {
    const sponsor = STORY_CUSTOMERS[index]?.administrator.name;
    const roles = sponsor ? CONTACT_ROLES : CONTACT_ROLES.slice(0, 2 + (index % 3));
    return roles.map((role) => {
      const createdAt = workingMoment(random, customer.createdAt, customer.createdAt + 10 * DAY);
      const name = role === "SPONSOR" && sponsor ? sponsor : draw();
      const address =
        name === sponsor
          ? storyAddress(name, customer.domain)
          : addressOf(random, name, customer.domain);
      const id = random.id(createdAt);
      const basis = {
        basis: "LEGITIMATE_INTERESTS",
        from: createdAt,
        ended: customer.ended,
      } as const;
      ledger.hold(
        { kind: "CUSTOMER_CONTACT", id, customerId: customer.id },
        { purpose: "SERVICE_PERFORMANCE", ...basis },
        { purpose: "CUSTOMER_SUPPORT", ...basis },
      );
      return {
        customerId: customer.id,
        id,
        name,
        role,
        ...addressColumns(address),
        phone: random.chance(0.7) ? phoneNumber(random) : null,
        createdAt: new Date(createdAt),
      };
    });
  };
}

/** People with a part in the story have the plainest of addresses. */
export const storyAddress = (name: string, domain: string) =>
  `${name
    .replace(" ", ".")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()}@${domain}`;
