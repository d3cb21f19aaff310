// A change of a user, with the customer's administrators held: of two who demote each other at once, the second waits,
// and then sees that it would be the last.
import { reachOf } from "../access/scope";
import { sql } from "../database/sql";
import type { Unit } from "../database/unit-of-work";
import { userError } from "../graphql/user-error";
import type { Viewer } from "../viewer/viewer";

export type LockedUser = {
  name: string;
  id: string;
  role: string;
  state: string;
  version: number;
  isLastAdministrator: boolean;
};

/** The viewer's user under this id, locked together with the account's active administrators; or null. */
export async function lockUser(viewer: Viewer, unit: Unit, id: string): Promise<LockedUser | null> {
  const [locked] = await unit.run(
    sql`select id, name, role, state, version from platform_users
      where ${reachOf(viewer, "platform_users")}
        and (id = ${id}::uuid or (role = 'ACCOUNT_ADMINISTRATOR' and state = 'ACTIVE'))
      order by id for update`,
  );
  const rows = (locked?.rows ?? []) as Omit<LockedUser, "isLastAdministrator">[];
  const administrators = rows.filter(
    (row) => row.role === "ACCOUNT_ADMINISTRATOR" && row.state === "ACTIVE",
  );
  const user = rows.find((row) => row.id === id.toLowerCase());
  return user
    ? {
        ...user,
        isLastAdministrator: administrators.length === 1 && administrators[0]?.id === user.id,
      }
    : null;
}

export const lastAdministrator = (field: string) =>
  userError(
    "LAST_ADMINISTRATOR",
    field,
    "This is the last active account administrator. Make somebody else one first.",
  );
