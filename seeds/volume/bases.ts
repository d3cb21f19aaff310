// The ledger of a grown database: each basis established when its subject came, some of them ended since; and what follows
// from it for the subject, as the database derives it. A test derives it anew and compares.
import { PURPOSE_BITS, type LawfulBasis, type Purpose } from "../../src/lawfulness/purposes";
import type { SubjectKind } from "../../src/lawfulness/register";
import type { Row } from "./copy-in";
import { volumeId } from "./ids";
import { stamp } from "./times";

export type Subject = { kind: SubjectKind; id: string; customer?: string; at: number };
export type Ending = { as: "WITHDRAWN" | "OBJECTED" | "CONTRACT_ENDED"; at: number } | null;
type Terms = { ending?: Ending; until?: number | null };

/** What a subject may be processed for at a time: the columns of its record. */
export type Permitted = { purposes: number; purposes_valid_until: string };

const DAYS_TO_MEND = 30;

/** Counts from a number on, so that parts of the ledger share none. */
export class Ledger {
  private rows: Row[] = [];
  constructor(
    private number: number,
    private readonly asOf: number,
  ) {}

  /** The ledger of one subject: establish its bases, then ask what they permit. */
  of(subject: Subject) {
    let purposes = 0;
    let until = Infinity;
    let isKept = false;
    let last: { id: string; at: number } | null = null;
    return {
      establish: (purpose: Purpose, basis: LawfulBasis, terms: Terms = {}): string => {
        const { ending = null, until: end = null } = terms;
        if (!ending && (end === null || end > this.asOf)) {
          purposes |= PURPOSE_BITS[purpose];
          until = Math.min(until, end ?? Infinity);
          isKept ||= purpose !== "LEGAL_OBLIGATIONS";
        }
        const written = this.write(subject, purpose, basis, { ending, until: end });
        if (ending) last = { id: written.ending!, at: ending.at };
        return written.basis;
      },
      /** Where no basis keeps it: scheduled when the last one ended. */
      erasures: (): Row[] => (isKept || !last ? [] : [erasureOf(subject, last)]),
      permitted: (): Permitted => ({
        purposes,
        purposes_valid_until: until === Infinity ? "infinity" : stamp(until),
      }),
    };
  }

  /** What was written since it was asked last. */
  taken(): Row[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  private write(
    { kind, id: subject_id, customer, at }: Subject,
    purpose: Purpose,
    lawful_basis: LawfulBasis,
    { ending, until }: Required<Terms>,
  ): { basis: string; ending: string | null } {
    this.number += 1;
    const basis = {
      ...{ subject_kind: kind, subject_id, customer_id: customer ?? null },
      ...{ purpose, lawful_basis },
    };
    const dated = (time: number) => ({ effective_at: stamp(time), recorded_at: stamp(time) });
    const id = volumeId("basis", this.number, at);
    this.rows.push({
      ...{ id, ...basis, transition: "ESTABLISHED", concerns: null, ...dated(at) },
      valid_until: until === null ? "infinity" : stamp(until),
      ground: until === null ? null : "UNTIL_INFORMED",
    });
    const endingId = ending && volumeId("ending", this.number, ending.at);
    if (ending)
      this.rows.push({
        ...{ id: endingId, ...basis, transition: ending.as },
        ...(ending.as === "OBJECTED" ? { lawful_basis: null, concerns: null } : { concerns: id }),
        ...{ ...dated(ending.at), valid_until: "infinity", ground: null },
      });
    return { basis: id, ending: endingId };
  }
}

/** As the derivation does it: thirty days after the last basis ended. */
const erasureOf = ({ kind, id }: Subject, last: { id: string; at: number }): Row => ({
  ...{ id: last.id, subject_kind: kind, subject_id: id, because: last.id },
  ...{ scheduled_at: stamp(last.at), due_at: stamp(last.at + DAYS_TO_MEND * 86_400_000) },
});
