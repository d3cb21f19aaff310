// What deriving costs at a company's size: everything compared with its ledger, and what would happen if marketing were given
// up, beside what does happen on a copy where it is.
import type { Client } from "pg";
import { STORY_PEOPLE } from "../../seeds/story-people";
import { DEFAULTS } from "../../seeds/volume/sizes";
import { startApi } from "../../src/server";
import { compareDerivation } from "../../src/lawfulness/compare-derivation";
import { SUBJECT_KINDS, type SubjectKind } from "../../src/lawfulness/register";
import { connectTo } from "../drills/ask";
import { TABLES } from "../drills/lawfulness/subjects";
import type { Bench } from "./bench";
import { cloneOf } from "./clone";
import { openWorld } from "./side-by-side/world";

const RETIRED = "MARKETING_AND_SALES";
const WHAT_IF = `query { asked: whatIf(change: { retirePurpose: ${RETIRED} }) {
  whatIf { kinds { kind records closed erased } peopleToTell toolsToCall } userErrors { code } } }`;
/** PostgreSQL tells its statistics so late. */
const STATISTICS_MS = 1_500;

type Counted = { kind: SubjectKind; records: number; closed: number; erased: number };

export const lawfulness: Bench = {
  name: "lawfulness",
  summary: "Every record compared with its ledger; what would happen, and what does.",
  options: {
    contacts: {
      ...{ default: DEFAULTS.contacts, minimum: 1_000, maximum: 5_000_000 },
      meaning: "contacts there are",
    },
  },
  async run({ seed, contacts = DEFAULTS.contacts }, report, { folder }) {
    const world = await openWorld({ ...DEFAULTS, contacts }, { seed, folder }, report);
    try {
      await deriveExpired(await world.superuser());
      const copy = await cloneOf(world, "lawfulness_copy"); // while nobody is connected
      try {
        const api = await startApi(world.config);
        try {
          const database = await world.superuser();
          const contactsOnly = await timed(() => compareDerivation(["PROSPECT", "SUBSCRIBER"]));
          const all = await timed(() => compareDerivation());
          report(`${all.result.compared} records compared, ${all.result.different} differences`);
          const before = await written(database);
          const { as } = await connectTo(api.address, world.config);
          const asked = await timed(() => as(STORY_PEOPLE.privacy.viewer)(WHAT_IF, {}));
          const told = (asked.result as { asked: { whatIf: { kinds: Counted[] } } }).asked.whatIf;
          await new Promise((done) => setTimeout(done, STATISTICS_MS));
          const isUntouched = (await written(database)) === before;
          for (const each of told.kinds) report(lineOf(each));
          const happened = await retired(copy.superuser, told.kinds);
          for (const each of happened) report(`${lineOf(each)}, on the copy`);
          return {
            ...{ contacts: contactsOnly.result.compared, contactsMs: contactsOnly.ms },
            ...{ contactDifferences: contactsOnly.result.different },
            ...{ compared: all.result.compared, comparedMs: all.ms },
            differences: all.result.different,
            ...{ whatIfMs: asked.ms, isUntouched: Number(isUntouched) },
            isSame: Number(JSON.stringify(happened) === JSON.stringify(told.kinds)),
          };
        } finally {
          await api.close();
        }
      } finally {
        await copy.drop();
      }
    } finally {
      await world.close();
    }
  },
};

/** What ran out since the database was grown: no worker was there to derive it. */
async function deriveExpired(database: Client): Promise<void> {
  for (let derived = 1; derived > 0;) {
    const { rows } = await database.query<{ n: number }>("select derive_expired() as n");
    derived = rows[0]!.n;
  }
  await database.end();
}

const lineOf = ({ kind, records, closed, erased }: Counted) =>
  `${kind}: ${records} records, ${closed} closed, ${erased} erased`;

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const before = performance.now();
  const result = await work();
  return { result, ms: Math.round(performance.now() - before) };
}

/** Rows that were ever written, of all tables but the audit's. */
async function written(database: Client): Promise<string> {
  await database.query("select pg_stat_clear_snapshot()");
  const { rows } = await database.query<{ n: string }>(
    `select sum(n_tup_ins + n_tup_upd + n_tup_del) as n from pg_stat_user_tables
     where schemaname in ('public', 'keys') and relname not like 'audit\\_%'`,
  );
  return rows[0]!.n;
}

/** The same, done: the register's rows taken away, and every record of these kinds derived anew. */
async function retired(database: Client, kinds: readonly Counted[]): Promise<Counted[]> {
  const asked = SUBJECT_KINDS.filter((kind) => kinds.some((each) => each.kind === kind));
  const before = new Map<SubjectKind, number>();
  for (const kind of asked) {
    const table = TABLES[kind];
    await database.query(
      `create temporary table before_${table} as select id, purposes from ${table}`,
    );
    before.set(kind, await erasuresOf(database, kind));
  }
  await database.query("delete from register_bases where purpose = $1", [RETIRED]);
  const counted: Counted[] = [];
  for (const kind of asked) {
    const table = TABLES[kind];
    await database.query(
      `select derive_permitted_purposes($1::subject_kind, array(select id from ${table}))`,
      [kind],
    );
    const { rows } = await database.query<{ records: number; closed: number }>(
      `select count(*)::integer as records, (count(*) filter (where t.purposes <> b.purposes))::integer as closed
       from ${table} t join before_${table} b using (id)`,
    );
    const erased = (await erasuresOf(database, kind)) - before.get(kind)!;
    counted.push({ kind, ...rows[0]!, erased });
  }
  return counted;
}

async function erasuresOf(database: Client, kind: SubjectKind): Promise<number> {
  const { rows } = await database.query<{ n: number }>(
    "select count(*)::integer as n from erasures where subject_kind = $1 and cancelled_at is null",
    [kind],
  );
  return rows[0]!.n;
}
