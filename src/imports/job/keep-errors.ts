// The rows that were not brought in, as a file to take away: number, field, code and reason, and nothing of the rows.
import { stringify } from "csv-stringify/sync";
import { type Fragment, sql } from "../../database/sql";
import { inOneTrip } from "../../database/unit-of-work";
import { keepFile } from "../../files/files";
import { nameFile } from "../../files/name-file";
import { actorOf } from "../../viewer/actor";
import type { Viewer } from "../../viewer/viewer";

const PAGE_ROWS = 5_000;
const COLUMNS = ["row", "field", "code", "reason"];

type Refused = { row: number; field: string | null; code: string; message: string };

/** The statement that names the file in the import; null where no row was refused. */
export async function keepErrors(viewer: Viewer, importId: string): Promise<Fragment | null> {
  const pages = errorPages(viewer, importId);
  const first = await pages.next();
  if (first.done) return null;
  async function* lines() {
    yield Buffer.from(stringify([COLUMNS]));
    yield linesOf(first.value as Refused[]);
    for await (const page of pages) yield linesOf(page);
  }
  const file = await keepFile(lines());
  const row = nameFile(viewer, file, {
    use: "IMPORT_ERRORS",
    name: sql`(select left(file_name, 180) || '.errors.csv' from imports where id = ${importId}::uuid)`,
    until: sql`decision_time() + interval '7 days'`,
  });
  return sql`with named as (${row})
    update imports set errors_file_id = ${file.id}::uuid where id = ${importId}::uuid`;
}

async function* errorPages(viewer: Viewer, importId: string): AsyncGenerator<Refused[]> {
  for (let after = 0; ;) {
    const [found] = await inOneTrip(actorOf(viewer, "IMPORT"), [
      sql`select row_number as row, field, code, message from import_refusals
        where import_id = ${importId}::uuid and row_number > ${after}::integer order by row_number limit ${PAGE_ROWS}`,
    ]);
    const page = (found?.rows ?? []) as Refused[];
    if (!page.length) return;
    yield page;
    after = page.at(-1)!.row;
  }
}

const linesOf = (page: Refused[]): Buffer =>
  Buffer.from(
    stringify(page.map(({ row, field, code, message }) => [row, field ?? "", code, message])),
  );
