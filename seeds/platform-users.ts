// The customers' people. Administrators accepted the terms themselves, so their basis is the contract and
// the acceptance is its evidence; everybody else is held on legitimate interests. A few objected to being
// counted; some have left; one consultant works for two customers under the same address.
import { addressColumns, addressOf } from "./addresses";
import { type SeededCustomer, storyAddress } from "./customers";
import type { Ending, Held, Ledger } from "./ledger";
import { JOB_TITLES, nameDrawer, phoneNumber } from "./names";
import { randomFor } from "./random";
import { DAY, STORY_NOW, workingMoment } from "./story-clock";
import { STORY_CUSTOMERS } from "./story-people";

export type SeededUser = {
  customerId: string;
  id: string;
  isAdministrator: boolean;
  from: number;
  until: number;
};

const CONSULTANT = {
  name: "Inés Aguirre",
  address: "ines.aguirre@clearway-consulting.example.net",
};
const CONSULTED_CUSTOMERS = 2;

const TERMS = "I have read the terms of service and agree to them on behalf of my company.";

export function storyPlatformUsers(ledger: Ledger, customers: readonly SeededCustomer[]) {
  const random = randomFor("platform users");
  const named = STORY_CUSTOMERS.flatMap(({ administrator, user }) => [
    administrator.name,
    user.name,
  ]);
  const draw = nameDrawer(random, named);

  const people = customers.flatMap((customer, customerIndex) =>
    Array.from({ length: customer.userCount }, (_, index) => {
      const story = storyPerson(customerIndex, customer, index);
      const isAdministrator = story ? index === 0 : inAdministrators(customer, index);
      const createdAt =
        index === 0
          ? customer.createdAt
          : workingMoment(random, customer.createdAt, customer.createdAt + 70 * DAY);
      const name = story?.name ?? draw();
      const leftAt = customer.ended?.at ?? (story ? null : departure(index, createdAt));
      return {
        customer,
        isAdministrator,
        id: story?.id ?? random.id(createdAt),
        name,
        address: story?.address ?? addressOf(random, name, customer.domain),
        createdAt,
        leftAt,
        jobTitle: isAdministrator ? "Head of operations" : random.pick(JOB_TITLES),
        phone: random.chance(0.5) ? phoneNumber(random) : null,
        hasObjected: !story && !customer.ended && index % 17 === 9,
      };
    }),
  );

  function departure(index: number, createdAt: number) {
    return index % 9 === 7 ? workingMoment(random, createdAt + 40 * DAY, STORY_NOW) : null;
  }

  for (const { customer, id, isAdministrator, createdAt: from, hasObjected } of people) {
    const { ended } = customer;
    const objected: Ending | null = hasObjected
      ? { transition: "OBJECTED", at: from + 60 * DAY }
      : ended;
    const basis = { basis: "LEGITIMATE_INTERESTS", from, ended } as const;
    const performance: Held = isAdministrator
      ? { ...basis, purpose: "SERVICE_PERFORMANCE", basis: "CONTRACT", evidence: accepted(from) }
      : { ...basis, purpose: "SERVICE_PERFORMANCE" };
    ledger.hold(
      { kind: "PLATFORM_USER", id, customerId: customer.id },
      performance,
      { ...basis, purpose: "CUSTOMER_SUPPORT" },
      { ...basis, purpose: "SECURITY" },
      { ...basis, purpose: "SERVICE_IMPROVEMENT", ended: objected },
    );
  }

  const rows = people.map((person) => ({
    customerId: person.customer.id,
    id: person.id,
    name: person.name,
    role: person.isAdministrator ? "ACCOUNT_ADMINISTRATOR" : "USER",
    state: person.leftAt === null ? "ACTIVE" : "DEACTIVATED",
    jobTitle: person.jobTitle,
    ...addressColumns(person.address),
    phone: person.phone,
    createdAt: new Date(person.createdAt),
    deactivatedAt: person.leftAt === null ? null : new Date(person.leftAt),
  }));
  const users: SeededUser[] = people.map((person) => ({
    customerId: person.customer.id,
    id: person.id,
    isAdministrator: person.isAdministrator,
    from: person.createdAt,
    until: person.leftAt ?? STORY_NOW,
  }));
  return { users, rows };
}

/** The administrator and the user who may ask come first, and the consultant third. */
function storyPerson(customerIndex: number, customer: SeededCustomer, index: number) {
  const story = STORY_CUSTOMERS[customerIndex];
  if (story && index < 2) {
    const { id, name } = index === 0 ? story.administrator : story.user;
    return { id, name, address: storyAddress(name, customer.domain) };
  }
  return customerIndex < CONSULTED_CUSTOMERS && index === 2
    ? { id: undefined, ...CONSULTANT }
    : null;
}

/** Where the story names people, its user and the consultant stand between the administrators. */
const inAdministrators = (customer: SeededCustomer, index: number) => {
  const named = STORY_CUSTOMERS.some(({ id }) => id === customer.id);
  const others = customer.administratorCount - 1;
  return index === 0 || (named ? index > 2 && index <= 2 + others : index <= others);
};

const accepted = (at: number) => ({
  source: "Acceptance of the terms at first sign-in",
  wording: TERMS,
  givenAt: at,
});
