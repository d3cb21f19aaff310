// Providers, their agreements and what left to them: the privacy officer's business.
import { defineScope, everywhere } from "../access/scope";

for (const table of ["service_providers", "provider_agreements", "disclosures"]) {
  defineScope(table, { PRIVACY_OFFICER: everywhere });
}
