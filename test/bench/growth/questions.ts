// What is asked of all three worlds: as many rows of each, whatever their size.
import { contactOf } from "../../../seeds/volume/contacts";
import { personOf } from "../../../seeds/volume/people";
import { loadHashKeys } from "../../../src/keys/hash-keys";
import { cursorAt } from "../side-by-side/ourselves";
import { CHANGES, DASHBOARD } from "../side-by-side/workloads";
import { dataIn } from "../side-by-side/graphql-request";
import { connectedTo } from "./asking";
import { cursorOfLastPage, extentOf } from "./ends";
import type { List } from "./lists";
import type { GrownWorld } from "./worlds";

/** The requests of one world, that of the round among them. */
export type Question = (round: number) => Buffer;
export type Pages = { page: number; first: Question[]; last: Question[] };

/** Half of the shortest at the most, so that the last page is not the first. */
export async function pagesOf(worlds: readonly GrownWorld[], list: List): Promise<Pages> {
  const extents = [];
  for (const world of worlds) extents.push(await extentOf(world, list));
  const shortest = Math.min(...extents.map(({ rows }) => rows));
  const page = Math.max(1, Math.min(list.pageSize, Math.floor(shortest / 2)));
  const pages: Pages = { page, first: [], last: [] };
  for (const [place, world] of worlds.entries()) {
    const extent = extents[place]!;
    const last = await cursorOfLastPage(world, list, extent, page);
    for (const [name, after] of [
      ["first", null],
      ["last", last],
    ] as const) {
      const variables = { first: page, after, ...(list.of ? { id: extent.parentId } : {}) };
      const request = world.bytesOf(list.role, queryOf(list), variables);
      await refuseOtherPage(world, list, request, { page, isLast: name === "last" });
      pages[name].push(() => request);
    }
  }
  return pages;
}

function queryOf({ field, args = "", nodes, of }: List): string {
  const list = `${field}(first: $first, after: $after ${args}) { nodes { ${nodes} } pageInfo { hasNextPage } }`;
  return of
    ? `query List($first: Int!, $after: String, $id: ID!) { ${of.field}(id: $id) { ${list} } }`
    : `query List($first: Int!, $after: String) { ${list} }`;
}

type Page = { nodes: unknown[]; pageInfo: { hasNextPage: boolean } };

/** Nobody is timed who answers another number of rows, or calls a page the last that isn't. */
async function refuseOtherPage(
  world: GrownWorld,
  { name, field, of }: List,
  request: Buffer,
  { page, isLast }: { page: number; isLast: boolean },
): Promise<void> {
  const { body } = await connectedTo([world], ([ask]) => ask!(request));
  const data = dataIn(body) as Record<string, Page & Record<string, Page>>;
  const { nodes, pageInfo } = of ? data[of.field]![field]! : data[field]!;
  if (nodes.length === page && !(isLast && pageInfo.hasNextPage)) return;
  throw new Error(
    `${name} with ${world.sizes.contacts} contacts: ${nodes.length} rows for ${page}, ${pageInfo.hasNextPage ? "and more behind them" : "and none behind them"}.`,
  );
}

/** W3: the feed from place to place, in pages of a thousand. */
export function changesOf({ bytesOf, changes, config }: GrownWorld): Question {
  loadHashKeys(config.dataDir); // each world has its own
  const requests = changes.map((since) => bytesOf("sync", CHANGES, { after: cursorAt(since) }));
  return (round) => requests[round % requests.length]!;
}

/** W1, of so many customers. */
export function dashboardOf({ bytesOf }: GrownWorld, customers: number): Question {
  const request = bytesOf("support", DASHBOARD.replace("first: 50", `first: ${customers}`));
  return () => request;
}

/** One contact by its address, another each time. */
export const addressOf =
  ({ bytesOf, sizes }: GrownWorld): Question =>
  (round) => {
    const n = (round * 7_919) % sizes.contacts;
    const isProspect = contactOf(n, { sizes, seed: 1, asOf: 0 }).kind === "PROSPECT";
    const { email_address } = personOf(n, isProspect ? "shop" : "reads");
    const list = isProspect ? "prospects" : "subscribers";
    const query = `query Find($filter: ${isProspect ? "Prospect" : "Subscriber"}Filter) {
      ${list}(filter: $filter) { nodes { id name } } }`;
    return bytesOf("marketing", query, { filter: { emailAddress: email_address } });
  };
