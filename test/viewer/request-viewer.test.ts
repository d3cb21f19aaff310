// Who asks is read from the headers alone, and a bad header is never PUBLIC.
import { STORY_PEOPLE } from "../../seeds/story-people";
import type { SigningKeys } from "../../src/viewer/keys";
import { PurposeNotAllowed } from "../../src/viewer/purpose";
import { requestViewer } from "../../src/viewer/request-viewer";
import { InvalidToken, issueToken } from "../../src/viewer/tokens";
import { PUBLIC_VIEWER } from "../../src/viewer/viewer";
import { temporaryKeys } from "./temporary-keys";

const publicUrl = "https://office.example";
const { viewer } = STORY_PEOPLE.marketing;
let keys: SigningKeys;
let token: string;
beforeAll(async () => {
  keys = await temporaryKeys();
  token = issueToken(keys, { publicUrl, viewer, secondsToLive: 60 });
});

const ask = (...headers: string[]) => requestViewer(keys, publicUrl, headers);

test("no Authorization header is PUBLIC", () => {
  expect(ask("accept", "Authorization", "x-other", "Bearer x")).toEqual(PUBLIC_VIEWER);
});

test.each(["Bearer", "bearer", "BEARER"])("a good token after «%s» is its viewer", (scheme) => {
  expect(ask("Authorization", `${scheme} ${token}`)).toEqual(viewer);
});

test.each([
  ["another scheme", () => ["authorization", `Basic ${token}`]],
  ["no scheme", () => ["authorization", token]],
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
])("%s is refused", (_name, headers) => {
  expect(() => ask(...headers())).toThrow(InvalidToken);
});

test("x-purpose narrows the viewer to one of its purposes", () => {
  expect(ask("authorization", `Bearer ${token}`, "X-Purpose", "NEWSLETTER")).toEqual({
    ...viewer,
    narrowedTo: "NEWSLETTER",
  });
});

test("x-purpose that is foreign, empty or given twice is refused", () => {
  const values = [["CUSTOMER_SUPPORT"], [""], ["NEWSLETTER", "NEWSLETTER"]];
  for (const given of values) {
    const headers = given.flatMap((value) => ["x-purpose", value]);
    expect(() => ask("authorization", `Bearer ${token}`, ...headers)).toThrow(PurposeNotAllowed);
  }
});
