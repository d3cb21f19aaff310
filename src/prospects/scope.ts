// Which prospects exist for whom: those who may be marketed to, for marketing and its tools; and for marketing how
// they met us.
import { defineScope } from "../access/scope";
import { sql } from "../database/sql";
import { permitted } from "../lawfulness/gate";

defineScope("prospects", {
  MARKETING: (viewer) => permitted(viewer, "PROSPECT"),
  CONTACT_SYNC: (viewer) => permitted(viewer, "PROSPECT"),
});

defineScope("interactions", {
  MARKETING: (viewer) =>
    sql`exists (select from prospects p where p.id = prospect_id and ${permitted(viewer, "PROSPECT", "p")})`,
});
