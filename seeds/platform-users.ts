// Twelve users at each customer, and what they did on the platform over eight months.
import type { Client } from "pg";
import type { SeedCustomer } from "./customers";
import { addressColumns, daysAgo, establish, insertRows, type SeedBasis, seedId } from "./records";
import { STORY_CUSTOMERS } from "./story-people";
import { dice, FIRST_NAMES, LAST_NAMES } from "./world-lists";

const USERS_EACH = 12;
const TITLES = ["Team lead", "Customer care", "Operations", "Quality", null];
const KINDS = [
  "SIGNED_IN",
  "SIGNED_IN",
  "SIGNED_IN",
  "CALL_REVIEWED",
  "CALL_REVIEWED",
  "REPORT_VIEWED",
  "COMMENT_ADDED",
];

export async function seedPlatformUsers(client: Client, customers: SeedCustomer[]): Promise<void> {
  const roll = dice(12);
  const users = customers.flatMap((customer, c) =>
    Array.from({ length: USERS_EACH }, (_, n) => {
      const story = [STORY_CUSTOMERS[c]?.administrator, STORY_CUSTOMERS[c]?.user][n];
      const first = FIRST_NAMES[Math.floor(roll() * 24)]!;
      const name = story?.name ?? `${first} ${LAST_NAMES[Math.floor(roll() * LAST_NAMES.length)]!}`;
      const isAdministrator = n === 0 || n === 2;
      const isDeactivated = n === 11;
      const createdAt = daysAgo(300 - n);
      return {
        ...{
          customer_id: customer.id,
          id: story?.id ?? seedId("user", c * 100 + n, createdAt),
          name,
        },
        ...{
          role: isAdministrator ? "ACCOUNT_ADMINISTRATOR" : "USER",
          state: isDeactivated ? "DEACTIVATED" : "ACTIVE",
        },
        ...{ job_title: TITLES[n % TITLES.length], phone: n % 2 ? null : `+44 20 5550${c}${n}` },
        // One person works for two customers: an address is unique within each only.
        ...addressColumns(
          n === 5 && c < 2 ? "freelance@agency.example.org" : `user${n}@${customer.domain}`,
        ),
        ...{
          created_at: createdAt,
          deactivated_at: isDeactivated ? daysAgo(30) : null,
          version: 1,
        },
        ...{ purposes: 0, purposes_valid_until: "infinity" },
      };
    }),
  );
  await insertRows(client, "platform_users", users);
  await establish(
    client,
    users.flatMap((user): SeedBasis[] => {
      const isClosed = customers.find((c) => c.id === user.customer_id)!.isClosed;
      const ended = isClosed ? { as: "CONTRACT_ENDED" as const, at: daysAgo(60) } : undefined;
      const common = {
        kind: "PLATFORM_USER" as const,
        subject: user.id,
        customer: user.customer_id,
        at: user.created_at,
      };
      const interests = { ...common, basis: "LEGITIMATE_INTERESTS" as const };
      const isParty = user.role === "ACCOUNT_ADMINISTRATOR";
      return [
        {
          ...common,
          purpose: "SERVICE_PERFORMANCE",
          basis: isParty ? "CONTRACT" : "LEGITIMATE_INTERESTS",
          ended,
        },
        { ...interests, purpose: "CUSTOMER_SUPPORT", ended },
        { ...interests, purpose: "SERVICE_IMPROVEMENT", ended },
        { ...interests, purpose: "SECURITY" },
      ];
    }),
  );
  await seedActivities(client, users);
}

async function seedActivities(
  client: Client,
  users: { customer_id: string; id: string }[],
): Promise<void> {
  const roll = dice(13);
  const activities = users.flatMap((user, u) =>
    Array.from({ length: 24 }, (_, n) => {
      // Only seven people export anything: a group that a dashboard must not show.
      const kind = n === 0 && u < 7 ? "EXPORT_STARTED" : KINDS[Math.floor(roll() * KINDS.length)]!;
      const at = daysAgo(kind === "EXPORT_STARTED" ? 15 : Math.floor(roll() * 240));
      const number = u * 100 + n;
      return {
        ...{
          customer_id: user.customer_id,
          id: seedId("activity", number, at),
          platform_user_id: user.id,
          kind,
        },
        ...{ occurred_at: at, source: "PLATFORM", source_id: `story-${number}`, recorded_at: at },
      };
    }),
  );
  await insertRows(client, "activities", activities);
}
