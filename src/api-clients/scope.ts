// Clients are operators' business, overseen by the privacy officer.
import { defineScope, everywhere } from "../access/scope";

for (const table of ["api_clients", "api_client_secrets"]) {
  defineScope(table, { OPERATOR: everywhere, PRIVACY_OFFICER: everywhere });
}
