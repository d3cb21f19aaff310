// Readers of the mailing list, each with the evidence of their consent; some left, some addresses are suppressed.
import type { Client } from "pg";
import { proveSeeded } from "./proofs";
import { addressColumns, daysAgo, establish, insertRows, type SeedBasis, seedId } from "./records";
import { dice, FIRST_NAMES, LAST_NAMES } from "./world-lists";

export async function seedSubscribers(client: Client): Promise<void> {
  const roll = dice(16);
  const subscribers = Array.from({ length: 440 }, (_, n) => {
    const createdAt = daysAgo(10 + Math.floor(roll() * 230));
    return {
      id: seedId("subscriber", n, createdAt),
      name: `${FIRST_NAMES[Math.floor(roll() * 26)]!} ${LAST_NAMES[Math.floor(roll() * LAST_NAMES.length)]!}`,
      ...addressColumns(`reader${n}@${n % 2 ? "mail.example.org" : "post.example.com"}`),
      ...{ created_at: createdAt, may_email: false, purposes: 0, purposes_valid_until: "infinity" },
    };
  });
  await insertRows(client, "subscribers", subscribers);
  const bases = await establish(
    client,
    subscribers.map(({ id, created_at }, n): SeedBasis => ({
      ...{
        kind: "SUBSCRIBER",
        subject: id,
        purpose: "NEWSLETTER",
        basis: "CONSENT",
        at: created_at,
      },
      ended: n % 17 === 0 ? { as: n === 17 ? "OBJECTED" : "WITHDRAWN", at: daysAgo(3) } : undefined,
    })),
  );
  await proveSeeded(
    client,
    subscribers.map(({ id, created_at }, n) => ({
      ...{ basisId: bases[n]!, subject: { kind: "SUBSCRIBER", id }, recordedAt: created_at },
      evidence: {
        ...{ source: "Subscription form", wording: "Send me the newsletter." },
        ...{ givenAt: created_at, confirmedAt: created_at },
      },
    })),
  );
  const suppressed = [
    ...subscribers.filter((_, n) => n % 40 === 1).map((row) => row.email_hash),
    ...Array.from(
      { length: 14 },
      (_, n) => addressColumns(`never-again${n}@example.net`).email_hash,
    ),
  ];
  await insertRows(
    client,
    "suppressions",
    suppressed.map((email_hash, n) => ({
      email_hash,
      ...(n < suppressed.length - 7
        ? { purpose: null, reason: "COMPLAINED" }
        : { purpose: "NEWSLETTER", reason: "UNSUBSCRIBED" }),
      suppressed_at: daysAgo(40),
    })),
  );
}
