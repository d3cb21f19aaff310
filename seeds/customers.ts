// Fifteen companies with the people who sign, pay and are called. Two ended their contract.
import type { Client } from "pg";
import { addressColumns, daysAgo, establish, insertRows, type SeedBasis, seedId } from "./records";
import { STORY_CUSTOMERS, storyDomain } from "./story-people";
import { COMPANIES, dice, FIRST_NAMES, LAST_NAMES } from "./world-lists";

export type SeedCustomer = { id: string; name: string; domain: string; isClosed: boolean };

const ROLES = ["SIGNATORY", "BILLING", "SPONSOR", "TECHNICAL"];
const COUNTRIES = ["DE", "GB", "AT", "NL", "SE", "IE"];

export async function seedCustomers(client: Client): Promise<SeedCustomer[]> {
  const roll = dice(11);
  const customers = [
    ...STORY_CUSTOMERS.map(({ id, name }) => ({ id, name })),
    ...COMPANIES.map((name, n) => ({ id: seedId("customer", n + 10, daysAgo(400 - n)), name })),
  ].map(({ id, name }, n) => ({
    ...{ id, name, isClosed: n >= 13 },
    domain: storyDomain(name),
  }));
  await insertRows(
    client,
    "customers",
    customers.map(({ id, name, isClosed }, n) => ({
      ...{ id, name, country: COUNTRIES[n % COUNTRIES.length] },
      ...{
        state: isClosed ? "CLOSED" : "ACTIVE",
        created_at: daysAgo(400 - n),
        purposes: 0,
        purposes_valid_until: "infinity",
      },
    })),
  );
  const contacts = customers.flatMap((customer, c) =>
    Array.from({ length: 2 + (c % 3) }, (_, n) => {
      const first = FIRST_NAMES[Math.floor(roll() * 24)]!;
      const last = LAST_NAMES[Math.floor(roll() * LAST_NAMES.length)]!;
      return {
        ...{
          customer_id: customer.id,
          id: seedId("contact", c * 10 + n, daysAgo(390 - c)),
          name: `${first} ${last}`,
        },
        ...{ role: ROLES[n], phone: `+49 30 5550${c}${n}`, created_at: daysAgo(390 - c) },
        ...{
          ...addressColumns(`${first}.${n}@${customer.domain}`),
          purposes: 0,
          purposes_valid_until: "infinity",
        },
      };
    }),
  );
  await insertRows(client, "customer_contacts", contacts);
  const closedAt = daysAgo(60);
  await establish(client, [
    ...customers.flatMap(({ id, isClosed }): SeedBasis[] => {
      const ended = isClosed ? { as: "CONTRACT_ENDED" as const, at: closedAt } : undefined;
      const common = { kind: "CUSTOMER" as const, subject: id, at: daysAgo(380) };
      return [
        { ...common, purpose: "SERVICE_PERFORMANCE", basis: "CONTRACT", ended },
        { ...common, purpose: "CUSTOMER_SUPPORT", basis: "LEGITIMATE_INTERESTS", ended },
        {
          ...common,
          purpose: "LEGAL_OBLIGATIONS",
          basis: "LEGAL_OBLIGATION",
          ground: "INVOICES",
        },
      ];
    }),
    ...contacts.flatMap(({ customer_id, id }): SeedBasis[] => {
      const isClosed = customers.find((c) => c.id === customer_id)!.isClosed;
      const ended = isClosed ? { as: "CONTRACT_ENDED" as const, at: closedAt } : undefined;
      const common = {
        kind: "CUSTOMER_CONTACT" as const,
        subject: id,
        customer: customer_id,
        at: daysAgo(380),
      };
      return [
        { ...common, purpose: "SERVICE_PERFORMANCE", basis: "LEGITIMATE_INTERESTS", ended },
        { ...common, purpose: "CUSTOMER_SUPPORT", basis: "LEGITIMATE_INTERESTS", ended },
      ];
    }),
  ]);
  return customers;
}
