// Preferences exist for their own person.
import { defineScope, type Reach } from "../access/scope";
import { sql } from "../database/sql";

const ofUser: Reach = ({ id, customerId }) =>
  sql`customer_id = ${customerId}::uuid and person_id = ${id}::uuid`;
const ofStaff: Reach = ({ id }) => sql`customer_id is null and person_id = ${id}::uuid`;

defineScope("preferences", {
  PLATFORM_USER: ofUser,
  ACCOUNT_ADMINISTRATOR: ofUser,
  SUPPORT: ofStaff,
  MARKETING: ofStaff,
  PRIVACY_OFFICER: ofStaff,
  OPERATOR: ofStaff,
});
