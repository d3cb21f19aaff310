// Which tables grow with a company's years: all of them but these. A table that is new grows, until somebody says here why it
// stays small.

const STAYS_SMALL: Readonly<Record<string, string>> = {
  staff: "our own people",
  staff_roles: "our own people",
  staff_invitations: "our own people",
  recovery_codes: "of our own people",
  api_clients: "a tool or two of a customer's",
  api_client_secrets: "of a tool or two",
  service_providers: "a few",
  provider_agreements: "a few",
  register_bases: "the register",
  figures: "some for each month",
  import_mappings: "one for each tool",
  outbox: "numbered at once",
  audit_unsealed: "sealed within seconds",
  migrations: "the schema's own",
  address_hash_layers: "one row",
  prospects_due_to_be_informed: "one row",
};

export const isGrowing = (table: string) => !(table in STAYS_SMALL);
