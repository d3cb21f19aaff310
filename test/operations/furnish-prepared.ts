// An import that waits to be begun, with its file in the store: the oldest of all, so that lists of them stay as they are.
import type { Client } from "pg";
import { daysAgo, insertRows } from "../../seeds/records";
import { STORY_PEOPLE } from "../../seeds/story-people";
import { keepFile } from "../../src/files/files";

export const PREPARED_ID = "01990000-0001-7000-8e00-000000000001";

const TEXT = `Email,Name,Company
ann@fair.example.com,Ann Bek,Acme
bo@@fair.example.com,Bo Cay,Acme
no address,Somebody,Nowhere
`;

export async function furnishPrepared(database: Client): Promise<void> {
  const createdBy = STORY_PEOPLE.marketing.viewer.id;
  const file = await keepFile(pieces());
  await insertRows(database, "files", [
    {
      ...{ id: file.id, use: "IMPORT", name: "fair.csv", byte_count: file.byteCount },
      ...{ sha256: bytes(file.sha256), data_key: bytes(file.sealedKey), audience: "MARKETING" },
      ...{ created_by: createdBy, expires_at: "2100-01-01T00:00:00Z" },
    },
  ]);
  await insertRows(database, "imports", [
    {
      ...{ id: PREPARED_ID, file_id: file.id, file_name: "fair.csv", byte_count: file.byteCount },
      ...{ kind: "PROSPECTS", tool: "OTHER", encoding: "UTF-8", delimiter: "," },
      ...{ columns: ["Email", "Name", "Company"], created_by: createdBy, created_at: daysAgo(9) },
      mapping: { EMAIL_ADDRESS: 0, NAME: 1, COMPANY_NAME: 2 },
    },
  ]);
}

const bytes = (value: Buffer) => `\\x${value.toString("hex")}`;

async function* pieces(): AsyncGenerator<Buffer> {
  yield Buffer.from(TEXT);
}
