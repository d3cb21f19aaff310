// Addresses that must not be mailed any more: of readers who left, of prospects who objected, of mailboxes
// that bounced although the consent stands, and of people of whom nothing else is kept.
import { addressColumns, hashText } from "./addresses";
import type { SeededProspect } from "./prospects";
import { DAY, noonOf } from "./story-clock";
import type { SeededSubscriber } from "./subscribers";

const ERASED_ADDRESSES = ["forgotten@example.org", "erased.reader@mail.example.net"];
const BOUNCING_PROSPECTS = 2;
const BOUNCING_SUBSCRIBERS = 2;

export function storySuppressions(
  prospects: readonly SeededProspect[],
  subscribers: readonly SeededSubscriber[],
) {
  const row = (emailHash: string, reason: string, at: number) => ({
    emailHash,
    reason,
    suppressedAt: new Date(at),
  });
  const hashOf = ({ address }: SeededProspect) => addressColumns(address).emailHash;
  const objected = prospects.filter(({ fate }) => fate === "OBJECTED");
  const agreeing = prospects.filter(
    ({ fate, hasConsented }) => fate === "STANDING" && hasConsented,
  );
  const reading = subscribers.filter(({ leftAt }) => leftAt === null);
  const bouncedAt = noonOf("2026-11-17");

  return [
    ...subscribers.flatMap(({ emailHash, leftAt }) =>
      leftAt === null ? [] : [row(emailHash, "UNSUBSCRIBED", leftAt)],
    ),
    ...objected.map((one) => row(hashOf(one), "OBJECTED", one.until)),
    ...agreeing.slice(-BOUNCING_PROSPECTS).map((one) => row(hashOf(one), "BOUNCED", bouncedAt)),
    ...reading
      .slice(0, BOUNCING_SUBSCRIBERS)
      .map(({ emailHash }) => row(emailHash, "BOUNCED", bouncedAt + DAY)),
    ...ERASED_ADDRESSES.map((address) => row(hashText(address), "ERASED", noonOf("2026-09-04"))),
  ];
}
