// The job that makes an export: once for each, however often it is asked for.
import { type Fragment, sql } from "../database/sql";

export const queueExport = (id: string): Fragment =>
  sql`select queue_job('make_export', ${JSON.stringify({ exportId: id })}::json, ${`export ${id}`})`;
