// What the page on changing many at once shows is true: its commands are run, one after the other.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { STORY_PEOPLE } from "../../seeds/story-people";
import { UNDO_DAYS } from "../../src/bulk-actions/bulk-action";
import { BATCH_PEOPLE } from "../../src/bulk-actions/dry-run";
import { DRY_HOURS } from "../../src/bulk-actions/prepare";
import { type Api, openApi } from "../setup/api";
import { ended, worker } from "./acting";

const PAGE = readFileSync(join(__dirname, "../../docs/marketing/changing-many-at-once.md"), "utf8");
const COMMANDS = [...PAGE.matchAll(/^curl[\s\S]*?(?=\n```|\ncurl)/gm)].map(([command]) => command);

let api: Api;
let queue: Awaited<ReturnType<typeof worker>>;
beforeAll(async () => {
  api = await openApi();
  queue = await worker(api);
}, 30_000);
afterAll(async () => {
  await queue.stop();
  await api.close();
});

async function run(command: string, id = "") {
  const text = command
    .replaceAll("BULK_ACTION_ID", id)
    .replaceAll("http://localhost:4000", api.address);
  const { stdout } = await promisify(execFile)("bash", ["-c", text], {
    timeout: 20_000,
    env: { ...process.env, TOKEN: api.token(STORY_PEOPLE.marketing.viewer) },
  });
  const { data, errors } = JSON.parse(stdout) as { data: Record<string, never>; errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
}

test("many are looked at, changed and given back as the page shows", async () => {
  expect(COMMANDS).toHaveLength(4);
  const [look, start, progress, undo] = COMMANDS as [string, string, string, string];
  const { bulkAction, dryRun, userErrors } = (await run(look)).bulkActionPrepare!;
  expect(userErrors).toEqual([]);
  const { id } = bulkAction as { id: string };
  const { matched } = dryRun as { matched: number };
  expect(dryRun).toMatchObject({ wouldChange: matched, wouldStay: 0, refusals: [] });
  expect((await run(start, id)).bulkActionStart).toEqual({
    ...{ bulkAction: { state: "QUEUED" }, userErrors: [] },
  });
  await ended(api, id);
  expect((await run(progress, id)).bulkAction).toEqual({
    ...{ state: "DONE", percent: 100, matched, changed: matched, unchanged: 0 },
    ...{ refused: 0, refusals: [], failure: null },
  });
  expect((await run(undo, id)).bulkActionUndo).toEqual({
    ...{ bulkAction: { state: "UNDOING" }, userErrors: [] },
  });
  expect(await ended(api, id, ["UNDONE", "FAILED"])).toMatchObject({ restored: matched });
});

test("the limits that the page names are those that hold", () => {
  expect(PAGE).toContain(`**A batch** of ${BATCH_PEOPLE.toLocaleString("en")} is changed`);
  expect([UNDO_DAYS, DRY_HOURS]).toEqual([7, 24]);
  expect(PAGE).toContain("for seven days");
  expect(PAGE).toContain("It waits a day");
});
