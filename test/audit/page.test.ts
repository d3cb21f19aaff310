// What the page on the sealed audit shows is true: its commands are run, one after the other.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { STORY_CUSTOMERS, STORY_PEOPLE, type StoryRole } from "../../seeds/story-people";
import { auditVerify } from "../../src/audit/verifying/command";
import { worker } from "../imports/sending";
import { ended } from "../exports/taking";
import { type Api, openApi } from "../setup/api";
import { sealNow } from "./seal-now";

const PAGE = readFileSync(join(__dirname, "../../docs/privacy/the-sealed-audit.md"), "utf8");
const COMMANDS = [...PAGE.matchAll(/^curl[\s\S]*?(?=\n```|\ncurl|\nnpm)/gm)].map(([each]) => each);
const VERIFY = /^npm run --silent audit:verify -- (.*)$/m.exec(PAGE)?.[1]?.split(" ") ?? [];

let api: Api;
let queue: Awaited<ReturnType<typeof worker>>;
beforeAll(async () => {
  api = await openApi();
  queue = await worker(api);
});
afterAll(async () => {
  await queue.stop();
  await api.close();
});

const folder = mkdtempSync(join(tmpdir(), "sealed-audit-"));

async function run(command: string, role: StoryRole, words: Record<string, string> = {}) {
  let text = command.replaceAll("http://localhost:4000", api.address);
  for (const [word, meant] of Object.entries(words)) text = text.replaceAll(word, meant);
  const { stdout } = await promisify(execFile)("bash", ["-c", text], {
    ...{ timeout: 20_000, cwd: folder },
    env: { ...process.env, TOKEN: api.token(STORY_PEOPLE[role].viewer) },
  });
  return stdout;
}

test("who looked is shown, and the company's part taken away and verified, as the page says", async () => {
  expect(COMMANDS).toHaveLength(5);
  const [feed, start, look, take, keys] = COMMANDS as [string, string, string, string, string];
  await api.as("support")(`{ platformUser(id: "${STORY_CUSTOMERS[0].user.id}") { name } }`);
  await sealNow(api.config);
  const { accessFeed } = JSON.parse(await run(feed, "user")).data;
  expect(accessFeed.nodes[0]).toMatchObject({
    ...{ audience: "SUPPORT", purpose: "CUSTOMER_SUPPORT", operation: "platformUser" },
    rule: expect.stringMatching(/^Support reaches /),
  });
  const { userErrors, export: begun } = JSON.parse(await run(start, "administrator")).data
    .exportStart;
  expect(userErrors).toEqual([]);
  await ended(api, "administrator", begun.id as string);
  const answer = await run(look, "administrator", { EXPORT_ID: begun.id as string });
  const { state, downloadUrl } = JSON.parse(answer).data.export;
  expect(state).toBe("DONE");
  await run(take, "administrator", {
    DOWNLOAD_URL: String(downloadUrl).replace(/^.*\/exports/, `${api.address}/exports`),
  });
  await run(keys, "administrator");
  expect(VERIFY).toEqual(["log.ndjson", "--keys", "audit-keys.json"]);
  const said: string[] = [];
  const given = VERIFY.map((word) => (word.startsWith("--") ? word : join(folder, word)));
  expect(await auditVerify(given, (line) => said.push(line))).toBe(0);
  expect(said.at(-1)).toBe("UNCHANGED, complete and in order.");
  expect(PAGE).toContain(said.at(-1));
});
