// Marketing's contacts: four in ten are prospects, the others read the newsletter. Each has its bases; who agreed, the
// evidence of it. Some objected or left, some were never told in time, some addresses are suppressed.
import { ledgerFrom, type Ending } from "./bases";
import type { Batch, Row } from "./copy-in";
import { volumeId } from "./ids";
import { companyOf, personOf } from "./people";
import { daysAfter, stamp, timeOf, type Volume } from "./sizes";

const AT_ONCE = 10_000;
const PROSPECT_KINDS = ["VISITOR", "EVENT_PARTICIPANT", "PARTNER", "PROSPECTIVE_CUSTOMER"];
const SOURCES = ["Contact form", "Fulfilment Days", "Partner portal", "Demo request"];
const INTERACTIONS = ["EVENT", "EMAIL"];
const DAYS_TO_INFORM = 30;

export function contactOf(n: number, { sizes }: Volume) {
  const at = timeOf(n, sizes.contacts);
  const kind = n % 5 < 2 ? ("PROSPECT" as const) : ("SUBSCRIBER" as const);
  const series = kind === "PROSPECT" ? "prospect" : "subscriber";
  return { id: volumeId(series, n, at), kind, at };
}

export function* contactBatches(volume: Volume): Generator<Batch> {
  const establish = ledgerFrom(2_000_000_000);
  for (let from = 0; from < volume.sizes.contacts; from += AT_ONCE) {
    const [prospects, subscribers, bases, evidence]: Row[][] = [[], [], [], []];
    const [interactions, suppressions]: Row[][] = [[], []];
    for (let n = from; n < Math.min(from + AT_ONCE, volume.sizes.contacts); n += 1) {
      const { id, kind, at } = contactOf(n, volume);
      const held = { kind, subject: id, at };
      const person = personOf(n, kind === "PROSPECT" ? "shop" : "reads");
      if (kind === "SUBSCRIBER") {
        subscribers!.push({ id, ...person, created_at: stamp(at) });
        const left: Ending = n % 17 === 0 ? { as: "WITHDRAWN", at: daysAfter(at, 90) } : null;
        const basis = establish(held, "NEWSLETTER", "CONSENT", left);
        bases!.push(...basis.rows);
        evidence!.push(evidenceOf(basis.id, held, "Subscription form", "Send me the newsletter."));
        if (n % 60 === 2)
          suppressions!.push({
            ...{ email_hash: person.email_hash, reason: "BOUNCED" },
            suppressed_at: stamp(daysAfter(at, 120)),
          });
        continue;
      }
      const isUninformed = n % 29 === 0;
      prospects!.push({
        ...{ id, ...person, kind: PROSPECT_KINDS[n % 4]!, source: SOURCES[n % 4]! },
        ...{ company_name: n % 3 ? companyOf(n) : null, created_at: stamp(at) },
        informed_on: isUninformed ? null : stamp(at).slice(0, 10),
      });
      const hasConsented = n % 4 === 0;
      const objected: Ending = n % 23 === 0 ? { as: "OBJECTED", at: daysAfter(at, 60) } : null;
      const until = isUninformed ? at + DAYS_TO_INFORM * 86_400_000 : undefined;
      const terms = until === undefined ? held : { ...held, until };
      const basis = hasConsented ? "CONSENT" : "LEGITIMATE_INTERESTS";
      const marketing = establish(terms, "MARKETING_AND_SALES", basis, objected);
      bases!.push(
        ...marketing.rows,
        ...establish(held, "SERVICE_IMPROVEMENT", "LEGITIMATE_INTERESTS").rows,
      );
      if (hasConsented)
        evidence!.push(evidenceOf(marketing.id, held, SOURCES[n % 4]!, "Tell me of offers."));
      if (n % 10 < 3) interactions!.push(interactionOf(n, id, at));
    }
    yield {
      ...{ prospects: prospects!, subscribers: subscribers!, lawful_bases: bases! },
      ...{ basis_evidence: evidence!, interactions: interactions!, suppressions: suppressions! },
    };
  }
}

function evidenceOf(
  basisId: string,
  { kind, subject, at }: { kind: string; subject: string; at: number },
  source: string,
  wording: string,
): Row {
  return {
    ...{ lawful_basis_id: basisId, subject_kind: kind, subject_id: subject, source, wording },
    ...{ given_at: stamp(at), confirmed_at: stamp(at), recorded_at: stamp(at) },
  };
}

function interactionOf(n: number, prospectId: string, at: number): Row {
  const occurred = daysAfter(at, 1 + (n % 100));
  return {
    ...{ id: volumeId("interaction", n, occurred), prospect_id: prospectId },
    ...{ kind: INTERACTIONS[n % 2]!, subject: "Fulfilment Days", occurred_at: stamp(occurred) },
    ...{ source: "EVENT_TOOL", source_id: `volume-${n}`, recorded_at: stamp(occurred) },
  };
}
