// The audit exists for the privacy officer; of what concerns a customer or a person, they have their part.
import { defineScope, everywhere, type Reach } from "../access/scope";
import { every, sql } from "../database/sql";

const ofOwnCustomer: Reach = ({ customerId }) => sql`customer_id = ${customerId}::uuid`;

defineScope("audit_entries", { PRIVACY_OFFICER: everywhere });
defineScope("audit_seals", { PRIVACY_OFFICER: everywhere });
defineScope("audit_heads", { PRIVACY_OFFICER: everywhere, ACCOUNT_ADMINISTRATOR: ofOwnCustomer });
defineScope("access_log", {
  ACCOUNT_ADMINISTRATOR: ofOwnCustomer,
  PLATFORM_USER: (viewer) =>
    every([
      ofOwnCustomer(viewer),
      sql`id in (select accesses_to(${viewer.id}::uuid))`,
      sql`audience <> ${viewer.audience}`, // what the person did is no news
    ]),
});
