// Readers of the newsletter, each with the proof of a consent confirmed by double opt-in. Some left again;
// some are prospects too, under the same address.
import { addressColumns, addressOf } from "./addresses";
import type { Ending, Ledger } from "./ledger";
import { nameDrawer } from "./names";
import type { SeededProspect } from "./prospects";
import { type Random, randomFor } from "./random";
import { DAY, MINUTE, noonOf, STORY_NOW, STORY_START, workingMoment } from "./story-clock";

export type SeededSubscriber = { emailHash: string; leftAt: number | null };

const SUBSCRIBER_COUNT = 450;
const ALSO_PROSPECTS = 12;

const DOMAINS = [
  "example.com",
  "example.net",
  "example.org",
  "mail.example.net",
  "post.example.org",
  "briefträger.example.com",
] as const;

const SOURCES = [
  "Sign-up form of our website",
  "Sign-up form at our stand",
  "Footer of our blog",
] as const;
const WORDING =
  "Yes, please send me the Zendbox newsletter, about once a month. I can unsubscribe in every issue.";

export function storySubscribers(ledger: Ledger, prospects: readonly SeededProspect[]) {
  const random = randomFor("subscribers");
  const readers = peopleOf(random, prospects).map((person, index) => {
    const hasLeft = index % 37 === 20;
    const until = hasLeft ? noonOf("2026-09-30") : STORY_NOW;
    const givenAt = workingMoment(random, STORY_START, until - DAY);
    const confirmedAt = givenAt + random.between(1, 600) * MINUTE;
    const leftAt = hasLeft
      ? workingMoment(random, confirmedAt + DAY, confirmedAt + 45 * DAY)
      : null;
    return { ...person, id: random.id(confirmedAt), givenAt, confirmedAt, leftAt };
  });

  for (const { id, givenAt, confirmedAt, leftAt } of readers) {
    const ended: Ending | null = leftAt === null ? null : { transition: "WITHDRAWN", at: leftAt };
    const evidence = { source: random.pick(SOURCES), wording: WORDING, givenAt, confirmedAt };
    ledger.hold(
      { kind: "SUBSCRIBER", id, customerId: null },
      { purpose: "NEWSLETTER", basis: "CONSENT", from: confirmedAt, evidence, ended },
    );
  }

  const rows = readers.map(({ id, name, address, confirmedAt }) => ({
    id,
    name,
    ...addressColumns(address),
    createdAt: new Date(confirmedAt),
  }));
  const subscribers: SeededSubscriber[] = rows.map(({ emailHash }, index) => ({
    emailHash,
    leftAt: readers[index]!.leftAt,
  }));
  return { subscribers, rows };
}

/** One in twenty gave no name. */
function peopleOf(random: Random, prospects: readonly SeededProspect[]) {
  const draw = nameDrawer(random);
  const taken = new Set<string>();
  const shared = prospects
    .filter(({ fate, hasConsented }) => fate === "STANDING" && hasConsented)
    .slice(0, ALSO_PROSPECTS)
    .map(({ name, address }) => ({ name, address }));

  const free = (name: string) => {
    for (;;) {
      const address = addressOf(random, name, random.pick(DOMAINS));
      const { emailCanonical } = addressColumns(address);
      if (!taken.has(emailCanonical)) {
        taken.add(emailCanonical);
        return address;
      }
    }
  };
  const others = Array.from({ length: SUBSCRIBER_COUNT - shared.length }, () => {
    const name = draw();
    return { name: random.chance(0.05) ? "" : name, address: free(name) };
  });
  return [...others, ...shared];
}
