// The subscribers that an export holds, by COPY, asked by a superuser: the limit that files are compared with.
import { EXPORTED } from "../../../src/exports/columns";

const { columns, table } = EXPORTED.SUBSCRIBERS;

export const SUBSCRIBERS_AS_CSV = `copy (
  select ${Object.values(columns).join(", ")} from ${table}
  where (purposes & 16) <> 0 and purposes_valid_until > now()
) to stdout (format csv, header)`;
