// The connections: one TypeORM data source, and so one pool, for each login. Nothing here knows who asks.
import { type ClientBase, Pool } from "pg";
import { DataSource, DefaultNamingStrategy, type EntityTarget, type ObjectLiteral } from "typeorm";
import type { Config, DatabaseAddress } from "../config";
import { LOGIN_NAMES, type Login } from "./roles";
import { snakeCase } from "./sql";

class SnakeCaseNames extends DefaultNamingStrategy {
  override columnName(property: string, custom: string | undefined) {
    return custom ?? snakeCase(property);
  }
}

/** Connections a login may hold at once, and how long a unit of work waits for one, in milliseconds. */
const POOL_SIZE = 16;
/** Figures without people are for machines: no other login reads what a replica may answer. */
const REPLICA_LOGIN = "login_machines";
/** A crowd that signs in waits for its hashes anyway: more connections would only be in others' way. */
const SIGN_IN_POOL_SIZE = 4;
const ACQUIRE_TIMEOUT = 3_000;

let sources: Record<Login, DataSource> | undefined;
/** Of a replica, for figures without people; and one connection that only asks whether the database is there. */
let apart: { replica: Pool | undefined; health: Pool } | undefined;
let users = 0;

/** What a new connection must pass before anybody is given it. */
type Admission = (connection: ClientBase, login: Login) => Promise<void>;
let admission: Admission | undefined;
export const admitConnections = (check: Admission) => void (admission = check);

export async function openDatabase(
  config: Config,
  entities: EntityTarget<ObjectLiteral>[],
): Promise<void> {
  users += 1;
  if (sources) return;
  const made = LOGIN_NAMES.map((login) => [login, sourceOf(config, login, entities)] as const);
  sources = Object.fromEntries(made) as Record<Login, DataSource>;
  const { database, replica } = config;
  apart = {
    replica: replica
      ? poolApart(config, replica, { login: REPLICA_LOGIN, max: POOL_SIZE })
      : undefined,
    health: poolApart(config, database, { login: "login_public", max: 1 }),
  };
  await Promise.all(made.map(([, source]) => source.initialize()));
}

export async function closeDatabase(): Promise<void> {
  users -= 1;
  if (users > 0 || !sources) return;
  const closing = Object.values(sources);
  const pools = [apart?.replica, apart?.health];
  sources = apart = admission = undefined;
  await Promise.all([...closing.map((source) => source.destroy()), ...pools.map((p) => p?.end())]);
}

export function dataSourceOf(login: Login): DataSource {
  if (!sources) throw new Error("The database is not open.");
  return sources[login];
}

export const poolOf = (login: Login) =>
  (dataSourceOf(login).driver as unknown as { master: Pool }).master;

/** Where a replica may answer, its pool, unless there is none. */
export const poolFor = (login: Login, mayLag: boolean): Pool =>
  (mayLag && login === REPLICA_LOGIN ? apart?.replica : undefined) ?? poolOf(login);

/** The one connection that no operation takes: whoever asks after our health never waits behind them. */
export function healthPool(): Pool {
  if (!apart) throw new Error("The database is not open.");
  return apart.health;
}

export const allPools = () =>
  Object.fromEntries(LOGIN_NAMES.map((login) => [login, poolOf(login)])) as Record<Login, Pool>;

function sourceOf(
  config: Config,
  login: Login,
  entities: EntityTarget<ObjectLiteral>[],
): DataSource {
  return new DataSource({
    type: "postgres",
    ...config.database,
    username: login,
    password: config.loginPasswords[login],
    entities: entities as never,
    namingStrategy: new SnakeCaseNames(),
    installExtensions: false,
    logging: false,
    poolErrorHandler: () => undefined,
    extra: {
      max: login === "login_sign_in" ? SIGN_IN_POOL_SIZE : POOL_SIZE,
      ...connectionsOf(login),
    },
  });
}

const connectionsOf = (login: Login) => ({
  connectionTimeoutMillis: ACQUIRE_TIMEOUT,
  keepAlive: true,
  onConnect: async (connection: ClientBase) => {
    // A connection that breaks while nobody uses it is no fault of anybody: the pool replaces it.
    connection.on("error", () => undefined);
    await admission?.(connection, login);
  },
});

function poolApart(
  { loginPasswords }: Config,
  address: DatabaseAddress,
  { login, max }: { login: Login; max: number },
): Pool {
  const pool = new Pool({
    ...{ ...address, user: login, password: loginPasswords[login] },
    ...{ max, ...connectionsOf(login) },
  });
  return pool.on("error", () => undefined);
}
