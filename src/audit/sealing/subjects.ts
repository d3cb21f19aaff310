// Whom entries are about: the people whom they name, or whom a page of the feed named; and of which customer each is.
import type { Client } from "pg";
import type { EntryJson } from "./leaves";

export type Subjects = {
  ids: readonly string[];
  /** By customer, those of its people; also where an entry is of the customer's own doing and names nobody. */
  parts: ReadonlyMap<string, readonly string[]>;
};

export async function subjectsOf(
  session: Client,
  entries: readonly EntryJson[],
): Promise<Subjects[]> {
  const told = await toldInPages(session, entries);
  const named = new Set(entries.flatMap(({ subjectIds }) => subjectIds));
  const customerOf = await customersOf(session, [...named]);
  return entries.map(({ id, customerId, subjectIds }) => {
    const parts = new Map<string, string[]>(customerId ? [[customerId, []]] : []);
    for (const subject of subjectIds) {
      const customer = customerOf.get(subject);
      if (!customer) continue;
      const own = parts.get(customer) ?? [];
      parts.set(customer, own);
      own.push(subject);
    }
    return { ids: told.get(id) ?? subjectIds, parts };
  });
}

async function customersOf(session: Client, ids: string[]): Promise<Map<string, string>> {
  if (!ids.length) return new Map();
  const { rows } = await session.query<{ id: string; customer: string }>(
    `select id, customer_id as customer from platform_users where id = any ($1)
     union all select id, customer_id from customer_contacts where id = any ($1)
     union all select id, id from customers where id = any ($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, customer }) => [id, customer]));
}

/** The entry of a page keeps its change numbers instead of its people. */
async function toldInPages(
  session: Client,
  entries: readonly EntryJson[],
): Promise<Map<string, string[]>> {
  const pages = entries.filter(({ firstChange }) => firstChange !== null);
  if (!pages.length) return new Map();
  const { rows } = await session.query<{ id: string; people: string[] }>(
    `select p.id, array(select distinct f.subject_id from feed f
        where f.change_number between p.first and p.last and f.subject_kind::text = p.kind) as people
     from unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::text[]) as p (id, first, last, kind)`,
    [
      pages.map(({ id }) => id),
      pages.map(({ firstChange }) => firstChange),
      pages.map(({ lastChange }) => lastChange),
      pages.map(({ subjectKind }) => subjectKind),
    ],
  );
  return new Map(rows.map(({ id, people }) => [id, people]));
}
