// Prospects of all four kinds. Whoever was asked by ourselves may have agreed to e-mail; whoever came from
// elsewhere was told within days, or was not told and then closed for marketing after 30 days (Art. 14(3)).
// Some objected, some withdrew their consent.
import { addressColumns, addressOf, domainLabel } from "./addresses";
import type { Ending, Evidence, Held, Ledger } from "./ledger";
import { companyName, nameDrawer, STORY_EVENTS } from "./names";
import { type Random, randomFor } from "./random";
import { DAY, dayOf, noonOf, STORY_NOW, STORY_START, workingMoment } from "./story-clock";

type ProspectKind = "VISITOR" | "EVENT_PARTICIPANT" | "PARTNER" | "PROSPECTIVE_CUSTOMER";
type Fate = "STANDING" | "OBJECTED" | "WITHDREW" | "NEVER_TOLD";
type Origin = { source: string; isOurOwn: boolean; from: number; until: number };

export type SeededProspect = {
  id: string;
  name: string;
  kind: ProspectKind;
  address: string;
  fate: Fate;
  hasConsented: boolean;
  metAt: number;
  /** When marketing to this person ended, or the story's last day. */
  until: number;
};

const PROSPECT_COUNT = 340;
/** GDPR Art. 14(3)(a): within a month. */
const DAYS_TO_TELL = 30;

const KINDS: readonly ProspectKind[] = [
  "VISITOR",
  "EVENT_PARTICIPANT",
  "PROSPECTIVE_CUSTOMER",
  "VISITOR",
  "EVENT_PARTICIPANT",
  "PARTNER",
];

const SOURCES: Record<Exclude<ProspectKind, "EVENT_PARTICIPANT">, readonly [string, boolean][]> = {
  VISITOR: [
    ["Contact form of our website", true],
    ["Download form of our website", true],
    ["Recommendation by a reader", false],
  ],
  PARTNER: [
    ["Application of our partner programme", true],
    ["Directory of the Fulfilment Partners' Circle", false],
  ],
  PROSPECTIVE_CUSTOMER: [
    ["Request for a demonstration", true],
    ["Recommendation by a customer", false],
    ["Imprint of the company's website", false],
  ],
};

const WORDING =
  "Yes, Zendbox may send me e-mail about its products and events. I can withdraw this at any time.";

export function storyProspects(ledger: Ledger) {
  const random = randomFor("prospects");
  const draw = nameDrawer(random);
  const made = Array.from({ length: PROSPECT_COUNT }, (_, index) => {
    const kind = KINDS[index % KINDS.length]!;
    const fate = fateOf(index);
    const origin = originOf(random, kind, fate);
    const metAt = workingMoment(random, origin.from, origin.until);
    const hasConsented =
      fate === "WITHDREW" || (fate === "STANDING" && origin.isOurOwn && random.chance(0.7));
    const endedAt = workingMoment(random, metAt + 10 * DAY, metAt + 60 * DAY);
    return { kind, fate, origin, metAt, hasConsented, endedAt, id: random.id(metAt), name: draw() };
  }).sort((a, b) => a.metAt - b.metAt);

  const prospects: SeededProspect[] = [];
  const rows = made.map(({ kind, fate, origin, metAt, hasConsented, endedAt, id, name }) => {
    const company = companyName(random);
    const address = addressOf(random, name, `${domainLabel(company)}.example.com`);
    const closedAt = fate === "NEVER_TOLD" ? metAt + DAYS_TO_TELL * DAY : endedAt;
    const until = fate === "STANDING" ? STORY_NOW : closedAt;
    ledger.hold(
      { kind: "PROSPECT", id, customerId: null },
      ...heldOn({
        fate,
        metAt,
        endedAt,
        evidence: hasConsented ? agreed(origin, metAt) : undefined,
      }),
    );
    prospects.push({ id, name, kind, address, fate, hasConsented, metAt, until });
    const toldAt = origin.isOurOwn ? metAt : metAt + random.between(1, 4) * DAY;
    return {
      id,
      name,
      kind,
      companyName: kind === "VISITOR" && random.chance(0.3) ? null : company,
      ...addressColumns(address),
      source: origin.source,
      informedOn: fate === "NEVER_TOLD" ? null : dayOf(toldAt),
      createdAt: new Date(metAt),
    };
  });
  return { prospects, rows };
}

function fateOf(index: number): Fate {
  if (index % 41 === 7) return "OBJECTED";
  if (index % 37 === 10) return "NEVER_TOLD";
  return index % 53 === 12 ? "WITHDREW" : "STANDING";
}

/** Where and when we met; whatever ended again began by the end of August, so that its end has come. */
function originOf(random: Random, kind: ProspectKind, fate: Fate): Origin {
  const until = fate === "STANDING" ? STORY_NOW - 5 * DAY : noonOf("2026-08-28");
  const fits = (isOurOwn: boolean) => fate !== (isOurOwn ? "NEVER_TOLD" : "WITHDREW");
  if (kind === "EVENT_PARTICIPANT") {
    const events = STORY_EVENTS.filter(({ day, isOurs }) => noonOf(day) <= until && fits(isOurs));
    const { name, day, isOurs } = random.pick(events);
    const source = isOurs ? `Our registration for ${name}` : `List of participants, ${name}`;
    return { source, isOurOwn: isOurs, from: noonOf(day), until: noonOf(day) + DAY / 4 };
  }
  const [source, isOurOwn] = random.pick(SOURCES[kind].filter(([, isOurs]) => fits(isOurs)));
  return { source, isOurOwn, from: STORY_START, until };
}

type Story = { fate: Fate; metAt: number; endedAt: number; evidence: Evidence | undefined };

function heldOn({ fate, metAt: from, endedAt: at, evidence }: Story): Held[] {
  const objected: Ending | null = fate === "OBJECTED" ? { transition: "OBJECTED", at } : null;
  const withdrawn: Ending | null = fate === "WITHDREW" ? { transition: "WITHDRAWN", at } : objected;
  const marketing: Held = evidence
    ? { purpose: "MARKETING_AND_SALES", basis: "CONSENT", from, evidence, ended: withdrawn }
    : { purpose: "MARKETING_AND_SALES", basis: "LEGITIMATE_INTERESTS", from, ended: objected };
  if (fate === "NEVER_TOLD") marketing.validUntil = from + DAYS_TO_TELL * DAY;
  return [
    marketing,
    // Nobody escapes an objection by naming another purpose.
    { purpose: "SERVICE_IMPROVEMENT", basis: "LEGITIMATE_INTERESTS", from, ended: objected },
  ];
}

const agreed = ({ source }: Origin, givenAt: number): Evidence => ({
  source,
  wording: WORDING,
  givenAt,
});
