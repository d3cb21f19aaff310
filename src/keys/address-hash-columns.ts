// The tables that keep hashes of addresses, all of them in `email_hash`. They are all declared here: what rotating the key
// didn't reach would match nobody any more, and of suppressions nobody could tell what they were.

export const TABLES_WITH_ADDRESS_HASHES = [
  "credentials",
  "customer_contacts",
  "password_resets",
  "platform_users",
  "prospects",
  "staff",
  "staff_invitations",
  "subscribers",
  "suppressions",
  "user_invitations",
] as const;
