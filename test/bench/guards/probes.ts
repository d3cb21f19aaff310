// Whether a guard is off, found out by asking for what it would have refused or left behind. Asked of those with the guard
// too, so that an answer means something.
import type { Client } from "pg";
import { STORY_PEOPLE, STORY_SERVICE_PROVIDER } from "../../../seeds/story-people";
import { send } from "../../drills/send";
import type { ApiElsewhere } from "../../setup/api-elsewhere";
import { USER_WITH_CUSTOMER } from "../side-by-side/workloads";
import type { Change } from "./forms";

export type Probed = {
  name: string;
  api: ApiElsewhere;
  /** A superuser in its database. */
  database: Client;
  userId: string;
};
type Probe = (probed: Probed) => Promise<boolean>;

const CHANGE = "{ contactChanges(first: 100) { nodes { id } } }";
const askUser = ({ api, userId }: Probed) => api.as("support")(USER_WITH_CUSTOMER, { id: userId });
const askChange = ({ api }: Probed) => api.as("sync")(CHANGE);

const howMany = async (database: Client, query: string, values: string[] = []): Promise<number> =>
  Number((await database.query<{ n: string }>(`select count(*) as n ${query}`, values)).rows[0]!.n);

/** On no table any more, so that a role that says for nobody sees people; and the process is connected there. */
const rowSecurity: Probe = async (probed) => {
  const { database, name } = probed;
  await askUser(probed);
  const connected =
    "from pg_stat_activity where datname = current_database() and application_name = $1";
  if (!(await howMany(database, connected, [name])))
    throw new Error(`${name} is not connected to the database that was made for it.`);
  const walled = await howMany(
    database,
    "from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity",
  );
  await database.query("begin; set local role audience_marketing");
  const seen = await howMany(database, "from (select id from subscribers limit 1) s");
  await database.query("rollback");
  return walled === 0 && seen > 0;
};

/** Neither a user that is looked at nor a page of the feed leaves an entry. */
const readAudit: Probe = async (probed) => {
  const entries = () => howMany(probed.database, "from audit_entries");
  const before = await entries();
  await askUser(probed);
  await askChange(probed);
  return (await entries()) === before;
};

/** The feed answers though the agreement ended a moment ago, before the token is looked at again. */
const shield: Probe = async ({ api, database }) => {
  const ask = api.as("sync"); // of a new token it is known for some seconds that it may act
  await ask(CHANGE);
  const end = (at: string) =>
    database.query(
      `update provider_agreements set ended_at = ${at} where service_provider_id = $1`,
      [STORY_SERVICE_PROVIDER.id],
    );
  await end("decision_time()");
  try {
    return (await ask(CHANGE)).data.contactChanges !== null;
  } finally {
    await end("null");
  }
};

/** So many rows are three times what one request may ask for. */
const TOO_COSTLY =
  "{ platformUsers(first: 100) { nodes { activities(first: 100) { nodes { id } } } } }";
const cost: Probe = async ({ api }) => (await api.as("support")(TOO_COSTLY)).status === 200;

/** A signature of somebody else's. */
const authentication: Probe = async ({ api }) => {
  const token = api.token(STORY_PEOPLE.support.viewer);
  const end = token.lastIndexOf(".") + 1;
  const forged = token.slice(0, end) + (token[end] === "A" ? "B" : "A") + token.slice(end + 1);
  const { status } = await send(api.address, "{ viewer { audience } }", {}, forged);
  return status === 200;
};

/** A user's entry is on disk when the answer comes, and that of a page of the feed is not yet. */
const otherReadAudit: Probe = async (probed) =>
  !(await isAheadOfDisk(probed, askUser)) && (await isAheadOfDisk(probed, askChange));

const ASKED = 20;

/** Of most answers: what else is written comes to the disk in its own time, and now and then before. */
async function isAheadOfDisk(
  probed: Probed,
  ask: (probed: Probed) => Promise<unknown>,
): Promise<boolean> {
  let ahead = 0;
  for (let n = 0; n < ASKED; n += 1) {
    await ask(probed);
    const { rows } = await probed.database.query<{ isAhead: boolean }>(
      `select pg_current_wal_insert_lsn() > pg_current_wal_flush_lsn() as "isAhead"`,
    );
    if (rows[0]!.isAhead) ahead += 1;
  }
  return ahead > ASKED / 2;
}

export const PROBES: Record<Change, Probe> = {
  rowSecurity,
  readAudit,
  otherReadAudit,
  shield,
  cost,
  authentication,
};
