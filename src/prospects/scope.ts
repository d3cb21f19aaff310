// Which prospects exist for whom: those who may be marketed to, for marketing, and for tools whose agreement covers
// them; and for marketing how they met us.
import { defineScope } from "../access/scope";
import { every, sql } from "../database/sql";
import { permitted } from "../lawfulness/gate";

defineScope("prospects", {
  MARKETING: (viewer) => permitted(viewer, "PROSPECT"),
  CONTACT_SYNC: (viewer) =>
    every([
      permitted(viewer, "PROSPECT"),
      sql`(select agreement_covers('PROSPECT', 'MARKETING_AND_SALES'))`,
    ]),
});

defineScope("interactions", {
  MARKETING: (viewer) =>
    sql`exists (select from prospects p where p.id = prospect_id and ${permitted(viewer, "PROSPECT", "p")})`,
});
