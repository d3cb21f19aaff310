// Where a list begins and ends for whom it is made: found out in SQL in that viewer's role, and not by paging through it.
import type { Client } from "pg";
import { STORY_PEOPLE } from "../../../seeds/story-people";
import { snakeCase } from "../../../src/database/sql";
import { enter } from "../../../src/database/unit-of-work";
import { cursorOf } from "../../../src/graphql/cursor";
import { loadHashKeys } from "../../../src/keys/hash-keys";
import { actorOf } from "../../../src/viewer/actor";
import type { List } from "./lists";
import type { GrownWorld } from "./worlds";

/** In each world: the record whose list it is, the longest there is, and how many rows of it were looked at. */
export type Extent = { parentId: string | null; rows: number };

export const extentOf = (world: GrownWorld, list: List): Promise<Extent> =>
  inRoleOf(world, list, async (client) => {
    const parentId = list.of ? await longest(client, list, list.of.column) : null;
    const { text, values } = rowsOf(list, parentId);
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::integer as n from (select ${text} limit ${2 * list.pageSize}) r`,
      values,
    );
    return { parentId, rows: rows[0]!.n };
  });

/** What the last page follows; null where it is the first one too. */
export const cursorOfLastPage = (
  world: GrownWorld,
  list: List,
  { parentId }: Extent,
  page: number,
): Promise<string | null> =>
  inRoleOf(world, list, async (client) => {
    const { property, isDescending } = list.order;
    const [key, direction] = [keyOf(list), isDescending ? "asc" : "desc"];
    const { text, values } = rowsOf(list, parentId);
    const { rows } = await client.query<{ value: string; id: string }>(
      `select ${snakeCase(property)}::text as value, ${key}::text as id ${text}
        order by ${snakeCase(property)} ${direction}, ${key} ${direction} offset ${page} limit 1`,
      values,
    );
    if (!rows[0]) return null;
    const { value, id } = rows[0];
    loadHashKeys(world.config.dataDir); // each world has its own
    return cursorOf(STORY_PEOPLE[list.role].viewer, list.cursorList, list.order, {
      ...{ value: isKey(list) ? null : value, id },
    });
  });

const keyOf = ({ table }: List) => (table === "feed" ? "change_number" : "id");
const isKey = (list: List) => snakeCase(list.order.property) === keyOf(list);

const rowsOf = ({ table, of }: List, parentId: string | null) =>
  of
    ? { text: `from ${table} where ${of.column} = $1`, values: [parentId] }
    : { text: `from ${table}`, values: [] };

async function longest(client: Client, { table }: List, column: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `select ${column} as id from ${table} group by 1 order by count(*) desc, 1 limit 1`,
  );
  return rows[0]!.id;
}

async function inRoleOf<T>(
  world: GrownWorld,
  { role, kind }: List,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = await world.superuser();
  const { text, values } = enter(actorOf(STORY_PEOPLE[role].viewer, kind), false);
  try {
    await client.query("begin");
    await client.query(text, values);
    return await work(client);
  } finally {
    await client.end();
  }
}
