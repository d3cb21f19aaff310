// What an erasure takes, and what stays because a hold names it or a law obliges us to keep it.
import { sql } from "../database/sql";
import { loaderOf } from "../graphql/reads/loaders";
import { inSharedTrip } from "../graphql/reads/trip";
import type { Viewer } from "../viewer/viewer";
import type { Erasure } from "./erasure";
import { itemsOf } from "./items";

type Kept = { id: string; items: string[]; isWhole: boolean; isObliged: boolean };
/** An obligation keeps an invoice's number, date and name. */
const OBLIGED = ["name"];

export type Fate = { willGo: string[]; stays: string[] };

export async function fateOf(
  viewer: Viewer,
  { id, subjectKind }: Pick<Erasure, "id" | "subjectKind">,
): Promise<Fate> {
  const kept = await loaderOf(viewer, "what erasures leave", (ids: readonly string[]) =>
    keptOf(viewer, ids),
  ).load(id);
  const stays = (item: string) =>
    kept.isWhole || kept.items.includes(item) || (kept.isObliged && OBLIGED.includes(item));
  const items = itemsOf(subjectKind);
  return { willGo: items.filter((item) => !stays(item)), stays: items.filter(stays) };
}

async function keptOf(viewer: Viewer, ids: readonly string[]): Promise<Kept[]> {
  const query = sql`select e.id, coalesce(h.items, '{}') as items, coalesce(h.is_whole, false) as "isWhole",
      exists (select from judged_bases(e.subject_kind, array[e.subject_id], decision_time(), 'infinity') j
        where j.purpose = 'LEGAL_OBLIGATIONS' and is_standing(j.verdict)) as "isObliged"
    from erasures e left join lateral (
      select array_agg(distinct i) filter (where i is not null) as items, bool_or(l.is_whole_record) as is_whole
      from legal_holds l left join unnest(l.items) i on true
      where l.subject_id = e.subject_id and l.subject_kind = e.subject_kind and l.lifted_at is null
        and l.ends_on >= (decision_time() at time zone 'UTC')::date) h on true
    where e.id = any (${ids}::uuid[])`;
  const { rows } = await inSharedTrip(viewer, "GOVERNANCE", query, false);
  const found = new Map((rows as unknown as Kept[]).map((row) => [row.id, row]));
  return ids.map((id) => found.get(id)!);
}
