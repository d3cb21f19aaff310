// The audit exists for the privacy officer.
import { defineScope, everywhere } from "../access/scope";

defineScope("audit_entries", { PRIVACY_OFFICER: everywhere });
