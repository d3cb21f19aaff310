// Files and imports of everybody in marketing, and in each state: whose they are, and who may go on with them.
import type { Client } from "pg";
import { insertRows } from "../../seeds/records";
import { STORY_PEOPLE, STORY_STAFF } from "../../seeds/story-people";
import { newId } from "../../src/database/uuid";

const HASH = `\\x${"5a".repeat(32)}`;
const AT = "2100-01-01T00:00:00Z";
const STATES = ["PREPARED", "QUEUED", "RUNNING", "DONE", "FAILED", "UNDOING"];

export async function plantImports(database: Client): Promise<void> {
  const own = STORY_PEOPLE.marketing.viewer.id;
  const people = [own, STORY_STAFF[0].id];
  const files = people.flatMap((person) =>
    ["MARKETING", "SUPPORT"].map((audience) => ({
      ...{ id: newId(), use: "IMPORT", name: "planted.csv", byte_count: 1, sha256: HASH },
      ...{ data_key: HASH, audience, created_by: person, expires_at: AT },
    })),
  );
  await insertRows(database, "files", files);
  const fileOf = (person: string | null) =>
    files.find(({ audience, created_by }) => audience === "MARKETING" && created_by === person)!.id;
  const imports = people.flatMap((person) =>
    STATES.map((state) => ({
      ...{ id: newId(), file_id: fileOf(person), file_name: "planted.csv", byte_count: 1, state },
      ...{ kind: "PROSPECTS", tool: "OTHER", encoding: "UTF-8", delimiter: ",", columns: ["a"] },
      ...{ mapping: {}, source: "Planted", created_by: person, acting_for: person },
    })),
  );
  await insertRows(database, "imports", imports);
  const importId = imports[0]?.id;
  await insertRows(
    database,
    "import_rows",
    ["PROSPECT", "PLATFORM_USER"].map((kind, row_number) => ({
      ...{ import_id: importId, row_number, subject_kind: kind, subject_id: newId() },
      ...{ outcome: "ADDED", new_name: "AA planted", brought_at: AT },
    })),
  );
  await insertRows(database, "import_refusals", [
    { import_id: importId, row_number: 1, code: "INVALID", message: "Planted" },
  ]);
  await insertRows(
    database,
    "import_mends",
    imports.map(({ id, file_id }) => ({
      ...{ import_id: id, row_number: 1, file_id, is_left_out: true },
    })),
  );
  await insertRows(database, "import_mappings", [{ columns_hash: HASH, mapping: {}, used_at: AT }]);
}
