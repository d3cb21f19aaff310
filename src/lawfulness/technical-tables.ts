// The marks of tables that no GraphQL record lies in.
import { holds } from "./personal-data";

holds("register_bases", { NONE: "subject_kind purpose lawful_basis" });
holds("lawful_bases", {
  PSEUDONYM: "subject_id",
  NONE: "id subject_kind customer_id purpose lawful_basis transition concerns ground effective_at valid_until recorded_at",
});
holds("basis_evidence", {
  EVIDENCE: "sealed unsealed",
  PSEUDONYM: "subject_id",
  NONE: "lawful_basis_id subject_kind recorded_at",
});
holds("suppressions", { PSEUDONYM: "email_hash", NONE: "purpose reason suppressed_at" });
holds("address_hash_layers", { NONE: "is_only layers" });
holds("keys.person_keys", {
  PSEUDONYM: "subject_id",
  NONE: "subject_kind wrapped created_at destroyed_at",
});
holds("audit_entries", {
  PSEUDONYM: "viewer_id subject_ids basis_ids",
  NONE: "id recorded_at action audience customer_id service_provider_id purpose operation subject_kind fields first_change last_change row_count request_id",
  EVIDENCE: "sealed_values",
});
holds("audit_unsealed", { NONE: "tid entry_id" });
holds("audit_seals", {
  PSEUDONYM: "subject_ids",
  NONE: "entry_id number salt leaf_hash chain_hash",
});
holds("audit_heads", {
  NONE: "id customer_id first_number size root chain_hash frontier signed_at complete_at after key_id signature",
});
holds("outbox", { PSEUDONYM: "subject_id", NONE: "tid subject_kind" });
holds("feed", { PSEUDONYM: "subject_id", NONE: "change_number subject_kind numbered_at" });
holds("figures", { NONE: "month subject kind people events computed_at" });
holds("prospects_due_to_be_informed", {
  NONE: "is_only due_within_days due_soon missed as_of",
});
holds("service_providers", { NONE: "id name service created_at" });
holds("provider_agreements", {
  NONE: "id service_provider_id kinds purposes in_force_from ended_at",
});
holds("disclosures", {
  PSEUDONYM: "viewer_id",
  NONE: "id service_provider_id purposes fields first_change last_change export_id ends outcome sha256 contact_count disclosed_at",
});
holds("credentials", {
  ACCOUNT:
    "password_hash password_salt password_changed_at totp_secret totp_confirmed_at totp_last_step",
  PSEUDONYM: "id person_id email_hash",
  NONE: "person_kind customer_id created_at",
});
holds("recovery_codes", {
  ACCOUNT: "code_hash used_at",
  PSEUDONYM: "credential_id",
  NONE: "made_at",
});
holds("sign_in_challenges", {
  ACCOUNT: "new_secret",
  PSEUDONYM: "id credential_ids credential_id session_id",
  NONE: "audience attempts expires_at used_at",
});
holds("sign_in_rates", { PSEUDONYM: "key", NONE: "tries resets_at" });
holds("password_resets", { PSEUDONYM: "email_hash", NONE: "id requested_at expires_at" });
holds("mails", {
  PSEUDONYM: "about_id",
  NONE: "id kind state queued_at handed_over_at settled_at",
});
holds("idempotency_keys", {
  // an answer can be of any category, and be read with the client's key only
  PSEUDONYM: "key_hash answer",
  NONE: "audience request_hash claim_id claimed_at runs_until applied_at",
});
holds("files", {
  // what a file holds is of the import's or the export's making; its name is our own people's choice
  PSEUDONYM: "created_by",
  NONE: "id use name byte_count sha256 data_key audience created_at expires_at",
});
holds("import_rows", {
  CONTACT: "old_name new_name",
  PSEUDONYM: "subject_id",
  NONE: "import_id row_number subject_kind outcome brought_at",
});
holds("import_refusals", { NONE: "import_id row_number field code message" });
holds("import_mends", { CONTACT: "sealed", NONE: "import_id row_number file_id is_left_out" });
holds("import_mappings", { NONE: "columns_hash mapping used_at" });
