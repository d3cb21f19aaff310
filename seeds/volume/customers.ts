// Customers, and two people at each who sign and pay. One in fifty has ended its contract.
import { type Ending, Ledger } from "./bases";
import type { Batch, Row } from "./copy-in";
import { volumeId } from "./ids";
import { companyOf, personOf } from "./people";
import type { Volume } from "./sizes";
import { daysAfter, stamp, timeOf } from "./times";

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
  const ledger = new Ledger(0, volume.asOf);
  for (let from = 0; from < volume.sizes.customers; from += AT_ONCE) {
    const customers: Row[] = [];
    const contacts: Row[] = [];
    const erasures: Row[] = [];
    for (let n = from; n < Math.min(from + AT_ONCE, volume.sizes.customers); n += 1) {
      const { id, at, ended: ending } = customerOf(n, volume);
      const bases = ledger.of({ kind: "CUSTOMER", id, at });
      bases.establish("SERVICE_PERFORMANCE", "CONTRACT", { ending });
      bases.establish("CUSTOMER_SUPPORT", "LEGITIMATE_INTERESTS", { ending });
      bases.establish("LEGAL_OBLIGATIONS", "LEGAL_OBLIGATION");
      customers.push({
        ...{ id, name: companyOf(n), country: COUNTRIES[n % COUNTRIES.length]! },
        ...{ state: ending ? "CLOSED" : "ACTIVE", created_at: stamp(at), ...bases.permitted() },
      });
      erasures.push(...bases.erasures());
      CONTACT_ROLES.forEach((role, place) => {
        const number = 2 * n + place;
        const contact = volumeId("contact", number, at);
        const held = ledger.of({ kind: "CUSTOMER_CONTACT", id: contact, customer: id, at });
        held.establish("SERVICE_PERFORMANCE", "LEGITIMATE_INTERESTS", { ending });
        held.establish("CUSTOMER_SUPPORT", "LEGITIMATE_INTERESTS", { ending });
        contacts.push({
          ...{ customer_id: id, id: contact, ...personOf(number, "signs"), role },
          ...{ phone: `+49 30 55${number}`, created_at: stamp(at), ...held.permitted() },
        });
        erasures.push(...held.erasures());
      });
    }
    yield { customers, customer_contacts: contacts, lawful_bases: ledger.taken(), erasures };
  }
}
