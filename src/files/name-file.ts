// The row that names a file which was kept: whose it is, what for, and until when.
import { type Fragment, sql } from "../database/sql";
import type { Viewer } from "../viewer/viewer";
import type { Kept } from "./files";

/** What of it is known to the database alone is a fragment. */
type Named = { use: "IMPORT" | "IMPORT_ERRORS" | "EXPORT"; name: Fragment; until: Fragment };

export const nameFile = (
  { id: viewerId, audience }: Viewer,
  { id, byteCount, sha256, sealedKey }: Kept,
  { use, name, until }: Named,
): Fragment =>
  sql`insert into files (id, use, name, byte_count, sha256, data_key, audience, created_by, expires_at)
    values (${id}::uuid, ${use}, ${name}, ${byteCount}::bigint, ${sha256}::bytea, ${sealedKey}::bytea,
      ${audience}, ${viewerId}::uuid, ${until})`;
