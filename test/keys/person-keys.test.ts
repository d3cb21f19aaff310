// The key store: one key for each person, whoever comes first; and nobody reads or writes more of it than they need.
import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { STORY_PEOPLE } from "../../seeds/story-people";
import { closeDatabase, openDatabase } from "../../src/database/database";
import { AUDIENCE_ROLES, ENTERED_ROLES, type Role } from "../../src/database/roles";
import { unitOfWork } from "../../src/database/unit-of-work";
import { loadMasterKey, masterKeyPath } from "../../src/keys/master-key";
import { type KeyOwner, KeyDestroyed, personKeys } from "../../src/keys/person-keys";
import { openedEvidence, type SealedProof } from "../../src/lawfulness/evidence";
import { actorOf } from "../../src/viewer/actor";
import { inside, outcomeOf, settingsOf, storyViewers } from "../walls/raw";
import { createWorld, type World } from "../setup/world";
import { type Trips, watchTrips } from "../operations/trips";
import { operator } from "./operator";

const officer = actorOf(STORY_PEOPLE.privacy.viewer, "PROSPECT");
const marketing = actorOf(STORY_PEOPLE.marketing.viewer, "PROSPECT");
const REFUSED = "42501";

let world: World;
let trips: Trips;
beforeAll(async () => {
  trips = watchTrips();
  world = await createWorld();
  loadMasterKey(world.config);
  await openDatabase(world.config, []);
});
afterAll(async () => {
  await closeDatabase();
  await world.drop();
  trips.stop();
});

/** Prospects who have no key yet. */
async function prospects(where: string, count: number): Promise<KeyOwner[]> {
  const { rows } = await world.asOwner.query<{ id: string }>(
    `select id from prospects p where ${where}
       and not exists (select from keys.person_keys k where k.subject_id = p.id) order by id limit $1`,
    [count],
  );
  if (rows.length < count) throw new Error("The story has too few of these prospects.");
  return rows.map(({ id }) => ({ kind: "PROSPECT", id }));
}
const REACHED = "purposes & 8 <> 0 and purposes_valid_until > now()";
const OUT_OF_REACH = "purposes & 8 = 0";

const keysOf = async (owners: readonly KeyOwner[]) =>
  (
    await world.asOwner.query(
      "select subject_id, wrapped, destroyed_at from keys.person_keys where subject_id = any ($1) order by 1",
      [owners.map(({ id }) => id)],
    )
  ).rows;

test("for any number of people the keys are made and read in one round trip, and are the same ever after", async () => {
  const owners = await prospects(REACHED, 40);
  trips.taken();
  const first = await unitOfWork(officer, (unit) => personKeys(unit, owners));
  expect(trips.taken()).toHaveLength(2); // and the commit
  expect(first.size).toBe(40);
  const more = [...owners, ...(await prospects(REACHED, 5))];
  const second = await unitOfWork(marketing, (unit) => personKeys(unit, more));
  expect(second.size).toBe(45);
  expect([...second]).toEqual(expect.arrayContaining([...first]));
});

test("two who make a person's key at once agree on one", async () => {
  const [owner] = await prospects(REACHED, 1);
  let second: Promise<unknown> = Promise.resolve();
  const first = await unitOfWork(officer, async (unit) => {
    const keys = await personKeys(unit, [owner!]);
    second = unitOfWork(marketing, (other) => personKeys(other, [owner!]));
    await untilSomebodyWaits();
    return keys;
  });
  expect(await second).toEqual(first);
  expect(await keysOf([owner!])).toHaveLength(1);
});

async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const { rowCount } = await world.asOwner.query(
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    if (rowCount) return;
    await sleep(5);
  }
}

test("for whoever's key was destroyed none is made again, and whose it was is said", async () => {
  const [gone, other] = await prospects(REACHED, 2);
  await unitOfWork(officer, (unit) => personKeys(unit, [gone!]));
  expect(await operator(world.config, "destroy", gone!.id, gone!.id)).toMatchObject({
    isWhole: true,
  });
  const before = await keysOf([gone!, other!]);
  const asked = unitOfWork(officer, (unit) => personKeys(unit, [gone!, other!]));
  await expect(asked).rejects.toEqual(new KeyDestroyed([gone!.id]));
  await expect(asked).rejects.toThrow(`no new ones are made: ${gone!.id}`);
  expect(await keysOf([gone!, other!])).toEqual(before);
  expect(before).toMatchObject([{ subject_id: gone!.id, wrapped: null }]);
});

