// A token says who somebody was when it was issued; whether they may still act is asked of the database, and known
// for a few seconds: whoever is deactivated, demoted, signed out or without a customer is out within five.
import { type Fragment, raw, sql } from "../database/sql";
import type { Audience } from "./audience";
import { asSignIn } from "./sign-in-role";
import type { Viewer } from "./viewer";

/** How long an answer is believed, in milliseconds; with the time to ask it stays below five seconds. */
const BELIEVED_FOR_MS = 3_000;
const REMEMBERED_MAXIMUM = 10_000;

type Known = { isAllowed: Promise<boolean>; until: number };
const known = new Map<string, Known>();

/** Whether this viewer may act now. Rejects with `DatabaseAway` where nobody can say. */
export function isStillAllowed(viewer: Viewer): Promise<boolean> {
  const condition = CONDITIONS[viewer.audience];
  if (!condition) return Promise.resolve(true);
  const key = [viewer.audience, viewer.id, viewer.customerId, viewer.sessionId].join(" ");
  const before = known.get(key);
  if (before && before.until > Date.now()) return before.isAllowed;
  const isAllowed = ask(viewer, condition);
  known.delete(key); // so that the order of the map is the order of asking
  known.set(key, { isAllowed, until: Date.now() + BELIEVED_FOR_MS });
  isAllowed.catch(() => known.delete(key));
  if (known.size > REMEMBERED_MAXIMUM) known.delete(known.keys().next().value!);
  return isAllowed;
}

async function ask(viewer: Viewer, condition: Condition): Promise<boolean> {
  const [answer] = await asSignIn(
    sql`select ${condition(viewer)} and ${hasLiveSession(viewer)} as "isAllowed"`,
  );
  return answer?.rows[0]?.isAllowed === true;
}

type Condition = (viewer: Viewer) => Fragment;

const isInOffice: Condition = ({ id, audience }) =>
  sql`exists (select from staff s join staff_roles r on r.staff_id = s.id
    where s.id = ${id}::uuid and s.state = 'ACTIVE' and r.is_in_force and r.audience::text = ${audience})`;

const isActiveUser: Condition = ({ id, customerId }) =>
  sql`exists (select from platform_users u join customers c on c.id = u.customer_id
    where u.customer_id = ${customerId}::uuid and u.id = ${id}::uuid and u.state = 'ACTIVE' and c.state = 'ACTIVE')`;

const isActiveAdministrator: Condition = ({ id, customerId }) =>
  sql`exists (select from platform_users u join customers c on c.id = u.customer_id
    where u.customer_id = ${customerId}::uuid and u.id = ${id}::uuid and u.state = 'ACTIVE' and c.state = 'ACTIVE'
      and u.role = 'ACCOUNT_ADMINISTRATOR')`;

const CONDITIONS: Partial<Record<Audience, Condition>> = {
  PLATFORM_USER: isActiveUser,
  ACCOUNT_ADMINISTRATOR: isActiveAdministrator,
  SUPPORT: isInOffice,
  MARKETING: isInOffice,
  PRIVACY_OFFICER: isInOffice,
  OPERATOR: isInOffice,
};

const hasLiveSession: Condition = ({ id, audience, sessionId }) =>
  sessionId === null
    ? raw("true")
    : sql`exists (select from sessions where id = ${sessionId}::uuid and person_id = ${id}::uuid and audience = ${audience}
        and ended_at is null and expires_at > decision_time())`;
