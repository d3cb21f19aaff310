// How people met us. A visit or an advertisement is kept on a person only with what shows that the person
// agreed to be recognised (ePrivacy Directive Art. 5(3)); all other visits count and name no one.
import { STORY_EVENTS } from "./names";
import type { SeededProspect } from "./prospects";
import { type Random, randomFor } from "./random";
import { DAY, dayOf, noonOf, STORY_NOW, STORY_START, workingMoment } from "./story-clock";

type InteractionKind = "SITE" | "AD" | "EVENT" | "EMAIL";
type Met = { prospect: SeededProspect | null; kind: InteractionKind; at: number; subject?: string };

const NAMELESS_COUNT = 520;
const SOURCE_OF: Record<InteractionKind, string> = {
  SITE: "SITE",
  AD: "ADS",
  EVENT: "EVENTS",
  EMAIL: "MAIL",
};

const SUBJECTS: Record<Exclude<InteractionKind, "EVENT">, readonly string[]> = {
  SITE: ["/pricing", "/how-it-works", "/returns", "/security", "/stories/mail-order"],
  AD: ["Campaign: fewer calls in peak season", "Campaign: know why parcels come back"],
  EMAIL: [
    "Spring letter",
    "Invitation to the webinar",
    "Peak season checklist",
    "What is new this autumn",
  ],
};

export function storyInteractions(prospects: readonly SeededProspect[]) {
  const random = randomFor("interactions");
  const met = [...prospects.flatMap((one) => metBy(random, one)), ...namelessVisits(random)];
  met.sort((a, b) => a.at - b.at);
  return met.map(({ prospect, kind, at, subject }, index) => ({
    id: random.id(at),
    prospectId: prospect?.id ?? null,
    kind,
    subject: prospect ? (subject ?? null) : null,
    occurredAt: new Date(at),
    consentEvidence: prospect && (kind === "SITE" || kind === "AD") ? recognised(prospect) : null,
    source: SOURCE_OF[kind],
    sourceId: `${kind.toLowerCase()}-${index + 1}`,
    recordedAt: new Date(at + random.between(1, 90) * 1000),
  }));
}

/** E-mail reaches only those who agreed to it, and of those about half also agreed to be recognised. */
function metBy(random: Random, prospect: SeededProspect): Met[] {
  const { hasConsented, metAt, until } = prospect;
  const events = STORY_EVENTS.filter(({ day }) => noonOf(day) > metAt && noonOf(day) < until);
  const attended = prospect.kind === "EVENT_PARTICIPANT" ? [firstEvent(prospect)] : [];
  if (events.length && random.chance(0.4)) {
    const { name, day } = random.pick(events);
    attended.push({
      prospect,
      kind: "EVENT",
      at: noonOf(day) + random.between(0, 3_600_000),
      subject: name,
    });
  }
  if (!hasConsented) return attended;

  const some = (kind: "SITE" | "AD" | "EMAIL", most: number): Met[] =>
    Array.from({ length: random.between(0, most) }, () => ({
      prospect,
      kind,
      at: workingMoment(random, metAt, until),
      subject: random.pick(SUBJECTS[kind]),
    }));
  const isRecognised = random.chance(0.5);
  return [
    ...attended,
    ...some("EMAIL", 6),
    ...(isRecognised ? [...some("SITE", 7), ...some("AD", 2)] : []),
  ];
}

/** The event at which we met. */
function firstEvent(prospect: SeededProspect): Met {
  const event = STORY_EVENTS.find(({ day }) => day === dayOf(prospect.metAt));
  return { prospect, kind: "EVENT", at: prospect.metAt, subject: event?.name };
}

const namelessVisits = (random: Random): Met[] =>
  Array.from({ length: NAMELESS_COUNT }, () => ({
    prospect: null,
    kind: random.chance(0.75) ? "SITE" : "AD",
    at: workingMoment(random, STORY_START, STORY_NOW - DAY),
  }));

const recognised = ({ metAt }: SeededProspect) =>
  `Choice in the banner of our website on ${dayOf(metAt)}: statistics and advertising accepted`;