test("marketing gets no key of a person out of its reach, and none of a user", async () => {
  const [hidden] = await prospects(OUT_OF_REACH, 1);
  await unitOfWork(officer, (unit) => personKeys(unit, [hidden!]));
  const [hiddenToo] = await prospects(OUT_OF_REACH, 1);
  const user: KeyOwner = { kind: "PLATFORM_USER", id: STORY_PEOPLE.user.viewer.id! };
  for (const owner of [hidden!, hiddenToo!, user])
    await expect(unitOfWork(marketing, (unit) => personKeys(unit, [owner]))).rejects.toMatchObject({
      code: REFUSED,
    });
  expect(await keysOf([hiddenToo!, user])).toEqual([]);
});

const READERS: readonly Role[] = [
  "audience_account_administrator",
  "audience_marketing",
  "audience_privacy_officer",
];

describe.each(ENTERED_ROLES)("in %s", (role) => {
  const asked = async (statement: string) => {
    const viewer = storyViewers.get(role);
    return inside(world.asOwner, role, viewer ? settingsOf(viewer) : {}, () =>
      outcomeOf(world.asOwner, statement),
    );
  };

  test("a key is changed, destroyed or removed by nobody", async () => {
    for (const statement of [
      "update keys.person_keys set wrapped = null",
      "update keys.person_keys set destroyed_at = now()",
      "delete from keys.person_keys",
      "truncate keys.person_keys",
      "select destroy_person_keys(array(select id from prospects limit 1))",
      "select destroy_person_keys('{}')",
    ])
      expect([statement, await asked(statement)]).toEqual([statement, REFUSED]);
  });

  test("keys are read by whoever opens with them, and evidence by the officer alone", async () => {
    const { rows } = await world.asOwner.query<{ all: number; reached: number }>(
      `select count(*)::integer as all, count(*) filter (where exists (
           select from prospects p where p.id = subject_id and ${REACHED} union all
           select from subscribers s where s.id = subject_id and s.purposes & 16 <> 0))::integer as reached
       from keys.person_keys`,
    );
    const { all, reached } = rows[0]!;
    expect(reached).toBeGreaterThan(400);
    expect(all).toBeGreaterThan(reached);
    // of users nothing is sealed in the story
    const seen =
      { audience_marketing: reached, audience_account_administrator: 0 }[role as string] ?? all;
    const isReader = READERS.includes(role);
    expect(await asked("select subject_id, wrapped from keys.person_keys")).toBe(
      isReader ? seen : REFUSED,
    );
    const evidence = await asked("select sealed, unsealed from basis_evidence limit 1");
    expect(evidence).toBe(role === "audience_privacy_officer" ? 1 : REFUSED);
    expect(await asked("select created_at from keys.person_keys")).toBe(REFUSED);
  });
});

test("the roles that are asked are all there are", () => {
  expect(ENTERED_ROLES).toEqual(expect.arrayContaining([...AUDIENCE_ROLES]));
});

test("a new master key wraps people's keys anew; what is sealed under them stays as it is, and opens", async () => {
  const evidence = async () =>
    (
      await world.asOwner.query<SealedProof>(
        `select lawful_basis_id as "basisId", e.subject_id as "subjectId", encode(sealed, 'hex') as sealed, unsealed,
           encode(k.wrapped, 'hex') as wrapped
         from basis_evidence e join keys.person_keys k using (subject_id) order by lawful_basis_id`,
      )
    ).rows;
  const before = await evidence();
  expect(before.length).toBeGreaterThan(500);
  const words = before.map(openedEvidence);
  const { rows: counted } = await world.asOwner.query<{ n: string }>(
    "select count(*) as n from keys.person_keys where wrapped is not null",
  );
  const count = Number(counted[0]!.n);
  await operator(world.config, "new-version");
  const status = await operator(world.config, "status");
  expect(status.lines).toContain(`keys.person_keys.wrapped: ${count} under version 1`);
  const { isWhole, lines } = await operator(world.config, "rewrap");
  expect(isWhole).toBe(true);
  expect(lines).toContain(`keys.person_keys.wrapped: ${count} brought under version 2`);

  const file = masterKeyPath(world.config);
  writeFileSync(file, readFileSync(file, "utf8").split("\n").slice(1).join("\n"));
  loadMasterKey(world.config);
  const after = await evidence();
  expect(after.map(({ sealed }) => sealed)).toEqual(before.map(({ sealed }) => sealed));
  expect(after.some(({ wrapped }, n) => wrapped === before[n]!.wrapped)).toBe(false);
  expect(after.map(openedEvidence)).toEqual(words);
});
