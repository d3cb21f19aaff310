// Bringing people in, any number at once: as many statements for one as for thousands, inside the unit of work of
// whoever asks. Whoever left, objected or is suppressed stays out; the same people again change nothing.
import { reachOf } from "../access/scope";
import { entryOf } from "../audit/entries";
import { every, type Fragment, raw, sql } from "../database/sql";
import type { Unit } from "../database/unit-of-work";
import { newId } from "../database/uuid";
import { type Proof, prove, proveNew } from "../lawfulness/evidence";
import { basesOf as basesOfProspects, bringIn } from "../prospects/bring-in";
import { ProspectKind } from "../prospects/prospect";
import "../prospects/scope";
import { bringInSubscribers, consentOf } from "../subscribers/bring-in";
import { closedAmong, whileBringingIn } from "../subscribers/closed-addresses";
import { MailingPurpose } from "../subscribers/mailing-purpose";
import "../subscribers/scope";
import type { Viewer } from "../viewer/viewer";
import { ImportKind, type ImportRefusal } from "./batch";
import type { Person } from "./check-row";
import { type Addition, type Existing, type Plan, planOf, type Renaming } from "./plan";

export type Origin = { source: string; wording: string | null };

export type Brought = {
  added: (Addition & { id: string })[];
  changed: Renaming[];
  unchanged: number;
  refused: ImportRefusal[];
};

export const TARGETS = {
  [ImportKind.PROSPECTS]: {
    kind: "PROSPECT",
    table: "prospects",
    mailedFor: MailingPurpose.MARKETING_AND_SALES,
  },
  [ImportKind.SUBSCRIBERS]: {
    kind: "SUBSCRIBER",
    table: "subscribers",
    mailedFor: MailingPurpose.NEWSLETTER,
  },
} as const;

type Batch = {
  viewer: Viewer;
  importKind: ImportKind;
  origin: Origin;
  operation: string;
  /** When the file began to be brought in: whoever was changed later is not changed by it. */
  since?: string;
};

export async function bringPeopleIn(
  unit: Unit,
  { viewer, importKind, origin, operation, since }: Batch,
  people: readonly Person[],
): Promise<Brought> {
  const { kind } = TARGETS[importKind];
  const plan = await planFor(viewer, unit, importKind, people, { isForGood: true, since });
  const added = plan.add.map((person) => ({ ...person, id: person.opens ?? newId() }));
  const subjectIds = [...added, ...plan.rename].map(({ id }) => id);
  if (subjectIds.length === 0) return { ...NOTHING, ...kept(plan) };
  const { statements, proofsOfOpened } = insertsOf(importKind, added, origin);
  await unit.run(...statements);
  await prove(unit, proofsOfOpened);
  const renamed = [...added.filter(({ opens }) => opens !== null), ...plan.rename];
  await unit.run(
    rename(importKind, renamed),
    entryOf(viewer, {
      ...{ action: "WRITE", operation, kind, rowCount: subjectIds.length },
      ...{ subjectIds, fields: ["name", "emailAddress"] },
    }),
  );
  return { added, changed: plan.rename, ...kept(plan) };
}

const NOTHING = { added: [], changed: [] };
const kept = ({ unchanged, refused }: Plan) => ({ unchanged, refused });

type Planning = {
  /** Whoever is to be changed is held until the unit ends. */
  isForGood: boolean;
  since?: string | undefined;
};

/** What would become of them, from what the database knows. */
export async function planFor(
  viewer: Viewer,
  unit: Unit,
  importKind: ImportKind,
  people: readonly Person[],
  { isForGood, since }: Planning,
): Promise<Plan> {
  const { kind, table } = TARGETS[importKind];
  const canonical = people.map(({ address }) => address.canonical);
  const hashes = people.map(({ address }) => address.hash);
  const [clock, closed, undone, existing] = (
    await unit.run(
      ...(isForGood ? [whileBringingIn()] : []),
      sql`select decision_time() as now`,
      closedAmong(kind, hashes),
      sql`select encode(hash, 'hex') as hash, id from undone_among(${kind}::subject_kind, ${hashes}::bytea[])`,
      sql`select id, name, email_canonical as canonical, coalesce(changed_at > ${since ?? null}::timestamptz, false) as "isLater"
      from ${raw(table)}
      where ${every([sql`email_canonical = any(${canonical}::text[])`, reachOf(viewer, table)])}
      order by id ${raw(isForGood ? "for update" : "")}`,
    )
  ).slice(-4);
  const rows = (existing?.rows ?? []) as (Existing & { canonical: string })[];
  return planOf(people, {
    now: String(clock?.rows[0]?.now),
    closed: new Set(closed?.rows.map((row) => String(row.hash))),
    undone: new Map(undone?.rows.map(({ hash, id }) => [String(hash), String(id)])),
    existing: new Map(rows.map((row) => [row.canonical, row])),
  });
}

function insertsOf(
  kind: ImportKind,
  people: (Addition & { id: string })[],
  origin: Origin,
): { statements: Fragment[]; proofsOfOpened: Proof[] } {
  const isNew = ({ opens }: Addition) => opens === null;
  if (kind === ImportKind.SUBSCRIBERS) {
    const confirmed = people.flatMap(({ confirmedAt, ...person }) =>
      confirmedAt ? [{ ...person, confirmedAt }] : [],
    );
    const anew = new Set(confirmed.filter(isNew).map(({ id }) => id));
    const { statements, proofs } = consentOf(confirmed, origin);
    const isOfNew = ({ subject }: Proof) => anew.has(subject.id);
    return {
      statements: [
        ...bringInSubscribers(confirmed.filter(isNew)),
        ...statements,
        ...proveNew(proofs.filter(isOfNew)),
      ],
      proofsOfOpened: proofs.filter((proof) => !isOfNew(proof)),
    };
  }
  const prospects = people.map(({ id, name, companyName, address, opens }) => ({
    ...{ id, name, companyName, address, opens, kind: ProspectKind.PROSPECTIVE_CUSTOMER },
    ...{ source: origin.source, informedOn: null, consent: null },
  }));
  return {
    statements: [
      ...bringIn(prospects.filter(({ opens }) => opens === null)),
      ...basesOfProspects(prospects.filter(({ opens }) => opens !== null)),
    ],
    proofsOfOpened: [],
  };
}

type Named = { id: string; name: string };
function rename(kind: ImportKind, rows: readonly Named[]): Fragment {
  return sql`update ${raw(TARGETS[kind].table)} t set name = n.name
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ name }) => name)}::text[]) as n (id, name)
    where t.id = n.id`;
}
