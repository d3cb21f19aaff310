// A token says who somebody was when it was issued; whether they may still act is asked of the database, and known
// for a few seconds: whoever is deactivated, demoted, signed out, revoked or without a customer is out within five.
import { type Fragment, raw, sql } from "../database/sql";
import type { Audience } from "./audience";
import { briefly } from "./briefly";
import { mayClientAct } from "./clients/live-client";
import { asSignIn } from "./sign-in-role";
import type { Viewer } from "./viewer";

const known = briefly<boolean>();

/** Whether this viewer may act now, from this address. Rejects with `DatabaseAway` where nobody can say. */
export function isStillAllowed(viewer: Viewer, address: string | null): Promise<boolean> {
  const question = QUESTIONS[viewer.audience];
  if (!question) return Promise.resolve(true);
  const { audience, id, sessionId, secretId, tokenId, ...reach } = viewer;
  const { customerId, serviceProviderId, source } = reach;
  const who = [audience, id, customerId, serviceProviderId, source, sessionId, secretId, tokenId];
  return known([...who, address].join(" "), () => ask(question(viewer, address)));
}

async function ask(question: Fragment): Promise<boolean> {
  const [answer] = await asSignIn(question);
  return answer?.rows[0]?.isAllowed === true;
}

/** A statement that answers `isAllowed`. */
type Question = (viewer: Viewer, address: string | null) => Fragment;

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

const hasLiveSession: Condition = ({ id, audience, sessionId }) =>
  sessionId === null
    ? raw("true")
    : sql`exists (select from sessions where id = ${sessionId}::uuid and person_id = ${id}::uuid and audience = ${audience}
        and ended_at is null and expires_at > decision_time())`;

const ofPerson =
  (condition: Condition): Question =>
  (viewer) =>
    sql`select ${condition(viewer)} and ${hasLiveSession(viewer)} as "isAllowed"`;

const QUESTIONS: Partial<Record<Audience, Question>> = {
  PLATFORM_USER: ofPerson(isActiveUser),
  ACCOUNT_ADMINISTRATOR: ofPerson(isActiveAdministrator),
  SUPPORT: ofPerson(isInOffice),
  MARKETING: ofPerson(isInOffice),
  PRIVACY_OFFICER: ofPerson(isInOffice),
  OPERATOR: ofPerson(isInOffice),
  CONTACT_SYNC: mayClientAct,
  CONNECTOR: mayClientAct,
  INTAKE: mayClientAct,
  DASHBOARD: mayClientAct,
};
