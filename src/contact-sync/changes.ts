// A tool pulls what changed since it last asked. In one transaction: the contacts that the agreement covers, the entry,
// and the Disclosure of what left to the provider; committed to disk before the answer.
import { GraphQLError } from "graphql";
import { reachOf } from "../access/scope";
import { rangeEntryOf } from "../audit/entries";
import { sql } from "../database/sql";
import { unitOfWork } from "../database/unit-of-work";
import { newId } from "../database/uuid";
import { cursorOf, positionOf } from "../graphql/cursor";
import { actorOf } from "../viewer/actor";
import type { Viewer } from "../viewer/viewer";
import { ContactKind, type ContactChange, type ContactChangePage } from "./contact-change";
import "../prospects/scope";
import "../subscribers/scope";

/** Changes that one pull answers at the most. */
export const CHANGES_MAXIMUM = 1_000;

const ORDER = { property: "changeNumber", isDescending: false };
const FIELDS = ["name", "companyName", "emailAddress", "mayEmail"];

type Row = Omit<ContactChange, "contact"> & {
  name: string | null;
  companyName: string | null;
  emailAddress: string | null;
  mayEmail: boolean;
};

export async function contactChanges(
  viewer: Viewer,
  first: number,
  after: string | null,
): Promise<ContactChangePage> {
  if (first < 1 || first > CHANGES_MAXIMUM) {
    throw new GraphQLError(`The argument first takes 1 to ${CHANGES_MAXIMUM}.`, {
      extensions: { code: "BAD_USER_INPUT", argumentName: "first" },
    });
  }
  const since = after === null ? 0 : Number(positionOf(viewer, "contactChanges", ORDER, after).id);
  const rows = await unitOfWork(actorOf(viewer, "PROSPECT"), async (unit) => {
    const [page] = await unit.run(
      sql`select f.change_number as "changeNumber", f.subject_kind as kind, f.subject_id as id,
          coalesce(p.name, s.name) as name, p.company_name as "companyName",
          coalesce(p.email_address, s.email_address) as "emailAddress", coalesce(p.may_email, s.may_email) as "mayEmail"
        from (select change_number, subject_kind, subject_id from feed where change_number > ${since}::bigint
          order by change_number limit ${first + 1}) f
        left join (select id, name, company_name, email_address, may_email from prospects where ${reachOf(viewer, "prospects")}) p
          on f.subject_kind = 'PROSPECT' and p.id = f.subject_id
        left join (select id, name, email_address, may_email from subscribers where ${reachOf(viewer, "subscribers")}) s
          on f.subject_kind = 'SUBSCRIBER' and s.id = f.subject_id
        order by f.change_number`,
    );
    const found = (page?.rows ?? []) as Row[];
    const sent = found.slice(0, first);
    const people = sent.filter((row) => row.emailAddress !== null);
    const [from, to] = [sent[0]?.changeNumber, sent.at(-1)?.changeNumber];
    if (people.length && from !== undefined && to !== undefined) {
      const purposes = [...new Set(people.map((row) => PURPOSE_OF[row.kind]))];
      await unit.run(
        sql`insert into disclosures (id, service_provider_id, viewer_id, purposes, fields, first_change, last_change, contact_count)
          values (${newId()}::uuid, ${viewer.serviceProviderId}::uuid, ${viewer.id}::uuid, ${purposes}::purpose[], ${FIELDS}::text[],
            ${from}::bigint, ${to}::bigint, ${people.length}::integer)`,
        rangeEntryOf(
          viewer,
          {
            action: "READ",
            operation: "contactChanges",
            kind: "PROSPECT",
            fields: FIELDS,
            rowCount: people.length,
          },
          from,
          to,
        ),
      );
    }
    return found;
  });
  const nodes = rows.slice(0, first).map(changeOf);
  const last = nodes.at(-1)?.changeNumber ?? since;
  const endCursor = cursorOf(viewer, "contactChanges", ORDER, { value: null, id: String(last) });
  return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor } };
}

const PURPOSE_OF = {
  [ContactKind.PROSPECT]: "MARKETING_AND_SALES",
  [ContactKind.SUBSCRIBER]: "NEWSLETTER",
} as const;

const changeOf = ({
  changeNumber,
  kind,
  id,
  name,
  companyName,
  emailAddress,
  mayEmail,
}: Row): ContactChange => ({
  ...{ changeNumber, kind, id },
  contact: emailAddress === null ? null : { name: name ?? "", companyName, emailAddress, mayEmail },
});
