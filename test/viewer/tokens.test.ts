// A token is believed when everything about it is as we write it, and refused alike otherwise.
import { STORY_PEOPLE, type StoryRole } from "../../seeds/story-people";
import type { SigningKeys } from "../../src/viewer/keys";
import { InvalidToken, issueToken, verifyToken } from "../../src/viewer/tokens";
import { PUBLIC_VIEWER } from "../../src/viewer/viewer";
import { forgedTokens, goodClaims, goodHeader, signed } from "./forged-tokens";
import { temporaryKeys } from "./temporary-keys";

const publicUrl = "https://office.example";
let keys: SigningKeys;
beforeAll(async () => {
  keys = await temporaryKeys();
});

test.each(Object.keys(STORY_PEOPLE) as StoryRole[])(
  "%s is who the token was issued for",
  (role) => {
    const { viewer } = STORY_PEOPLE[role];
    const token = issueToken(keys, { publicUrl, viewer, secondsToLive: 60 });
    expect(verifyToken(keys, publicUrl, token)).toEqual({
      ...viewer,
      tokenId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  },
);

test("a hand-made token with exactly our headers and claims is good, so the forged ones fail by their change", () => {
  const token = signed(goodHeader(keys), goodClaims(publicUrl), keys.signing.privateKey);
  expect(verifyToken(keys, publicUrl, token).audience).toBe("SUPPORT");
});

test("every forged token is refused with the same words", () => {
  const answers = Object.entries(forgedTokens(keys, publicUrl)).map(([name, token]) => {
    try {
      return [name, verifyToken(keys, publicUrl, token)];
    } catch (error) {
      return [name, error instanceof InvalidToken && error.message];
    }
  });
  expect(answers).toHaveLength(52);
  expect(answers.filter(([, answer]) => answer !== "The access token is not valid.")).toEqual([]);
});

test.each([
  ["PUBLIC", PUBLIC_VIEWER],
  ["a user without a customer", { ...STORY_PEOPLE.user.viewer, customerId: null }],
  [
    "support with a customer",
    { ...STORY_PEOPLE.support.viewer, customerId: STORY_PEOPLE.user.viewer.customerId },
  ],
])("no token is issued for %s", (_name, viewer) => {
  expect(() => issueToken(keys, { publicUrl, viewer, secondsToLive: 60 })).toThrow(InvalidToken);
});
