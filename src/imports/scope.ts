// Imports exist for marketing, whoever of it began them, and the privacy officer looks on.
import { defineScope, everywhere } from "../access/scope";

defineScope("imports", { MARKETING: everywhere, PRIVACY_OFFICER: everywhere });
