// One token on stdout for a story-world person, in development mode only.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { STORY_CUSTOMERS, STORY_PEOPLE, type StoryRole } from "../../seeds/story-people";
import { isClientSecret } from "../../src/viewer/clients/secret";
import { loadKeys } from "../../src/viewer/keys";
import { storyToken } from "../../src/viewer/story-token";
import { verifyToken } from "../../src/viewer/tokens";
import { temporaryFolder } from "./temporary-keys";

const publicUrl = "http://localhost:4000";
let folder: string;
let remove: () => Promise<void>;
beforeEach(async () => ({ folder, remove } = await temporaryFolder()));
afterEach(() => remove());

const startDevelopment = () =>
  writeFile(join(folder, "development.json"), JSON.stringify({ publicUrl }));

async function viewerOf(...args: string[]) {
  const printed = await storyToken(args, folder);
  expect(printed).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  return verifyToken(await loadKeys(folder), publicUrl, printed.trim());
}

test.each(Object.keys(STORY_PEOPLE) as StoryRole[])("--as %s is that person", async (role) => {
  await startDevelopment();
  expect(await viewerOf("--as", role)).toEqual({
    ...STORY_PEOPLE[role].viewer,
    tokenId: expect.any(String),
  });
});

test("--customer 2 is the administrator of the second customer", async () => {
  await startDevelopment();
  expect(await viewerOf("--as", "administrator", "--customer", "2")).toMatchObject({
    id: STORY_CUSTOMERS[1].administrator.id,
    customerId: STORY_CUSTOMERS[1].id,
  });
});

test("--key is a tool's secret", async () => {
  await startDevelopment();
  const printed = await storyToken(["--as", "sync", "--key"], folder);
  expect(printed).toMatch(/^zbk_live_[\w-]{43}[0-9A-Za-z]{6}\n$/);
  expect(isClientSecret(printed.trim())).toBe(true);
});

test.each([
  ["a person's key", ["--as", "support", "--key"], "Only a tool has a key"],
  ["an unknown name", ["--as", "root"], "Say who asks"],
  ["no name", [], "Say who asks"],
  ["an unknown customer", ["--as", "user", "--customer", "99"], "a number from 1 to 3"],
  ["support of a customer", ["--as", "support", "--customer", "1"], "has no customer"],
  ["an unknown option", ["--admin"], "See --help"],
])("%s is told in a line", async (_name, args, words) => {
  await startDevelopment();
  await expect(storyToken(args, folder)).rejects.toThrow(words);
});

test("outside development mode there is no token", async () => {
  await expect(storyToken(["--as", "support"], folder)).rejects.toThrow("development mode only");
});

test("--help prints who there is, whatever the mode", async () => {
  expect(await storyToken(["--help"], folder)).toContain("Nadia Hoffmann (support)");
});
