// As whom a person may sign in with one password: each way in × each audience that stands open behind it.
import { type Fragment, sql } from "../../database/sql";
import type { Unit } from "../../database/unit-of-work";
import type { Audience } from "../audience";

export type Choice = {
  credentialId: string;
  personKind: "STAFF" | "PLATFORM_USER";
  personId: string;
  customerId: string | null;
  customerName: string | null;
  audience: Audience;
  hasSecondFactor: boolean;
};
export type KnownWay = Choice & { passwordHash: Buffer; passwordSalt: Buffer | null };

/** What stands behind the ways in that meet the condition; people who may not act any more are left out. */
export const choicesWhere = (condition: Fragment): Fragment =>
  sql`select c.id as "credentialId", c.person_kind as "personKind", c.person_id as "personId", c.customer_id as "customerId",
      k.name as "customerName", c.password_hash as "passwordHash", c.password_salt as "passwordSalt", c.totp_confirmed_at is not null as "hasSecondFactor",
      coalesce(r.audience::text, case u.role when 'ACCOUNT_ADMINISTRATOR' then 'ACCOUNT_ADMINISTRATOR' else 'PLATFORM_USER' end) as audience
    from credentials c
    left join staff s on c.person_kind = 'STAFF' and s.id = c.person_id and s.state = 'ACTIVE'
    left join staff_roles r on r.staff_id = s.id and r.is_in_force
    left join platform_users u on u.customer_id = c.customer_id and u.id = c.person_id and u.state = 'ACTIVE'
    left join customers k on k.id = u.customer_id and k.state = 'ACTIVE'
    where (r.staff_id is not null or k.id is not null) and ${condition}
    order by k.name, audience, c.id`;

export const choiceId = ({ credentialId, audience }: Choice) => `${credentialId}.${audience}`;

export async function waysOf(unit: Unit, credentialIds: readonly string[]): Promise<KnownWay[]> {
  const [found] = await unit.run(choicesWhere(sql`c.id = any (${credentialIds}::uuid[])`));
  return (found?.rows ?? []) as KnownWay[];
}
