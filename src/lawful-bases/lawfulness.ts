// What a record may be processed for, at any time, as it was known at any time: a decision for each purpose, and the
// ledger that they follow from. Reading it is answering the person, so it asks for no basis.
import { Field, ID, ObjectType } from "type-graphql";
import { entered } from "../audit/entries";
import { raw, sql } from "../database/sql";
import { inOneTrip } from "../database/unit-of-work";
import { UUID } from "../database/uuid";
import type { Purpose } from "../lawfulness/purposes";
import type { SubjectKind } from "../lawfulness/register";
import { SubjectKindType } from "../lawfulness/subject-kind-type";
import { ListSize } from "../limits/declared-cost";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { ChannelPermission, channelsBy, isMailed, type Reason, reasonsToMail } from "./channels";
import { type Decided, Decision, decisionOf, decisionsAt, decisionsOf } from "./decision";
import { LawfulBasisEntry, provenEntryAsJson } from "./ledger-entry";

@ObjectType({ simpleResolvers: true, description: "What a record may be processed for, and why." })
export class Lawfulness {
  @Field(() => SubjectKindType, { description: "The kind of record." })
  kind!: SubjectKind;

  @Field(() => ID, { description: "The record." })
  id!: string;

  @ListSize(7)
  @Field(() => [Decision], { description: "One for each purpose of the register." })
  decisions!: Decision[];

  @ListSize(1)
  @Field(() => [ChannelPermission], {
    description: "By which channels marketing may turn to the person now; none for users.",
  })
  channels!: ChannelPermission[];

  @ListSize(20)
  @Field(() => [LawfulBasisEntry], {
    description: "Its ledger, as known then, the earliest first.",
  })
  ledger!: LawfulBasisEntry[];
}

export type Subject = { kind: SubjectKind; id: string };
/** `at`: for which time; `knownAt`: by what was known then. Null: now. */
export type Moment = { at: string | null; knownAt: string | null };
export const NOW: Moment = { at: null, knownAt: null };

/** Null where no such record was ever held. */
export async function lawfulness(
  viewer: Viewer,
  { kind, id }: Subject,
  moment: Moment,
): Promise<Lawfulness | null> {
  if (!UUID.test(id)) return null;
  const read = {
    action: "READ",
    operation: "lawfulness",
    kind,
    fields: ["decisions", "channels", "ledger", "evidence"],
  };
  const [held, decided, mailed] = await inOneTrip(actorOf(viewer, kind), [
    entered(viewer, ledgerOf({ kind, id }, moment), read as Read, "id", raw("")),
    decisionsAt(kind, id, moment),
    reasonsToMail(kind, isMailed(kind) ? [id] : []),
  ]);
  const [reason = null] = mailed!.rows as unknown as Reason[];
  const row = held?.rows[0] as { ledger: LawfulBasisEntry[] } | undefined;
  if (!row) return null;
  return {
    ...{ kind, id: id.toLowerCase(), ledger: row.ledger },
    decisions: decisionsOf(kind, decided!.rows as unknown as Decided[]),
    channels: isMailed(kind) ? channelsBy(kind, reason) : [],
  };
}

type Read = { action: "READ"; operation: string; kind: SubjectKind; fields: string[] };

/** The decision on one purpose; null where no such record was ever held. */
export async function why(
  viewer: Viewer,
  { kind, id }: Subject,
  purpose: Purpose,
  moment: Moment,
): Promise<Decision | null> {
  if (!UUID.test(id)) return null;
  const read: Read = { action: "READ", operation: "why", kind, fields: [purpose, "evidence"] };
  const [held, decided] = await inOneTrip(actorOf(viewer, kind), [
    entered(viewer, heldOnce({ kind, id }), read, "id", raw("")),
    decisionsAt(kind, id, moment),
  ]);
  if (!held?.rows.length) return null;
  const rows = decided!.rows as unknown as Decided[];
  return decisionOf(
    purpose,
    rows.find((row) => row.purpose === purpose),
  );
}

const heldOnce = ({ kind, id }: Subject) =>
  sql`select ${id}::uuid as id where exists (
    select from lawful_bases l where l.subject_id = ${id}::uuid and l.subject_kind = ${kind}::subject_kind)`;

const ledgerOf = ({ kind, id }: Subject, { knownAt }: Moment) =>
  sql`select l.subject_id as id, coalesce(json_agg(${provenEntryAsJson("l")} order by l.recorded_at, l.effective_at, l.id)
      filter (where l.recorded_at <= coalesce(${knownAt}::timestamptz, 'infinity')), '[]') as ledger
    from lawful_bases l where l.subject_id = ${id}::uuid and l.subject_kind = ${kind}::subject_kind group by 1`;
