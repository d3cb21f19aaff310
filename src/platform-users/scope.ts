// Which users and activities exist for whom: oneself; the users of the administrator's customer; support's all.
import { defineScope } from "../access/scope";
import { every, type Fragment, sql } from "../database/sql";
import { permitted } from "../lawfulness/gate";
import type { Viewer } from "../viewer/viewer";

const ofOwnCustomer = (viewer: Viewer) => sql`customer_id = ${viewer.customerId}::uuid`;

defineScope("platform_users", {
  PLATFORM_USER: (viewer) => every([ofOwnCustomer(viewer), sql`id = ${viewer.id}::uuid`]),
  ACCOUNT_ADMINISTRATOR: (viewer) =>
    every([ofOwnCustomer(viewer), permitted(viewer, "PLATFORM_USER")]),
  SUPPORT: (viewer) => permitted(viewer, "PLATFORM_USER"),
});

/** A value, not an `exists`: that would be turned into a join with all users of the customer, for a page of activities. */
const byPermittedUser = (viewer: Viewer): Fragment =>
  sql`(select true from platform_users u where u.customer_id = activities.customer_id
    and u.id = platform_user_id and ${permitted(viewer, "PLATFORM_USER", "u")})`;

defineScope("activities", {
  PLATFORM_USER: (viewer) =>
    every([ofOwnCustomer(viewer), sql`platform_user_id = ${viewer.id}::uuid`]),
  ACCOUNT_ADMINISTRATOR: (viewer) => every([ofOwnCustomer(viewer), byPermittedUser(viewer)]),
  SUPPORT: byPermittedUser,
});

defineScope("account_administrators", {
  PLATFORM_USER: ofOwnCustomer,
  ACCOUNT_ADMINISTRATOR: ofOwnCustomer,
});
