// Views exist in the audience in which they were made, an administrator's within the customer: one's own, and those
// that are shared. Changed and removed are one's own alone.
import { defineScope, type Reach, reachOf } from "../access/scope";
import { type Fragment, sql } from "../database/sql";
import type { Viewer } from "../viewer/viewer";

const ofCustomer: Reach = ({ id, audience, customerId }) =>
  sql`customer_id = ${customerId}::uuid and audience = ${audience} and (is_shared or made_by = ${id}::uuid)`;
const ofStaff: Reach = ({ id, audience }) =>
  sql`customer_id is null and audience = ${audience} and (is_shared or made_by = ${id}::uuid)`;

defineScope("saved_views", {
  ACCOUNT_ADMINISTRATOR: ofCustomer,
  SUPPORT: ofStaff,
  MARKETING: ofStaff,
  PRIVACY_OFFICER: ofStaff,
  OPERATOR: ofStaff,
});

export const ownViews = (viewer: Viewer): Fragment =>
  sql`${reachOf(viewer, "saved_views")} and made_by = ${viewer.id}::uuid`;
