// What the privacy officer's page shows is true: its commands are run, one after the other.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { STORY_PEOPLE } from "../../seeds/story-people";
import { type Api, openApi } from "../setup/api";

const PAGE = readFileSync(join(__dirname, "../../docs/privacy/why-and-what-people-ask.md"), "utf8");
const COMMANDS = [...PAGE.matchAll(/^curl[\s\S]*?(?=\n```|\ncurl)/gm)].map(([command]) => command);

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

async function run(command: string, id = "") {
  const text = command.replaceAll("RECORD_ID", id).replaceAll("http://localhost:4000", api.address);
  const { stdout } = await promisify(execFile)("bash", ["-c", text], {
    timeout: 20_000,
    env: { ...process.env, TOKEN: api.token(STORY_PEOPLE.privacy.viewer) },
  });
  return JSON.parse(stdout).data;
}

test("a reader is found, explained, obeyed, held and going to be erased as the page shows", async () => {
  expect(COMMANDS).toHaveLength(6);
  const [search, why, object, hold, erasures, whatIf] = COMMANDS as [string, ...string[]];
  const found = (await run(search)).personSearch;
  expect(found).toMatchObject([{ kind: "SUBSCRIBER", permittedPurposes: ["NEWSLETTER"] }]);
  const { id } = found[0];
  expect((await run(why!, id)).why).toMatchObject({
    isPermitted: true,
    because: expect.stringMatching(
      /^Permitted: the person consented on .* \(Preferences page\)\.$/,
    ),
    basis: { evidence: { source: "Preferences page" } },
  });
  const { lawfulness, userErrors } = (await run(object!, id)).objectionRecord;
  expect(userErrors).toEqual([]);
  expect(lawfulness.decisions[0]).toMatchObject({ purpose: "NEWSLETTER", isPermitted: false });
  expect((await run(hold!, id)).legalHoldPlace).toEqual({
    ...{ hold: { items: ["emailAddress"] }, userErrors: [] },
  });
  const planned = (await run(erasures!)).erasures.nodes as { subjectId: string }[];
  expect(planned.find((each) => each.subjectId === id)).toMatchObject({
    ...{ willGo: ["name"], stays: ["emailAddress"] },
  });
  const { kinds, peopleToTell, toolsToCall } = (await run(whatIf!)).whatIf.whatIf;
  expect(kinds.map(({ kind }: { kind: string }) => kind)).toEqual([
    ...["CUSTOMER", "CUSTOMER_CONTACT", "PROSPECT"],
  ]);
  expect(peopleToTell).toBeGreaterThan(200);
  expect(toolsToCall).toBe(1);
});
