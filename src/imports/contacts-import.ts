// Bringing a batch of people in, as one unit of work and in as many statements for one row as for five hundred.
// Whoever left, objected or is suppressed stays out; the same batch again changes nothing.
import { reachOf } from "../access/scope";
import { entryOf } from "../audit/entries";
import { every, type Fragment, raw, sql } from "../database/sql";
import { type Unit, unitOfWork } from "../database/unit-of-work";
import { newId } from "../database/uuid";
import { checkText, refusals } from "../graphql/input";
import { type UserError, userError } from "../graphql/user-error";
import { bringIn } from "../prospects/bring-in";
import { ProspectKind } from "../prospects/prospect";
import { againAfterRace } from "../prospects/race";
import { bringInSubscribers } from "../subscribers/bring-in";
import { closedAmong, whileBringingIn } from "../subscribers/closed-addresses";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import {
  type ContactsImportInput,
  type ContactsImportPayload,
  ImportKind,
  type ImportRefusal,
  ROWS_MAXIMUM,
} from "./batch";
import { checkRow, type Person } from "./check-row";
import { type Plan, planOf } from "./plan";

type Origin = { source: string; wording: string | null };

const TARGETS = {
  [ImportKind.PROSPECTS]: { kind: "PROSPECT", table: "prospects" },
  [ImportKind.SUBSCRIBERS]: { kind: "SUBSCRIBER", table: "subscribers" },
} as const;

/** Brings the rows in that may be, and says of each other row why not. Repeating is harmless. */
export async function contactsImport(
  viewer: Viewer,
  input: ContactsImportInput,
): Promise<ContactsImportPayload> {
  const userErrors = refusals(
    checkText(input.source, "source", { maximum: 200, isRequired: true }),
    checkText(input.wording, "wording", { maximum: 2_000, isRequired: false }),
    checkCount(input.rows.length),
  );
  if (userErrors.length) return { added: 0, changed: 0, unchanged: 0, refused: [], userErrors };
  const checked = input.rows.map((row) => checkRow(input.kind, row));
  const people = checked.filter((each): each is Person => "address" in each);
  const unfit = checked.filter((each): each is ImportRefusal => !("address" in each));
  const origin = { source: input.source.trim(), wording: input.wording?.trim() || null };
  const plan = await againAfterRace(() =>
    unitOfWork(actorOf(viewer, TARGETS[input.kind].kind), (unit) =>
      take(viewer, unit, input.kind, people, origin),
    ),
  );
  return {
    ...{ added: plan.add.length, changed: plan.rename.length, unchanged: plan.unchanged },
    refused: [...unfit, ...plan.refused].sort((a, b) => a.row - b.row),
    userErrors,
  };
}

const checkCount = (count: number): UserError | null =>
  count > ROWS_MAXIMUM
    ? userError("TOO_LONG", "rows", `Send ${ROWS_MAXIMUM} rows at most, and the rest after them.`)
    : null;

async function take(
  viewer: Viewer,
  unit: Unit,
  importKind: ImportKind,
  people: Person[],
  origin: Origin,
): Promise<Plan> {
  const { kind, table } = TARGETS[importKind];
  const canonical = people.map(({ address }) => address.canonical);
  const [, clock, closed, existing] = await unit.run(
    whileBringingIn(),
    sql`select decision_time() as now`,
    closedAmong(
      kind,
      people.map(({ address }) => address.hash),
    ),
    sql`select id, name, email_canonical as canonical from ${raw(table)}
      where ${every([sql`email_canonical = any(${canonical}::text[])`, reachOf(viewer, table)])}
      order by id for update`,
  );
  const rows = (existing?.rows ?? []) as { id: string; name: string; canonical: string }[];
  const plan = planOf(people, {
    now: String(clock?.rows[0]?.now),
    closed: new Set(closed?.rows.map((row) => String(row.hash))),
    existing: new Map(rows.map((row) => [row.canonical, row])),
  });
  const added = plan.add.map((person) => ({ ...person, id: newId() }));
  const subjectIds = [...added, ...plan.rename].map(({ id }) => id);
  if (subjectIds.length === 0) return plan;
  await unit.run(
    ...(added.length ? insertsOf(importKind, added, origin) : []),
    ...(plan.rename.length ? [rename(table, plan.rename)] : []),
    entryOf(viewer, {
      ...{ action: "WRITE", operation: "contactsImport", kind, subjectIds },
      fields: ["name", "emailAddress"],
    }),
  );
  return plan;
}

function insertsOf(
  kind: ImportKind,
  people: (Person & { id: string })[],
  origin: Origin,
): Fragment[] {
  if (kind === ImportKind.SUBSCRIBERS) {
    const confirmed = people.flatMap(({ confirmedAt, ...person }) =>
      confirmedAt ? [{ ...person, confirmedAt }] : [],
    );
    return bringInSubscribers(confirmed, origin);
  }
  return bringIn(
    people.map(({ id, name, address }) => ({
      ...{ id, name, address, kind: ProspectKind.PROSPECTIVE_CUSTOMER, companyName: null },
      ...{ source: origin.source, informedOn: null, consent: null },
    })),
  );
}

const rename = (table: string, rows: Plan["rename"]) =>
  sql`update ${raw(table)} t set name = n.name
    from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.name)}::text[]) as n (id, name)
    where t.id = n.id`;
