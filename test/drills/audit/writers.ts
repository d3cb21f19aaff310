// Eight who are entered: lists of support over many customers, single people, lists of administrators and of marketing,
// pages of a tool, denials. Each asks by the program's own statements, on its own pools.
import { STORY_PEOPLE } from "../../../seeds/story-people";
import { type dice } from "../../../seeds/world-lists";
import { contactChanges } from "../../../src/contact-sync/changes";
import { recordAlone } from "../../../src/audit/alone";
import { raw, sql } from "../../../src/database/sql";
import { newId } from "../../../src/database/uuid";
import { readRows } from "../../../src/graphql/reads/rows";
import { type PlatformUser, platformUserShape } from "../../../src/platform-users/platform-user";
import "../../../src/platform-users/scope";
import { type Prospect, prospectShape } from "../../../src/prospects/prospect";
import "../../../src/prospects/scope";
import type { Viewer } from "../../../src/viewer/viewer";

type Roll = ReturnType<typeof dice>;
type Act = { weight: number; run(roll: Roll): Promise<unknown> };

const { support, administrator, marketing, sync } = STORY_PEOPLE;

/** A request of its own each time. */
const asking = (viewer: Viewer): Viewer => ({ ...viewer, requestId: newId() });

const users = (viewer: Viewer, limit: number, from: string) =>
  readRows<PlatformUser>(asking(viewer), platformUserShape, {
    ...{ operation: "platformUsers", properties: ["id", "name"], limit },
    where: [sql`id >= ${from}::uuid`],
    orderBy: raw("id"),
  });

const FIRST = "00000000-0000-0000-0000-000000000000";
/** Somewhere among whoever came in the last year or so. */
const fromHere = (roll: Roll) => newId(Date.now() - Math.floor(30 + roll() * 400) * 86_400_000);

const ACTS: readonly Act[] = [
  { weight: 60, run: (roll) => users(support.viewer, 1, fromHere(roll)) },
  { weight: 2, run: () => overAll() },
  { weight: 15, run: (roll) => users(administrator.viewer, 1 + Math.floor(roll() * 9), FIRST) },
  {
    weight: 15,
    run: (roll) =>
      readRows<Prospect>(asking(marketing.viewer), prospectShape, {
        ...{ operation: "prospects", properties: ["id", "name"], limit: 1 },
        where: [sql`id >= ${fromHere(roll)}::uuid`],
        orderBy: raw("id"),
      }),
  },
  {
    weight: 5,
    run: () =>
      recordAlone(asking(support.viewer), {
        ...{ action: "DENIED", operation: "prospects", requestId: newId() },
      }),
  },
  { weight: 3, run: () => contactChanges(asking(sync.viewer), 5, null) },
];
const WHOLE = ACTS.reduce((sum, { weight }) => sum + weight, 0);

/** One list of support, with people of every customer in it. */
export const overAll = () =>
  readRows<PlatformUser>(asking(support.viewer), platformUserShape, {
    ...{ operation: "platformUsers", properties: ["id", "name", "customerId"] },
    where: [
      raw(
        "id in (select distinct on (customer_id) id from platform_users order by customer_id, id)",
      ),
    ],
  });

export function act(roll: Roll): Promise<unknown> {
  let left = roll() * WHOLE;
  const chosen = ACTS.find(({ weight }) => (left -= weight) < 0) ?? ACTS[0]!;
  return chosen.run(roll);
}
