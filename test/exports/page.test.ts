// What the page on taking contacts out shows is true: its commands are run, one after the other.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { STORY_PEOPLE, STORY_SERVICE_PROVIDER } from "../../seeds/story-people";
import { OWN_USE_DAYS, RECIPIENT_DAYS } from "../../src/exports/job/make-export";
import { EXPORTS_MAXIMUM } from "../../src/exports/start";
import { worker } from "../imports/sending";
import { type Api, openApi } from "../setup/api";
import { addressOf, ended } from "./taking";

const PAGE = readFileSync(join(__dirname, "../../docs/marketing/taking-contacts-out.md"), "utf8");
const COMMANDS = [...PAGE.matchAll(/^curl[\s\S]*?(?=\n```|\ncurl)/gm)].map(([command]) => command);

let api: Api;
let queue: Awaited<ReturnType<typeof worker>>;
let folder: string;
beforeAll(async () => {
  api = await openApi();
  queue = await worker(api);
  folder = mkdtempSync(join(tmpdir(), "out-"));
}, 30_000);
afterAll(async () => {
  await queue.stop();
  await api.close();
  rmSync(folder, { recursive: true });
});

async function run(command: string, ids: Record<string, string> = {}): Promise<string> {
  const text = Object.entries(ids).reduce((all, [name, id]) => all.replaceAll(name, id), command);
  const { stdout } = await promisify(execFile)(
    "bash",
    ["-c", text.replaceAll("http://localhost:4000", api.address)],
    {
      ...{ cwd: folder, timeout: 20_000 },
      env: { ...process.env, TOKEN: api.token(STORY_PEOPLE.marketing.viewer) },
    },
  );
  return stdout;
}

test("a file is asked for, waited for and taken away as the page shows", async () => {
  expect(COMMANDS).toHaveLength(4);
  const [providers, start, progress, take] = COMMANDS as [string, ...string[]];
  const { nodes } = JSON.parse(await run(providers)).data.serviceProviders;
  const provider = nodes.find(({ name }: { name: string }) => name === STORY_SERVICE_PROVIDER.name);
  const { exportStart } = JSON.parse(await run(start!, { PROVIDER_ID: provider.id })).data;
  expect(exportStart).toEqual({
    export: { id: expect.any(String), state: "QUEUED" },
    userErrors: [],
  });
  const { id } = exportStart.export;
  await ended(api, "marketing", id);
  const done = JSON.parse(await run(progress!, { EXPORT_ID: id })).data.export;
  expect(done).toMatchObject({ state: "DONE", percent: 100, failure: null });
  await run(take!, { DOWNLOAD_URL: addressOf(api, done) });
  const file = readFileSync(join(folder, "contacts.csv"));
  expect(createHash("sha256").update(file).digest("hex")).toBe(done.sha256);
});

test("the limits that the page names are those that hold", () => {
  const days = (count: number) => (count === 1 ? "1 day" : `${count} days`);
  const text = PAGE.replace(/\s+/g, " ");
  expect(text).toContain(
    `A file for a provider lasts ${days(RECIPIENT_DAYS)}, one of our own ${days(OWN_USE_DAYS)}`,
  );
  expect(text).toContain(`you can have ${EXPORTS_MAXIMUM} at once`);
});
