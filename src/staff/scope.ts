// Our own people and their roles: operators' business, overseen by the privacy officer.
import { defineScope, everywhere } from "../access/scope";

for (const table of ["staff", "staff_roles"]) {
  defineScope(table, { OPERATOR: everywhere, PRIVACY_OFFICER: everywhere });
}
