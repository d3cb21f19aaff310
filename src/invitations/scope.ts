// Invitations exist for whoever runs what they lead into: a customer's for its administrators, our own people's for
// operators, who of users' see only those that they sent themselves.
import { defineScope, everywhere } from "../access/scope";
import { sql } from "../database/sql";

defineScope("user_invitations", {
  ACCOUNT_ADMINISTRATOR: ({ customerId }) => sql`customer_id = ${customerId}::uuid`,
  OPERATOR: ({ id }) => sql`invited_by = ${id}::uuid`,
});
defineScope("staff_invitations", { OPERATOR: everywhere });
