// A grown database behaves like one that grew: what is derived follows from its ledger, and the same seed is the same world.
import type { Client } from "pg";
import { seedVolume } from "../../seeds/volume/volume";
import { OWN_SCHEMAS } from "../../src/database/schemas";
import { loadHashKeys } from "../../src/keys/hash-keys";
import { loadLayersAsOwner } from "../../src/keys/layers-in-force";
import { loadMasterKey } from "../../src/keys/master-key";
import { evidenceOf } from "../lawful-bases/evidence-of";
import { createWorld, type World } from "../setup/world";

const SIZES = { customers: 60, users: 240, contacts: 3_000, activities: 900, changes: 400 };
const silent = () => undefined;

let world: World;
const before = new Map<string, number>();
beforeAll(async () => {
  world = await createWorld();
  loadHashKeys(world.config.dataDir);
  await loadLayersAsOwner(world.asOwner, world.config.dataDir);
  loadMasterKey(world.config);
  for (const [table, count] of await countsIn(world.asOwner)) before.set(table, count);
  await seedVolume([world.asOwner], { sizes: SIZES, seed: 1 }, silent);
}, 60_000);
afterAll(() => world.drop());

async function tablesIn(database: Client): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
     where relkind = 'r' and relnamespace::regnamespace::text = any ($1) order by 1`,
    [OWN_SCHEMAS],
  );
  return rows.map(({ name }) => name);
}

async function countsIn(database: Client): Promise<[string, number][]> {
  const counts: [string, number][] = [];
  for (const table of await tablesIn(database)) {
    const { rows } = await database.query<{ n: number }>(
      `select count(*)::integer as n from ${table}`,
    );
    counts.push([table, rows[0]!.n]);
  }
  return counts;
}

/** What stays small in a company of any size, or is gone after hours. */
const NOT_GROWN: Record<string, string> = {
  ...{
    staff: "our own people",
    staff_roles: "our own people",
    staff_invitations: "our own people",
  },
  ...{ api_clients: "a tool or two", api_client_secrets: "a tool or two" },
  ...{ service_providers: "a few", provider_agreements: "a few", register_bases: "the register" },
  ...{ figures: "counted by a job", outbox: "numbered at once", migrations: "the schema's own" },
  ...{ idempotency_keys: "gone after a day", mails: "gone once sent", password_resets: "an hour" },
  ...{
    sign_in_challenges: "minutes",
    sign_in_rates: "minutes",
    recovery_codes: "of our own people",
  },
  ...{ user_invitations: "gone after a month", files: "gone after days", exports: "a few a day" },
  ...{ revoked_tokens: "minutes", imports: "a few a day", import_rows: "gone with their undoing" },
  ...{ import_refusals: "of a few imports", import_mappings: "one for each tool" },
  ...{
    bulk_actions: "a few a day",
    bulk_action_batches: "gone as they are done",
    bulk_action_changes: "gone after a week",
  },
  ...{ audit_heads: "signed by a worker", import_mends: "gone with their file" },
  ...{ legal_holds: "a few lawsuits", address_hash_layers: "one row" },
  ...{ prospects_due_to_be_informed: "one row" },
  ...{ preferences: "of whoever set some", saved_views: "a few of whoever works with lists" },
};

test("every table has grown, or has a reason not to", async () => {
  const counts = await countsIn(world.asOwner);
  const still = counts
    .filter(([table, count]) => count === before.get(table))
    .map(([table]) => table);
  expect(still.filter((table) => !(table in NOT_GROWN))).toEqual([]);
  const grown = (table: string) => Number(new Map(counts).get(table)) - before.get(table)!;
  expect({
    customers: grown("customers"),
    users: grown("platform_users"),
    contacts: grown("prospects") + grown("subscribers"),
    activities: grown("activities"),
  }).toEqual({ customers: 60, users: 240, contacts: 3_000, activities: 900 });
});

test.each([
  ["CUSTOMER", "customers"],
  ["CUSTOMER_CONTACT", "customer_contacts"],
  ["PLATFORM_USER", "platform_users"],
  ["PROSPECT", "prospects"],
  ["SUBSCRIBER", "subscribers"],
])("what a %s may be processed for follows from the ledger", async (kind, table) => {
  const isContact = ["prospects", "subscribers"].includes(table);
  const derived = async () =>
    (
      await world.asOwner.query(
        `select id, purposes, purposes_valid_until ${isContact ? ", may_email" : ""} from ${table} order by id`,
      )
    ).rows;
  const now = await derived();
  const erasures = async () =>
    (
      await world.asOwner.query(
        "select id, subject_id, cancelled_at from erasures where subject_kind = $1 order by id",
        [kind],
      )
    ).rows;
  const scheduled = await erasures();
  expect(new Set(now.map(({ purposes }) => purposes)).size).toBeGreaterThan(1);
  if (isContact)
    expect(new Set(now.map(({ may_email }) => may_email))).toEqual(new Set([true, false]));
  await world.asOwner.query(
    `select derive_permitted_purposes($1::subject_kind, array(select id from ${table}))`,
    [kind],
  );
  expect(await derived()).toEqual(now);
  expect(await erasures()).toEqual(scheduled);
});

test("whatever refers to a row refers to one that is there, and every check holds", async () => {
  const { rows } = await world.asOwner.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype in ('c', 'f') and connamespace::regnamespace::text = any ($1) and conparentid = 0`,
    [OWN_SCHEMAS],
  );
  expect(rows.length).toBeGreaterThan(50);
  for (const { table, name, definition } of rows)
    await world.asOwner.query(
      `alter table ${table} drop constraint ${name}, add constraint ${name} ${definition}`,
    );
});

