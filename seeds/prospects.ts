// People who met us on a site, at an event or by mail, and how. Some objected, some were never told in time.
import type { Client } from "pg";
import { CASES } from "./cases";
import { addressColumns, daysAgo, establish, insertRows, type SeedBasis, seedId } from "./records";
import { proveSeeded, type SeedProof } from "./proofs";
import { dice, FIRST_NAMES, LAST_NAMES } from "./world-lists";

const KINDS = ["VISITOR", "EVENT_PARTICIPANT", "PARTNER", "PROSPECTIVE_CUSTOMER"];
const SOURCES = [
  "Contact form",
  "Fulfilment Days, participants' list",
  "Partner portal",
  "Demo request",
];
const INTERACTIONS = [
  ["EVENT", "Fulfilment Days"],
  ["EMAIL", "Spring offer"],
  ["SITE", "Pricing"],
  ["AD", "Autumn campaign"],
] as const;

export async function seedProspects(client: Client): Promise<void> {
  const roll = dice(14);
  const prospects = Array.from({ length: 330 }, (_, n) => {
    const name = `${FIRST_NAMES[Math.floor(roll() * 26)]!} ${LAST_NAMES[Math.floor(roll() * LAST_NAMES.length)]!}`;
    const createdAt = daysAgo(40 + Math.floor(roll() * 200));
    const host = n % 7 === 0 ? "bücher-lager.example.org" : "shop.example.net";
    return {
      ...{ id: seedId("prospect", n, createdAt), name, kind: KINDS[n % 4], source: SOURCES[n % 4] },
      ...{
        company_name: n % 3 ? `${LAST_NAMES[n % 26]} Retail` : null,
        ...addressColumns(n === 17 ? CASES.objectedToNewsletter : `prospect${n}@${host}`),
      },
      ...{
        informed_on: isUninformed(n) ? null : createdAt.slice(0, 10),
        created_at: createdAt,
        version: 1,
      },
      ...{ may_email: false, purposes: 0, purposes_valid_until: "infinity" },
    };
  });
  await insertRows(client, "prospects", prospects);
  const marketing = prospects.map(({ id, created_at }, n): SeedBasis => ({
    ...{ kind: "PROSPECT", subject: id, purpose: "MARKETING_AND_SALES", at: created_at },
    basis: hasConsented(n) ? "CONSENT" : "LEGITIMATE_INTERESTS",
    until: isUninformed(n) ? daysAfter(created_at, 30) : undefined,
    ground: isUninformed(n) ? "UNTIL_INFORMED" : undefined,
    ended: n % 23 === 0 && n !== 46 ? { as: "OBJECTED", at: daysAgo(5) } : undefined,
  }));
  const bases = await establish(client, marketing);
  await establish(
    client,
    prospects.map(({ id, created_at }): SeedBasis => ({
      ...{
        kind: "PROSPECT",
        subject: id,
        purpose: "SERVICE_IMPROVEMENT",
        basis: "LEGITIMATE_INTERESTS",
        at: created_at,
      },
    })),
  );
  await proveSeeded(
    client,
    prospects.flatMap(({ id, created_at }, n): SeedProof[] =>
      hasConsented(n)
        ? [
            {
              ...{ basisId: bases[n]!, subject: { kind: "PROSPECT", id }, recordedAt: created_at },
              evidence: {
                ...{ source: SOURCES[n % 4]!, wording: "Yes, write to me about your services." },
                ...{ givenAt: created_at, confirmedAt: created_at },
              },
            },
          ]
        : [],
    ),
  );
  await seedInteractions(
    client,
    prospects.map(({ id }) => id),
  );
}

const hasConsented = (n: number) => n % 3 === 0;
const isUninformed = (n: number) => n % 11 === 5;
const daysAfter = (at: string, days: number) =>
  new Date(Date.parse(at) + days * 86_400_000).toISOString();

async function seedInteractions(client: Client, prospects: string[]): Promise<void> {
  const roll = dice(15);
  await insertRows(
    client,
    "interactions",
    Array.from({ length: 1_300 }, (_, n) => {
      const [kind, subject] = INTERACTIONS[n % 4]!;
      const needsConsent = kind === "SITE" || kind === "AD";
      const isKnown = !needsConsent || n % 3 === 0;
      const at = daysAgo(Math.floor(roll() * 240));
      return {
        ...{
          id: seedId("interaction", n, at),
          prospect_id: isKnown ? prospects[Math.floor(roll() * prospects.length)] : null,
          kind,
        },
        ...{
          subject: isKnown ? subject : null,
          occurred_at: at,
          source: kind === "EVENT" ? "EVENT_TOOL" : "WEBSITE",
        },
        ...{
          consent_evidence: isKnown && needsConsent ? `consent-banner ${n}` : null,
          source_id: `story-${n}`,
          recorded_at: at,
        },
      };
    }),
  );
}
