// The files that a viewer may read, as a relation to select from or to join.
import { reachOf } from "../access/scope";
import { type Fragment, sql } from "../database/sql";
import type { Viewer } from "../viewer/viewer";
import "./scope";

/** `(select …)`, with the columns that reading a file takes. */
export const ownFiles = (viewer: Viewer): Fragment =>
  sql`(select id, use, name, byte_count, sha256, data_key from files
    where data_key is not null and ${reachOf(viewer, "files")})`;
