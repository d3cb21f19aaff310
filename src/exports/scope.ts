// An export exists for whoever asked for it in that role, for the administrators of the customer, and for the privacy
// officer. Its file is its maker's alone.
import { defineScope, everywhere } from "../access/scope";
import { sql } from "../database/sql";

defineScope("exports", {
  MARKETING: ({ id, audience }) => sql`created_by = ${id}::uuid and audience = ${audience}`,
  ACCOUNT_ADMINISTRATOR: ({ customerId, audience }) =>
    sql`customer_id = ${customerId}::uuid and audience = ${audience}`,
  PRIVACY_OFFICER: everywhere,
});
