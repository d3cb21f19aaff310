// Providers, their agreements and what left to them: the privacy officer's business. Operators, who make clients for
// providers, reach those with an agreement in force; marketing those who may be given contacts.
import { defineScope, everywhere } from "../access/scope";
import { raw } from "../database/sql";

defineScope("service_providers", {
  PRIVACY_OFFICER: everywhere,
  OPERATOR: () => raw("agreement_in_force(id)"),
  MARKETING: () =>
    raw("(agreement_covers_export(id, 'PROSPECTS') or agreement_covers_export(id, 'SUBSCRIBERS'))"),
});
for (const table of ["provider_agreements", "disclosures"]) {
  defineScope(table, { PRIVACY_OFFICER: everywhere });
}
