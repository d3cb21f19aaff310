// The job that goes on with a bulk action: once for each, however often it is asked for.
import { type Fragment, sql } from "../database/sql";

export const queueBulkAction = (id: string): Fragment =>
  sql`select queue_job('act_on_many', ${JSON.stringify({ bulkActionId: id })}::json, ${`bulk action ${id}`})`;
