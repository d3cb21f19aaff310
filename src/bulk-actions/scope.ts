// Bulk actions exist for marketing, whoever of it prepared them, and the privacy officer looks on.
import { defineScope, everywhere } from "../access/scope";

defineScope("bulk_actions", { MARKETING: everywhere, PRIVACY_OFFICER: everywhere });
