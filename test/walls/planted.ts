// A world full of rows that must not be seen: a thousand and more of each sort, first in every list.
import type { Client } from "pg";
import { newId } from "../../src/database/uuid";
import { addressColumns, establish, insertRows, type SeedBasis } from "../../seeds/records";
import { STORY_CUSTOMERS } from "../../seeds/story-people";

export const EACH = 1_000;
const AT = "2026-10-01T00:00:00Z";

export type Planted = {
  customer: Set<string>;
  purpose: Set<string>;
  ids: string[];
  addresses: string[];
};

export async function plantForeignRows(database: Client): Promise<Planted> {
  const [own, other] = [STORY_CUSTOMERS[0].id, STORY_CUSTOMERS[1].id];
  const numbers = Array.from({ length: EACH }, (_, n) => n);
  const user = (customer: string, sort: string) => (n: number) => ({
    ...{
      customer_id: customer,
      id: newId(1_000 + n),
      name: `AA ${sort} ${n}`,
      role: "USER",
      state: "ACTIVE",
    },
    ...{
      ...addressColumns(`${sort}${n}@planted.example.com`),
      created_at: AT,
      version: 1,
      purposes: 0,
      purposes_valid_until: "infinity",
    },
  });
  const ofOthers = numbers.map(user(other, "customer"));
  const closedUsers = numbers.map(user(own, "purpose"));
  const person = (sort: string) => (n: number) => ({
    ...{
      id: newId(1_000 + n),
      name: `AA ${sort} ${n}`,
      ...addressColumns(`${sort}${n}@planted.example.org`),
    },
    ...{ created_at: AT, may_email: false, purposes: 0, purposes_valid_until: "infinity" },
  });
  const closedProspects = numbers.map((n) => ({
    ...person("prospect")(n),
    kind: "VISITOR",
    source: "Planted",
    version: 1,
  }));
  const closedSubscribers = numbers.map(person("subscriber"));
  await database.query("begin");
  await insertRows(database, "platform_users", [...ofOthers, ...closedUsers]);
  await insertRows(database, "prospects", closedProspects);
  await insertRows(database, "subscribers", closedSubscribers);
  const basis = (b: Omit<SeedBasis, "at">): SeedBasis => ({ ...b, at: AT });
  const interests = "LEGITIMATE_INTERESTS" as const;
  await establish(database, [
    ...ofOthers.flatMap(({ id }) =>
      (["SERVICE_PERFORMANCE", "CUSTOMER_SUPPORT"] as const).map((purpose) =>
        basis({ kind: "PLATFORM_USER", subject: id, customer: other, purpose, basis: interests }),
      ),
    ),
    ...closedUsers.map(({ id }) =>
      basis({
        kind: "PLATFORM_USER",
        subject: id,
        customer: own,
        purpose: "SECURITY",
        basis: interests,
      }),
    ),
    ...closedProspects.map(({ id }) =>
      basis({ kind: "PROSPECT", subject: id, purpose: "SECURITY", basis: interests }),
    ),
    ...closedSubscribers.map(({ id }) =>
      basis({
        kind: "SUBSCRIBER",
        subject: id,
        purpose: "NEWSLETTER",
        basis: "CONSENT",
        ended: { as: "WITHDRAWN", at: AT },
      }),
    ),
  ]);
  await database.query("commit");
  const ids = (rows: { id: string }[]) => rows.map((row) => row.id);
  return {
    customer: new Set(ids(ofOthers)),
    purpose: new Set(
      [...closedUsers, ...closedProspects, ...closedSubscribers].map((row) => row.id),
    ),
    ids: [ofOthers, closedUsers, closedProspects, closedSubscribers]
      .map((rows) => rows[7]!.id)
      .concat(own, other),
    addresses: [
      ofOthers[7]!.email_address,
      closedUsers[7]!.email_address,
      closedProspects[7]!.email_address,
    ],
  };
}
