// Marketing's contacts: four in ten are prospects, the others read the newsletter. Each has its bases; who agreed, the
// evidence of it, sealed under a key. Some objected or left, some were never told in time, some addresses are suppressed. Each change that a
// tool may hear of has its number in the feed.
import { type NewKey, newKeys } from "../../src/keys/person-keys";
import { sealedEvidence } from "../../src/lawfulness/evidence";
import { dice } from "../world-lists";
import { Ledger, type Ending, type Subject } from "./bases";
import type { Batch, Row } from "./copy-in";
import { volumeId } from "./ids";
import { companyOf, personOf } from "./people";
import type { Volume } from "./sizes";
import { daysAfter, stamp, timeOf } from "./times";

const AT_ONCE = 10_000;
const PROSPECT_KINDS = ["VISITOR", "EVENT_PARTICIPANT", "PARTNER", "PROSPECTIVE_CUSTOMER"];
const SOURCES = ["Contact form", "Fulfilment Days", "Partner portal", "Demo request"];
const INTERACTIONS = ["EVENT", "EMAIL"];
const MS_TO_INFORM = 30 * 86_400_000;

export function contactOf(n: number, { sizes }: Volume) {
  const at = timeOf(n, sizes.contacts);
  const kind = n % 5 < 2 ? ("PROSPECT" as const) : ("SUBSCRIBER" as const);
  const series = kind === "PROSPECT" ? "prospect" : "subscriber";
  return { id: volumeId(series, n, at), kind, at };
}

/** `lastChange`: what the feed came to before. */
export function* contactBatches(volume: Volume, lastChange: number): Generator<Batch> {
  const { contacts, changes } = volume.sizes;
  const made = new Made(volume, lastChange);
  for (let from = 0; from < contacts; from += AT_ONCE) {
    for (let n = from; n < Math.min(from + AT_ONCE, contacts); n += 1) made.add(n);
    yield made.taken();
  }
  const roll = dice(volume.seed);
  for (let from = 0; contacts && from < changes; from += AT_ONCE) {
    for (let n = from; n < Math.min(from + AT_ONCE, changes); n += 1)
      made.tell(contactOf(Math.floor(roll() * contacts), volume));
    yield made.taken();
  }
}

class Made {
  private batch: Record<string, Row[]> = {};
  private readonly ledger: Ledger;
  private readonly changed: Uint8Array;

  constructor(
    private readonly volume: Volume,
    private changeNumber: number,
  ) {
    this.ledger = new Ledger(2_000_000_000, volume.asOf);
    this.changed = timesChanged(volume);
  }

  taken(): Batch {
    const { prospects = [], subscribers = [], ...others } = this.batch;
    this.batch = {};
    const lawful_bases = this.ledger.taken();
    return { prospects, subscribers, lawful_bases, ...others };
  }

  add(n: number): void {
    const contact = contactOf(n, this.volume);
    const { purposes } = contact.kind === "PROSPECT" ? this.prospect(n) : this.subscriber(n);
    if (purposes) this.tell(contact);
  }

  tell({ kind, id }: Subject): void {
    this.changeNumber += 1;
    this.put("feed", { change_number: this.changeNumber, subject_kind: kind, subject_id: id });
  }

  private put(table: string, row: Row): void {
    (this.batch[table] ??= []).push(row);
  }

  private subscriber(n: number) {
    const contact = contactOf(n, this.volume);
    const { id, at } = contact;
    const person = personOf(n, "reads");
    const ending: Ending = n % 17 === 0 ? { as: "WITHDRAWN", at: daysAfter(at, 90) } : null;
    const bases = this.ledger.of(contact);
    const basis = bases.establish("NEWSLETTER", "CONSENT", { ending });
    this.prove(basis, contact, "Subscription form", "Send me the newsletter.");
    const isSuppressed = n % 60 === 2;
    const suppressed_at = stamp(daysAfter(at, 120));
    if (isSuppressed)
      this.put("suppressions", { email_hash: person.email_hash, reason: "BOUNCED", suppressed_at });
    const permitted = bases.permitted();
    for (const erasure of bases.erasures()) this.put("erasures", erasure);
    this.put("subscribers", {
      ...{ id, ...person, name: `${person.name}${".".repeat(this.changed[n]!)}` },
      ...{ created_at: stamp(at), ...permitted, may_email: !ending && !isSuppressed },
    });
    return permitted;
  }

  private prospect(n: number) {
    const contact = contactOf(n, this.volume);
    const { id, at } = contact;
    const isUninformed = n % 29 === 0;
    const until = isUninformed ? at + MS_TO_INFORM : null;
    const ending: Ending = n % 23 === 0 ? { as: "OBJECTED", at: daysAfter(at, 60) } : null;
    const hasConsented = n % 4 === 0;
    const bases = this.ledger.of(contact);
    const basis = hasConsented ? "CONSENT" : "LEGITIMATE_INTERESTS";
    const marketing = bases.establish("MARKETING_AND_SALES", basis, { ending, until });
    const permitsMarketing = bases.permitted().purposes !== 0;
    bases.establish("SERVICE_IMPROVEMENT", "LEGITIMATE_INTERESTS");
    const source = SOURCES[n % 4]!;
    if (hasConsented) this.prove(marketing, contact, source, "Tell me of offers.");
    const permitted = bases.permitted();
    this.put("prospects", {
      ...{ id, ...personOf(n, "shop"), kind: PROSPECT_KINDS[n % 4]!, source },
      ...{ company_name: n % 3 ? companyOf(n + this.changed[n]!) : null, created_at: stamp(at) },
      ...{ informed_on: isUninformed ? null : stamp(at).slice(0, 10) },
      ...{ version: 1 + this.changed[n]!, ...permitted },
      may_email: hasConsented && permitsMarketing,
    });
    if (n % 10 < 3) this.meet(n, contact);
    return permitted;
  }

  private prove(basisId: string, contact: Subject, source: string, wording: string): void {
    const at = stamp(contact.at);
    const [key] = newKeys([contact]) as [NewKey];
    const evidence = { source, wording, givenAt: at, confirmedAt: at };
    const of = { subject_id: contact.id, subject_kind: contact.kind };
    this.put("keys.person_keys", { ...of, wrapped: bytes(key.wrapped), created_at: at });
    this.put("basis_evidence", {
      ...{ lawful_basis_id: basisId, ...of, recorded_at: at },
      sealed: bytes(sealedEvidence(key, { basisId, evidence })),
    });
  }

  private meet(n: number, { id, at }: Subject): void {
    const occurred = daysAfter(at, 1 + (n % 100));
    this.put("interactions", {
      ...{ id: volumeId("interaction", n, occurred), prospect_id: id },
      ...{ kind: INTERACTIONS[n % 2]!, subject: "Fulfilment Days", occurred_at: stamp(occurred) },
      ...{ source: "EVENT_TOOL", source_id: `volume-${n}`, recorded_at: stamp(occurred) },
    });
  }
}

const bytes = (value: Buffer) => `\\x${value.toString("hex")}`;

/** How often each contact was changed since it came: as often as the dice of the changes name it. */
function timesChanged({ sizes: { contacts, changes }, seed }: Volume): Uint8Array {
  const times = new Uint8Array(contacts);
  const roll = dice(seed);
  for (let n = 0; contacts && n < changes; n += 1) times[Math.floor(roll() * contacts)]! += 1;
  return times;
}
