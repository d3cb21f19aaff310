// A file exists for whoever it is of, in the audience that it was made in, until its time is over.
import { defineScope } from "../access/scope";
import { type Fragment, sql } from "../database/sql";
import type { Viewer } from "../viewer/viewer";

const own = ({ id, audience }: Viewer): Fragment =>
  sql`created_by = ${id}::uuid and audience = ${audience} and expires_at > decision_time()`;

defineScope("files", { MARKETING: own, ACCOUNT_ADMINISTRATOR: own, PRIVACY_OFFICER: own });
