// Which subscribers exist for whom: those to whom the newsletter may go, for marketing, and for tools whose agreement
// covers them.
import { defineScope } from "../access/scope";
import { every, sql } from "../database/sql";
import { permitted } from "../lawfulness/gate";

defineScope("subscribers", {
  MARKETING: (viewer) => permitted(viewer, "SUBSCRIBER"),
  CONTACT_SYNC: (viewer) =>
    every([
      permitted(viewer, "SUBSCRIBER"),
      sql`(select agreement_covers('SUBSCRIBER', 'NEWSLETTER'))`,
    ]),
});
