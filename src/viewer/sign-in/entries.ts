// Attempts to sign in, and what follows from them, in the audit: one entry each, whether or not anybody has the address.
import { sql, type Fragment } from "../../database/sql";
import { newId } from "../../database/uuid";
import type { Viewer } from "../viewer";

export type Person = { personId: string; customerId: string | null; audience: string };

type Attempt = {
  operation: string;
  isRefused?: boolean;
  /** Null where the address is nobody's, or the person is not known yet. */
  person: Person | null;
};

export const signInEntry = (
  { requestId }: Pick<Viewer, "requestId">,
  { operation, isRefused = false, person }: Attempt,
): Fragment => {
  const ids = person ? [person.personId] : [];
  return sql`insert into audit_entries (id, action, audience, viewer_id, customer_id, purpose, operation, subject_kind, subject_ids, row_count, request_id)
    values (${newId()}::uuid, ${isRefused ? "DENIED" : "WRITE"}::audit_action, ${person?.audience ?? "PUBLIC"}, ${person?.personId ?? null}::uuid,
      ${person?.customerId ?? null}::uuid, 'SECURITY', ${operation}, 'SESSION', ${ids}::uuid[], ${ids.length}::integer, ${requestId ?? null}::uuid)`;
};