test("every contact that was ever permitted is in the feed, every consent has its evidence, every page that left its Disclosure", async () => {
  const { rows } = await world.asOwner.query(
    `select (select count(*)::integer from (select id, purposes from prospects union all select id, purposes from subscribers) c
        where not exists (select from feed f where f.subject_id = c.id) and purposes <> 0 and c.id::text like '%-7000-8b%') as unfed,
      (select count(*)::integer from lawful_bases b where lawful_basis = 'CONSENT' and transition = 'ESTABLISHED'
        and not exists (select from basis_evidence e where e.lawful_basis_id = b.id)) as unproved,
      (select max(change_number)::integer / 1000 from feed) as pages,
      (select count(*)::integer from disclosures) as disclosures,
      (select count(*)::integer from audit_entries where operation = 'contactChanges') as entries`,
  );
  const { unfed, unproved, pages, disclosures, entries } = rows[0];
  expect({ unfed, unproved }).toEqual({ unfed: 0, unproved: 0 });
  expect(pages).toBeGreaterThan(2);
  expect([disclosures, entries]).toEqual([pages, pages]);
});

test("all evidence is sealed, and opens with the keys that were made for it", async () => {
  const { rows } = await world.asOwner.query<{ id: string }>(
    `select s.id, count(*) filter (where e.sealed is null) over () as unsealed from subscribers s
       join basis_evidence e on e.subject_id = s.id where s.id::text like '%-7000-8b%' order by s.id limit 20`,
  );
  expect(rows).toHaveLength(20);
  for (const row of rows) {
    expect(row).toMatchObject({ unsealed: "0" });
    expect(await evidenceOf(world.asOwner, row.id)).toMatchObject([
      { evidence: { source: "Subscription form", wording: "Send me the newsletter." } },
    ]);
  }
});

test("the same sizes and seed are the same world, and another seed changes others", async () => {
  const contentOf = async ({ asOwner }: World) =>
    (
      await asOwner.query(
        `select (select md5(string_agg(concat(id, name, email_hash, purposes, may_email, created_at), ',' order by id)) from subscribers) as subscribers,
          (select md5(string_agg(concat(id, name, company_name, purposes, may_email), ',' order by id)) from prospects) as prospects,
          (select md5(string_agg(concat(id, subject_id, purpose, effective_at, concerns), ',' order by id)) from lawful_bases) as bases,
          (select md5(string_agg(concat(id, customer_id, name, role, state), ',' order by id)) from platform_users) as users,
          (select md5(string_agg(concat(id, platform_user_id, kind), ',' order by id)) from activities) as activities`,
      )
    ).rows[0];
  const worlds = [await createWorld(), await createWorld()];
  try {
    await seedVolume([worlds[0]!.asOwner], { sizes: SIZES, seed: 1 }, silent);
    await seedVolume([worlds[1]!.asOwner], { sizes: SIZES, seed: 2 }, silent);
    const content = await contentOf(world);
    expect(await contentOf(worlds[0]!)).toEqual(content);
    expect((await contentOf(worlds[1]!)).prospects).not.toBe(content.prospects);
  } finally {
    for (const each of worlds) await each.drop();
  }
}, 60_000);

test("a database that has grown is not grown again", async () => {
  await expect(seedVolume([world.asOwner], { sizes: SIZES, seed: 1 }, silent)).rejects.toThrow(
    /grown already/,
  );
});
