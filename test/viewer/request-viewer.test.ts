// Who asks is read from the headers alone, and a bad header is never PUBLIC.
import { STORY_PEOPLE } from "../../seeds/story-people";
import type { SigningKeys } from "../../src/viewer/keys";
import { PurposeNotAllowed } from "../../src/viewer/purpose";
import { requestViewer } from "../../src/viewer/request-viewer";
import { InvalidToken, issueToken } from "../../src/viewer/tokens";
import { PUBLIC_VIEWER } from "../../src/viewer/viewer";
import { temporaryKeys } from "./temporary-keys";

const forgedKey = `zbk_live_${"A".repeat(43)}000000`;
const publicUrl = "https://office.example";
const { viewer } = STORY_PEOPLE.marketing;
const authenticated = { ...viewer, tokenId: expect.any(String) };
let keys: SigningKeys;
let token: string;
beforeAll(async () => {
  keys = await temporaryKeys();
  token = issueToken(keys, { publicUrl, viewer, secondsToLive: 60 });
});

const ask = (...headers: string[]) => requestViewer({ keys, publicUrl }, headers, "127.0.0.1");

test("no Authorization header is PUBLIC", async () => {
  expect(await ask("accept", "Authorization", "x-other", "Bearer x")).toEqual(PUBLIC_VIEWER);
});

test.each(["Bearer", "bearer", "BEARER"])(
  "a good token after «%s» is its viewer",
  async (scheme) => {
    expect(await ask("Authorization", `${scheme} ${token}`)).toEqual(authenticated);
  },
);

test.each([
  ["another scheme", () => ["authorization", `Basic ${token}`]],
  ["no scheme", () => ["authorization", token]],
  ["a client's key with a wrong checksum", () => ["authorization", `Bearer ${forgedKey}`]],
  ["an empty header", () => ["authorization", ""]],
  ["a scheme alone", () => ["authorization", "Bearer "]],
  ["two tokens in a header", () => ["authorization", `Bearer ${token} ${token}`]],
  [
    "the same header twice",
    () => ["authorization", `Bearer ${token}`, "Authorization", `Bearer ${token}`],
  ],
  [
    "a good header and an empty one",
    () => ["authorization", `Bearer ${token}`, "authorization", ""],
  ],
])("%s is refused", async (_name, headers) => {
  await expect(ask(...headers())).rejects.toThrow(InvalidToken);
});

test("x-purpose narrows the viewer to one of its purposes", async () => {
  expect(await ask("authorization", `Bearer ${token}`, "X-Purpose", "NEWSLETTER")).toEqual({
    ...authenticated,
    narrowedTo: "NEWSLETTER",
  });
});

test("x-purpose that is foreign, empty or given twice is refused", async () => {
  const values = [["CUSTOMER_SUPPORT"], [""], ["NEWSLETTER", "NEWSLETTER"]];
  for (const given of values) {
    const headers = given.flatMap((value) => ["x-purpose", value]);
    const asking = ask("authorization", `Bearer ${token}`, ...headers);
    await expect(asking).rejects.toThrow(PurposeNotAllowed);
  }
});
