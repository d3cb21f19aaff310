// Holds and erasures are the privacy officer's.
import { defineScope, everywhere } from "../access/scope";

defineScope("legal_holds", { PRIVACY_OFFICER: everywhere });
defineScope("erasures", { PRIVACY_OFFICER: everywhere });
