// What clients ask of a database that has grown: no more statements for more rows, and no walk through a table that grows.
import { STORY_PEOPLE } from "../../seeds/story-people";
import { seedVolume } from "../../seeds/volume/volume";
import { type Fragment, sql } from "../../src/database/sql";
import { inOneTrip } from "../../src/database/unit-of-work";
import { loadHashKeys } from "../../src/keys/hash-keys";
import { loadLayersAsOwner } from "../../src/keys/layers-in-force";
import { loadMasterKey } from "../../src/keys/master-key";
import { actorOf } from "../../src/viewer/actor";
import { sealNow } from "../audit/seal-now";
import { type Api, openApiOf } from "../setup/api";
import { createWorld, type World } from "../setup/world";
import { furnish, numberFeed } from "./furnish";
import { counted, faultIn, growthOf } from "./growth-in-statements";
import { goldenOperations } from "./operations";
import { perform } from "./perform";
import { faultsOf, plansOf } from "./plans";
import { type Trips, watchTrips } from "./trips";

const SIZES = { customers: 1_500, users: 6_000, contacts: 12_000, activities: 8_000, changes: 0 };
/** Rows of each further kind: of those who ask, and of others. */
const OWN = 60;
const OTHERS = 3_000;

const OPERATIONS = goldenOperations().map((operation) => [operation.name, operation] as const);
const LISTS = OPERATIONS.filter(([, { isList }]) => isList);

/** What is known to go far, and why it was left so. Whoever mends it strikes it out here. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  // A provider without disclosures is taken for one like the others, and looked for along the whole primary key.
  "privacy-providers": ["reads many rows of disclosures"],
};

let trips: Trips;
let api: Api;
/** As the API found it: what is changed while it is asked would be in the way of the plans. */
let before: World;

beforeAll(async () => {
  trips = watchTrips();
  const world = await createWorld();
  loadHashKeys(world.config.dataDir);
  await loadLayersAsOwner(world.asOwner, world.config.dataDir);
  loadMasterKey(world.config);
  await furnish(world.asOwner, OWN, OTHERS);
  await numberFeed(world.asOwner);
  await seedVolume([world.asOwner], { sizes: SIZES, seed: 1 }, () => undefined);
  // Identifiers rise with time, and so indexes are dense; but the years of the seed lie before the story. And without
  // durability a commit is visible to all for certain only when it is on the disk.
  await sealNow(world.config);
  for (const tidying of [
    "reindex schema public",
    "reindex schema partitions",
    "checkpoint",
    "vacuum (analyze)",
  ])
    await world.asOwner.query(tidying);
  await world.asOwner.end();
  before = await createWorld(world.config.database.database);
  api = await openApiOf(world, {
    change: (config) => ({ ...config, pointsPerSecond: 10_000_000 }),
  });
}, 60_000);
afterAll(async () => {
  await api.close();
  await before.drop();
  trips.stop();
});

test.each(LISTS)("%s sends no more for many rows than for few", async (_, operation) => {
  expect(faultIn(await growthOf(api, trips, operation))).toBeNull();
});

test.each(OPERATIONS)("%s walks through no table that grows", async (_, operation) => {
  const asked = await perform(api, trips, operation);
  expect(asked.filter(({ answer }) => answer.errors)).toEqual([]);
  const plans = await plansOf(
    before.asOwner,
    asked.flatMap((each) => each.trips),
  );
  expect(faultsOf(plans)).toEqual(KNOWN[operation.name] ?? []);
});

/** As marketing, past the product's own statements. */
const asMarketing = (...fragments: Fragment[]) =>
  inOneTrip(actorOf(STORY_PEOPLE.marketing.viewer, "PROSPECT"), fragments);

test("whoever asks for each row by itself is told", async () => {
  const oneByOne = async (first: number) => {
    trips.taken();
    const [found] = await asMarketing(sql`select id from prospects order by id limit ${first}`);
    for (const { id } of found!.rows)
      await asMarketing(sql`select name from prospects where id = ${id}::uuid`);
    return counted({ nodes: found!.rows }, trips.taken());
  };
  expect(faultIn({ few: await oneByOne(2), many: await oneByOne(40) })).toBe(
    "sends 3 statements in 3 round trips for 2 rows, 41 statements in 41 round trips for 40",
  );
  expect(faultIn({ few: await oneByOne(2), many: await oneByOne(2) })).toMatch(/proves nothing/);
});

test.each([
  ["walks through prospects", sql`select from prospects where company_name = ${"Dune"}`],
  [
    "reads many rows of prospects",
    sql`select from prospects where length(company_name) > 200 order by id limit 1`,
  ],
  ["calls what walks through prospects", sql`select walked()`],
  ["novelties has 0 rows here, too few to tell", sql`select from novelties`],
])("whatever %s is told", async (fault, fragment) => {
  // refused where it is not there: what was sent is known all the same
  trips.taken();
  await asMarketing(fragment).catch(() => undefined);
  await before.asOwner.query(MADE_UP);
  expect(faultsOf(await plansOf(before.asOwner, trips.taken()))).toEqual([fault]);
});

const MADE_UP = `create or replace function walked() returns bigint language sql security definer set search_path = public
  as $$ select count(*) from prospects where company_name = 'Dune' $$;
  create table if not exists novelties (id uuid); grant select on novelties to audience_marketing`;
