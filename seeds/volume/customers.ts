// Customers, and two people at each who sign and pay. One in fifty has ended its contract.
import { ledgerFrom, type Ending } from "./bases";
import type { Batch, Row } from "./copy-in";
import { volumeId } from "./ids";
import { companyOf, personOf } from "./people";
import { daysAfter, stamp, timeOf, type Volume } from "./sizes";

const AT_ONCE = 2_000;
const CONTACT_ROLES = ["SIGNATORY", "BILLING"];
const COUNTRIES = ["DE", "GB", "AT", "NL", "SE", "IE"];

export type Customer = { id: string; at: number; ended: Ending };

export function customerOf(n: number, { sizes }: Volume): Customer {
  const at = timeOf(n, sizes.customers * 4); // long before their users
  const ended = n % 50 === 49 ? { as: "CONTRACT_ENDED" as const, at: daysAfter(at, 500) } : null;
  return { id: volumeId("customer", n, at), at, ended };
}

export function* customerBatches(volume: Volume): Generator<Batch> {
  const establish = ledgerFrom(0);
  for (let from = 0; from < volume.sizes.customers; from += AT_ONCE) {
    const [customers, contacts, bases]: Row[][] = [[], [], []];
    for (let n = from; n < Math.min(from + AT_ONCE, volume.sizes.customers); n += 1) {
      const { id, at, ended } = customerOf(n, volume);
      customers!.push({
        ...{ id, name: companyOf(n), country: COUNTRIES[n % COUNTRIES.length]! },
        ...{ state: ended ? "CLOSED" : "ACTIVE", created_at: stamp(at) },
      });
      const customer = { kind: "CUSTOMER" as const, subject: id, at };
      bases!.push(
        ...establish(customer, "SERVICE_PERFORMANCE", "CONTRACT", ended).rows,
        ...establish(customer, "CUSTOMER_SUPPORT", "LEGITIMATE_INTERESTS", ended).rows,
        ...establish(customer, "LEGAL_OBLIGATIONS", "LEGAL_OBLIGATION").rows,
      );
      CONTACT_ROLES.forEach((role, place) => {
        const number = 2 * n + place;
        const contactId = volumeId("contact", number, at);
        const held = { kind: "CUSTOMER_CONTACT" as const, subject: contactId, customer: id, at };
        contacts!.push({
          ...{ customer_id: id, id: contactId, ...personOf(number, "signs"), role },
          ...{ phone: `+49 30 55${number}`, created_at: stamp(at) },
        });
        bases!.push(
          ...establish(held, "SERVICE_PERFORMANCE", "LEGITIMATE_INTERESTS", ended).rows,
          ...establish(held, "CUSTOMER_SUPPORT", "LEGITIMATE_INTERESTS", ended).rows,
        );
      });
    }
    yield { customers: customers!, customer_contacts: contacts!, lawful_bases: bases! };
  }
}
