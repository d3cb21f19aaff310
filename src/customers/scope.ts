// Which customers and contacts exist for whom: an administrator's own, support's and operators' all, where the
// purpose is permitted.
import { defineScope } from "../access/scope";
import { every, sql } from "../database/sql";
import { permitted } from "../lawfulness/gate";

defineScope("customers", {
  ACCOUNT_ADMINISTRATOR: (viewer) =>
    every([sql`id = ${viewer.customerId}::uuid`, permitted(viewer, "CUSTOMER")]),
  SUPPORT: (viewer) => permitted(viewer, "CUSTOMER"),
  OPERATOR: (viewer) => permitted(viewer, "CUSTOMER"),
});

defineScope("customer_contacts", {
  ACCOUNT_ADMINISTRATOR: (viewer) =>
    every([sql`customer_id = ${viewer.customerId}::uuid`, permitted(viewer, "CUSTOMER_CONTACT")]),
  SUPPORT: (viewer) => permitted(viewer, "CUSTOMER_CONTACT"),
  MARKETING: (viewer) => permitted(viewer, "CUSTOMER_CONTACT"),
});
