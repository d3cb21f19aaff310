// What the page for integrators shows is true: its commands are run, and answer what stands below them.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { STORY_PEOPLE, storyKey } from "../../seeds/story-people";
import { OVERLAP_DAYS } from "../../src/api-clients/add-secret";
import { RATES } from "../../src/viewer/sign-in/rates";
import { type Api, openApi } from "../setup/api";

const PAGE = readFileSync(join(__dirname, "../../docs/integrators/getting-a-token.md"), "utf8");
const PAIRS = [...PAGE.matchAll(/```sh\n((?:(?!```)[\s\S])*)```\n\n```json\n([\s\S]*?)\n```/g)].map(
  ([, command, answer]) => [command!, answer!] as const,
);

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

const run = async (command: string): Promise<string> => {
  const { stdout } = await promisify(execFile)(
    "bash",
    ["-c", command.replaceAll("http://localhost:4000", api.address)],
    { timeout: 20_000, env: { ...process.env, CLIENT_ID: ID, CLIENT_SECRET: storyKey(ID) } },
  );
  return stdout;
};
const ID = STORY_PEOPLE.sync.viewer.id!;

test("the page shows two ways to get a token and two to use one", () => {
  expect(PAIRS).toHaveLength(4);
  expect(PAGE).toContain(`CLIENT_ID=${ID}\n`);
});

test.each(PAIRS)("%s", async (command, answer) => {
  const shown = JSON.parse(answer) as Record<string, unknown>;
  if ("access_token" in shown) shown.access_token = expect.stringMatching(/^eyJ/);
  expect(JSON.parse(await run(command))).toEqual(shown);
});

test("a token is given back by the command that the page shows", async () => {
  const [getting = "", revoking = ""] = [
    /^TOKEN=[\s\S]*?access_token'\)$/m,
    /^curl.*revoke.*$/m,
  ].map((pattern) => pattern.exec(PAGE)?.[0]);
  expect(await run(`${getting}\n${revoking} -w '%{http_code}'`)).toBe("200");
  expect((await api.database.query("select from revoked_tokens")).rowCount).toBe(1);
});

test("its numbers are the program's", () => {
  const { tokenOfClient, tokenOfNetwork } = RATES;
  expect(PAGE).toContain(
    `${tokenOfClient.tries} tokens a client, ${tokenOfNetwork.tries} tries a network, each in ${tokenOfClient.seconds / 60} minutes`,
  );
  expect(OVERLAP_DAYS).toBe(7);
});
