// The roles of roles.ts in PostgreSQL, made by the login that owns the database (CREATEROLE, no superuser).
// Repeating it is harmless, and roles belong to the whole cluster: another database's run may have made them.
import type { Client } from "pg";
import type { LoginPasswords } from "./logins";
import { ENTERED_ROLES, JOB_ROLES, LOGIN_NAMES, NARROW_ROLES, rolesOf } from "./roles";
import { scramVerifier } from "./scram-verifier";

const OWNER = "owner";
const GROUP_ROLES = [OWNER, ...ENTERED_ROLES, ...NARROW_ROLES];

const LOGIN_SETTINGS = {
  idle_in_transaction_session_timeout: "30s",
  statement_timeout: "15s",
  lock_timeout: "5s",
  timezone: "UTC",
  datestyle: "ISO",
};

export async function bootstrapRoles(client: Client, passwords: LoginPasswords): Promise<void> {
  await createMissingRoles(client);
  await setUpLogins(client, passwords);
  await grantMemberships(client);
  await openDatabase(client);
}

async function createMissingRoles(client: Client): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>("select rolname from pg_roles");
  const present = new Set(rows.map((row) => row.rolname));
  const missing = (roles: readonly string[]) => roles.filter((role) => !present.has(role));
  for (const role of missing(GROUP_ROLES)) await create(client, `${role} nologin noinherit`);
  for (const login of missing(LOGIN_NAMES)) await create(client, `${login} login noinherit`);
}

/** Another database's run may make the same role at this moment. */
async function create(client: Client, role: string): Promise<void> {
  const ALREADY_THERE = ["42710", "23505"];
  await client.query(`create role ${role}`).catch((error: { code?: string }) => {
    if (!ALREADY_THERE.includes(error.code ?? "")) throw error;
  });
}

async function setUpLogins(client: Client, passwords: LoginPasswords): Promise<void> {
  for (const login of LOGIN_NAMES) {
    const settings = Object.entries(LOGIN_SETTINGS).map(
      ([name, value]) => `alter role ${login} set ${name} = '${value}';`,
    );
    const verifier = scramVerifier(passwords[login]);
    await client.query(`alter role ${login} password '${verifier}'; ${settings.join(" ")}`);
  }
}

/** A login may enter its roles and inherits none of them; the migrating login enters `owner`. */
async function grantMemberships(client: Client): Promise<void> {
  const { rows } = await client.query<{ me: string; version: number }>(
    "select current_user as me, current_setting('server_version_num')::int as version",
  );
  const { me = "", version = 0 } = rows[0] ?? {};
  const ownedByOwner = [...NARROW_ROLES, ...JOB_ROLES].map((role) => [role, OWNER] as const);
  const enteredByLogins = LOGIN_NAMES.flatMap((login) =>
    rolesOf(login).map((role) => [role, login] as const),
  );
  // before 16 there is no such clause: the members are NOINHERIT
  const only = version >= 160_000 ? "with inherit false, set true" : "";
  for (const [role, member] of [[OWNER, me] as const, ...ownedByOwner, ...enteredByLogins]) {
    if (await maySet(client, role, member, version)) continue;
    await client.query(`grant ${role} to ${client.escapeIdentifier(member)} ${only}`);
  }
}

/** Whether the membership stands already. */
async function maySet(client: Client, role: string, member: string, version: number) {
  const canSet = version >= 160_000 ? "set_option" : "true";
  const found = await client.query(
    `select from pg_auth_members where roleid = $1::regrole and member = $2::regrole and ${canSet}`,
    [role, client.escapeIdentifier(member)],
  );
  return found.rowCount !== 0;
}

/**
 * Who may connect to this database and use its schema. Its own function, since a copy made from a template
 * does not take over who may connect.
 */
export async function openDatabase(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string; schema_owner: string }>(
    `select quote_ident(current_database()) as name,
       (select nspowner::regrole::text from pg_namespace where nspname = 'public') as schema_owner`,
  );
  const { name = "", schema_owner = "" } = rows[0] ?? {};
  await client.query(`
    revoke all on database ${name} from public;
    grant connect on database ${name} to ${LOGIN_NAMES.join(", ")};
    grant create on database ${name} to ${OWNER};
    -- files are checked in a temporary table before they are imported
    grant temporary on database ${name} to login_staff;
  `);
  if (schema_owner !== OWNER) await client.query(`alter schema public owner to ${OWNER}`);
  await client.query(`
    set role ${OWNER};
    revoke all on schema public from public;
    grant usage on schema public to ${[...ENTERED_ROLES, ...NARROW_ROLES].join(", ")};
    reset role;
  `);
}
