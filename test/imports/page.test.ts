// What the page on bringing contacts in shows is true: its commands are run, one after the other.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { STORY_PEOPLE } from "../../seeds/story-people";
import { FILE_BYTES_MAXIMUM } from "../../src/http/upload";
import { UNDO_DAYS } from "../../src/imports/cancel";
import { COLUMNS_MAXIMUM } from "../../src/imports/file/header";
import { LOOKED_AT_ROWS } from "../../src/imports/look";
import { MENDS_MAXIMUM } from "../../src/imports/mend-row";
import { LOOKING_TIME } from "../../src/imports/preview";
import { NOT_MENDABLE } from "../../src/imports/tools/mended";
import { DAYS_TO_INFORM } from "../../src/prospects/bring-in";
import { type Api, openApi } from "../setup/api";
import { ended, worker } from "./sending";

const PAGE = readFileSync(join(__dirname, "../../docs/marketing/bringing-contacts-in.md"), "utf8");
const COMMANDS = [...PAGE.matchAll(/^curl[\s\S]*?(?=\n```|\ncurl)/gm)].map(([command]) => command);
const FILE = `Email,Name,Company
ann@fair.example.com,Ann Bek,Acme
bo@fair.example.com,Bo Cay,"Cay, Dun & Co"
no address,Somebody,Nowhere

`;

let api: Api;
let queue: Awaited<ReturnType<typeof worker>>;
let folder: string;
beforeAll(async () => {
  api = await openApi();
  queue = await worker(api);
  folder = mkdtempSync(join(tmpdir(), "fair-"));
  writeFileSync(join(folder, "fair.csv"), FILE);
}, 30_000);
afterAll(async () => {
  await queue.stop();
  await api.close();
  rmSync(folder, { recursive: true });
});

async function run(command: string, ids: Record<string, string> = {}) {
  const text = Object.entries(ids).reduce((all, [name, id]) => all.replaceAll(name, id), command);
  const { stdout } = await promisify(execFile)(
    "bash",
    ["-c", text.replaceAll("http://localhost:4000", api.address)],
    {
      ...{ cwd: folder, timeout: 20_000 },
      env: { ...process.env, TOKEN: api.token(STORY_PEOPLE.marketing.viewer) },
    },
  );
  return JSON.parse(stdout);
}

test("a file is sent, looked at, brought in and taken back as the page shows", async () => {
  expect(COMMANDS).toHaveLength(7);
  const [send, prepare, preview, mend, start, progress, undo] = COMMANDS as [string, ...string[]];
  const sent = await run(send);
  const shown = JSON.parse(/```json\n([\s\S]*?)\n```/.exec(PAGE)![1]!);
  expect(sent).toEqual({
    ...shown,
    fileId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  const prepared = (await run(prepare!, { FILE_ID: sent.fileId })).data.importPrepare;
  expect(prepared.userErrors).toEqual([]);
  expect(prepared.import).toMatchObject({ tool: "OTHER", encoding: "UTF-8", delimiter: "," });
  const ids = { IMPORT_ID: prepared.import.id as string };
  expect((await run(preview!, ids)).data.importPreview).toMatchObject({
    ...{ rowsLookedAt: 3, isWholeFile: true },
    rows: [{ row: 4, prediction: "REFUSED", message: "This is no e-mail address." }],
  });
  expect((await run(mend!, ids)).data.importRowMend).toEqual({
    ...{ row: { prediction: "NEW", message: null }, userErrors: [] },
  });
  expect((await run(start!, ids)).data.importStart.userErrors).toEqual([]);
  await ended(api, ids.IMPORT_ID);
  expect((await run(progress!, ids)).data.import).toMatchObject({
    ...{ state: "DONE", percent: 100, rowsRead: 3, added: 3, refused: 0, failure: null },
  });
  expect((await run(undo!, ids)).data.importUndo.userErrors).toEqual([]);
  expect(await ended(api, ids.IMPORT_ID, ["UNDONE"])).toMatchObject({ restored: 3, kept: 0 });
});

test("its numbers are the program's", () => {
  expect(PAGE).toContain(`up to ${FILE_BYTES_MAXIMUM / 1024 ** 3} GiB`);
  expect(PAGE).toContain(`more than ${COLUMNS_MAXIMUM}`);
  expect(PAGE).toContain(`for ${DAYS_TO_INFORM} days`);
  expect(PAGE).toContain(`Up to ${LOOKED_AT_ROWS.toLocaleString("en")} rows are looked at`);
  expect(PAGE).toContain(`for ${LOOKING_TIME / 1_000} seconds at the most`);
  expect(PAGE).toContain(`Up to ${MENDS_MAXIMUM.toLocaleString("en")} rows can be mended`);
  for (const field of NOT_MENDABLE) expect(PAGE).toContain(`\`${field}\``);
  expect(PAGE).toContain(`It can for ${UNDO_DAYS} days`);
});
