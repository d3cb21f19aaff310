// Each policy of row security, replaced by true. SQL of one's own in a role of it, which is the first wall open, must
// see or write more; what the program asks must not.
import type { Client } from "pg";
import { audienceRole } from "../../../src/database/roles";
import { type Audience, AUDIENCES } from "../../../src/viewer/audience";
import { type Asker, foreignRowsFor, ofAudience } from "../asking";
import type { Mutant } from "./mutant";
import { type Attempts, attemptsOf, isMore } from "./attempts";
import { schemaOf } from "./schemas";

export type Policy = {
  name: string;
  isPermissive: boolean;
  table: string;
  command: "r" | "a" | "w" | "d" | "*";
  roles: string[];
  using: string | null;
  check: string | null;
  /** The columns by which the policies of the table decide what may be inserted. */
  columns: string[];
};

/** Policies that nothing notices by themselves, and why. */
const REDUNDANT: Record<string, string> = {
  "somebody on feed": "what lets tools in asks provider_agreements, where nobody gets in either",
  "somebody on files": "what lets people in asks for their own, and nobody has any",
  "somebody on import_mends": "what lets people in asks for files of their own, and nobody has any",
  "somebody on sessions": "what lets people in asks for their own, and nobody has any",
  "somebody on preferences": "what lets people in asks for their own, and nobody has any",
};

/** Idle are those that let no more through when they are true: true already, or where nothing else lets anybody in. */
export async function policyMutants(
  standing: Client,
  askers: readonly Asker[],
): Promise<{ mutants: Mutant[]; idle: number }> {
  const policies = await policiesIn(standing);
  const working = policies.filter((each) => isFilter(each.using) || isFilter(each.check));
  const reached = working.filter((policy) => isReached(policy, policies));
  const mutants = reached
    .filter(({ name, table }) => !(`${name} on ${table}` in REDUNDANT))
    .map((policy) => mutant(standing, policy, askers, policies));
  return { mutants, idle: policies.length - mutants.length };
}

const isFilter = (expression: string | null) => expression !== null && expression !== "true";

const isReached = (policy: Policy, all: Policy[]) =>
  policy.isPermissive || audiencesReaching(policy, all).length > 0;

/** The audiences whose roles some other policy of the table lets in. */
const audiencesReaching = ({ table, roles }: Policy, all: Policy[]) => {
  const letIn = all.filter((each) => each.isPermissive && each.table === table);
  return roles.filter((role) => letIn.some((each) => each.roles.includes(role)));
};

async function policiesIn(database: Client): Promise<Policy[]> {
  const { rows } = await database.query<Policy>(
    `select p.polname::text as name, p.polrelid::regclass::text as table, p.polcmd::text as command,
       p.polpermissive as "isPermissive",
       array(select unnest(p.polroles)::regrole::text) as roles,
       pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check,
       array(select distinct a.attname::text from pg_depend d join pg_policy o on o.oid = d.objid
           join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
         where d.classid = 'pg_policy'::regclass and o.polrelid = p.polrelid and o.polcmd in ('a', '*') and d.refobjid = p.polrelid and d.refobjsubid > 0) as columns
     from pg_policy p order by 2, 1`,
  );
  return rows;
}

function mutant(standing: Client, policy: Policy, askers: readonly Asker[], all: Policy[]): Mutant {
  const roles = policy.isPermissive ? policy.roles : audiencesReaching(policy, all);
  return {
    name: `the policy ${policy.name} on ${policy.table}`,
    sort: "policy",
    async isNoticed() {
      const attempts = await attemptsOf(standing, { ...policy, roles });
      await standing.query("begin");
      try {
        const before: Attempts = await attempts();
        await standing.query(broken(policy));
        return isMore(await attempts(), before);
      } finally {
        await standing.query("rollback");
      }
    },
    async foreignRows() {
      await standing.query(broken(policy));
      let foreign = 0;
      for (const audience of await audiencesBehind(standing, roles))
        for (const asker of ofAudience(askers, audience))
          foreign += await foreignRowsFor(asker, schemaOf(audience));
      await standing.query(mended(policy));
      return foreign;
    },
  };
}

const altered = ({ name, table }: Policy, using: string | null, check: string | null) =>
  `alter policy ${name} on ${table} ${using === null ? "" : `using (${using})`} ${check === null ? "" : `with check (${check})`}`;
const broken = (policy: Policy) => altered(policy, policy.using && "true", policy.check && "true");
const mended = (policy: Policy) => altered(policy, policy.using, policy.check);

/** The audiences that act in these roles: by themselves, or through the functions that a role owns. */
async function audiencesBehind(database: Client, roles: string[]): Promise<Audience[]> {
  const { rows } = await database.query<{ role: string }>(
    `select r.rolname::text as role from pg_roles r where r.rolname = any ($1) or exists (
       select from pg_proc p join pg_roles o on o.oid = p.proowner
       where p.prosecdef and o.rolname = any ($1) and has_function_privilege(r.oid, p.oid, 'execute'))`,
    [roles],
  );
  const found = rows.map(({ role }) => role);
  return AUDIENCES.filter((audience) => found.includes(audienceRole(audience)));
}
