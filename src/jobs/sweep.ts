// Forgets what serves no more: attempts, challenges, resets, sessions and invitations long over, mails long sent, what undid imports
// and bulk actions. Which rows those are stand in the sweeper's policies; it reaches no other.
import { raw } from "../database/sql";
import { inOneTrip } from "../database/unit-of-work";
import { jobActor } from "./job-actor";

const SWEPT = [
  "sign_in_challenges",
  "sign_in_rates",
  "password_resets",
  "sessions",
  "revoked_tokens",
  "user_invitations",
  "staff_invitations",
  "mails",
  "idempotency_keys",
  "import_rows",
  "import_refusals",
  "bulk_action_batches",
  "bulk_action_changes",
];

export async function sweep(): Promise<void> {
  await inOneTrip(
    jobActor("job_sweeper"),
    SWEPT.map((table) => raw(`delete from ${table}`)),
  );
}
