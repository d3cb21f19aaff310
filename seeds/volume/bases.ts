// The ledger of a grown database: each basis established when its person came, some of them ended since.
import type { LawfulBasis, Purpose } from "../../src/lawfulness/purposes";
import type { SubjectKind } from "../../src/lawfulness/register";
import type { Row } from "./copy-in";
import { volumeId } from "./ids";
import { stamp } from "./sizes";

export type Held = {
  kind: SubjectKind;
  subject: string;
  customer?: string | null;
  at: number;
  until?: number;
};
export type Ending = { as: "WITHDRAWN" | "OBJECTED" | "CONTRACT_ENDED"; at: number } | null;
export type Ledger = (
  held: Held,
  purpose: Purpose,
  basis: LawfulBasis,
  ending?: Ending,
) => { id: string; rows: Row[] };

/** Counts from a number on, so that parts of the ledger share none. */
export function ledgerFrom(first: number): Ledger {
  let n = first;
  return ({ kind, subject, customer = null, at, until }, purpose, lawful_basis, ending = null) => {
    n += 1;
    const id = volumeId("basis", n, at);
    const common = {
      subject_kind: kind,
      subject_id: subject,
      customer_id: customer,
      purpose,
      lawful_basis,
    };
    const row = (rowId: string, time: number, ends: string | null, transition: string): Row => ({
      ...common,
      ...{ id: rowId, transition, ends, effective_at: stamp(time), recorded_at: stamp(time) },
      valid_until: ends || until === undefined ? "infinity" : stamp(until),
    });
    const rows = [row(id, at, null, "ESTABLISHED")];
    if (ending) rows.push(row(volumeId("ending", n, ending.at), ending.at, id, ending.as));
    return { id, rows };
  };
}
