// The job that goes on with an import: once for each, however often it is asked for.
import { type Fragment, sql } from "../database/sql";

export const queueImport = (id: string): Fragment =>
  sql`select queue_job('import_contacts', ${JSON.stringify({ importId: id })}::json, ${`import ${id}`})`;
