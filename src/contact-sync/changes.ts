// A tool pulls what changed since it last asked. One statement finds the contacts that the agreement covers, writes an
// entry for each kind and the Disclosure of what left to the provider; it is on disk before the answer is sent.
import { reachOf } from "../access/scope";
import { rangeEntryOf } from "../audit/entries";
import { asTexts, type Fragment, join, raw, sql } from "../database/sql";
import { inOneTrip } from "../database/unit-of-work";
import { newId } from "../database/uuid";
import { argumentError } from "../errors/operation-error";
import { cursorOf, positionOf } from "../graphql/cursor";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import type { ContactChange, ContactChangePage } from "./contact-change";
import { type Kind, kindsFor, PURPOSE_OF } from "./kinds";
import "../prospects/scope";
import "../subscribers/scope";

/** Changes that one pull answers at the most. */
export const CHANGES_MAXIMUM = 1_000;

const ORDER = { property: "changeNumber", isDescending: false };
const FIELDS = ["name", "companyName", "emailAddress", "mayEmail"];

/** What changed behind the cursor, in order; a contact as it is now, or null where it may not be held any more. */
export async function contactChanges(
  viewer: Viewer,
  first: number,
  after: string | null,
): Promise<ContactChangePage> {
  if (first < 1 || first > CHANGES_MAXIMUM) {
    throw argumentError("first", `The argument first takes 1 to ${CHANGES_MAXIMUM}.`);
  }
  const kinds = kindsFor(viewer);
  // a cursor of one kind has passed the other's changes by
  const list = `contactChanges ${kinds.join(" ")}`;
  const since = after === null ? 0 : Number(positionOf(viewer, list, ORDER, after).id);
  const traces = [disclosure(viewer), ...kinds.map((kind) => entryOfKind(viewer, kind))];
  const [page] = await inOneTrip(actorOf(viewer, kinds[0]), [
    asTexts(sql`with page as materialized (${pageOf(viewer, kinds, since, first)}),
        told as materialized (select kind, count(*) as n, min("changeNumber") as first, max("changeNumber") as last
          from page where "emailAddress" is not null group by kind),
        ${join(
          traces.map((trace, n) => sql`${raw(`trace_${n}`)} as (${trace})`),
          ", ",
        )}
      select page.*, (select change_number from feed where subject_kind = any (${kinds}::subject_kind[])
          and change_number > (select max("changeNumber") from page) order by change_number limit 1) is not null
        from page order by "changeNumber"`),
  ]);
  const rows = (page?.texts ?? []) as unknown as Texts[];
  const nodes = rows.map(changeOf);
  const last = nodes.at(-1)?.changeNumber ?? since;
  const endCursor = cursorOf(viewer, list, ORDER, { value: null, id: String(last) });
  return { nodes, pageInfo: { hasNextPage: rows[0]?.[7] === "t", endCursor } };
}

/** Whoever is out of reach has neither name nor address. Each is looked up by itself: a join might read all contacts. */
const pageOf = (viewer: Viewer, kinds: Kind[], since: number, first: number) =>
  sql`select f.change_number as "changeNumber", f.subject_kind as kind, f.subject_id as id,
      coalesce(p.name, s.name) as name, p.company_name as "companyName",
      coalesce(p.email_address, s.email_address) as "emailAddress", coalesce(p.may_email, s.may_email) as "mayEmail"
    from (select change_number, subject_kind, subject_id
      from feed where change_number > ${since}::bigint and subject_kind = any (${kinds}::subject_kind[])
      order by change_number ${raw(`limit ${first}`)}) f
    left join lateral (select name, company_name, email_address, may_email from prospects
      where f.subject_kind = 'PROSPECT' and id = f.subject_id and ${reachOfKind(viewer, kinds, "PROSPECT", "prospects")} limit 1) p on true
    left join lateral (select name, email_address, may_email from subscribers
      where f.subject_kind = 'SUBSCRIBER' and id = f.subject_id and ${reachOfKind(viewer, kinds, "SUBSCRIBER", "subscribers")} limit 1) s on true`;

/** A row as it came, in the order of its columns. */
type Texts = readonly [
  changeNumber: string,
  kind: Kind,
  id: string,
  name: string | null,
  companyName: string | null,
  emailAddress: string | null,
  mayEmail: string | null,
  isFollowed: string,
];

const reachOfKind = (viewer: Viewer, kinds: Kind[], kind: Kind, table: string): Fragment =>
  kinds.includes(kind) ? reachOf(viewer, table) : raw("false");

/** None where only tombstones left. */
const disclosure = (viewer: Viewer) =>
  sql`insert into disclosures (id, service_provider_id, viewer_id, purposes, fields, first_change, last_change, contact_count)
    select ${newId()}::uuid, ${viewer.serviceProviderId}::uuid, ${viewer.id}::uuid,
      array_agg(case kind when 'PROSPECT' then ${PURPOSE_OF.PROSPECT}::purpose else ${PURPOSE_OF.SUBSCRIBER}::purpose end order by kind),
      ${FIELDS}::text[], min(first), max(last), sum(n)
    from told having count(*) > 0`;

const entryOfKind = (viewer: Viewer, kind: Kind) =>
  rangeEntryOf(
    viewer,
    { action: "READ", operation: "contactChanges", kind, fields: FIELDS },
    sql`told where kind = ${raw(`'${kind}'`)}`,
  );

const changeOf = (row: Texts): ContactChange => {
  const [changeNumber, kind, id, name, companyName, emailAddress, mayEmail] = row;
  const contact =
    emailAddress === null
      ? null
      : { name: name ?? "", companyName, emailAddress, mayEmail: mayEmail === "t" };
  return { changeNumber: Number(changeNumber), kind, id, contact } as ContactChange;
};
