// Signing in through the endpoint, as the people of the story world do.
import { STORY_PASSWORD, STORY_STAFF, storyAddress, storySecret } from "../../seeds/story-people";
import { currentCode } from "../../src/viewer/sign-in/totp";
import { PUBLIC_VIEWER } from "../../src/viewer/viewer";
import type { Api, Ask } from "./api";

export const SIGN_IN_FIELDS = `
  session { sessionId accessToken expiresInSeconds refreshToken }
  challenge { token step choices { id audience customerName } secret otpauthUri }
  recoveryCodes
  userErrors { code field message }
`;
const mutation = (name: string, type: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { ${SIGN_IN_FIELDS} } }`;

export const nobodyYet = (api: Api): Ask => api.asViewer(PUBLIC_VIEWER);

export const signIn = async (api: Api, emailAddress: string, password = STORY_PASSWORD) =>
  (await nobodyYet(api)(mutation("signIn", "SignInInput"), { input: { emailAddress, password } }))
    .data.signIn;

export const choose = async (api: Api, challenge: string, choice: string) =>
  (
    await nobodyYet(api)(mutation("signInChoose", "SignInChooseInput"), {
      input: { challenge, choice },
    })
  ).data.signInChoose;

export const confirm = async (api: Api, challenge: string, code: string) =>
  (
    await nobodyYet(api)(mutation("signInConfirm", "SignInConfirmInput"), {
      input: { challenge, code },
    })
  ).data.signInConfirm;

export const refresh = async (api: Api, refreshToken: string) =>
  (
    await nobodyYet(api)(mutation("sessionRefresh", "SessionRefreshInput"), {
      input: { refreshToken },
    })
  ).data.sessionRefresh;

export type Tokens = { sessionId: string; accessToken: string; refreshToken: string };

type StaffAudience = (typeof STORY_STAFF)[number]["audience"];
export const storyStaff = (audience: StaffAudience) => {
  const { id, name } = STORY_STAFF.find((each) => each.audience === audience)!;
  return { id, address: storyAddress(name), secret: storySecret(id) };
};

/** One of our people, through password and second factor. The code of this step is used up by it. */
export async function signInAsStaff(api: Api, audience: StaffAudience): Promise<Tokens> {
  const { address, secret } = storyStaff(audience);
  const { challenge } = await signIn(api, address);
  const { session } = await confirm(api, challenge.token, currentCode(secret));
  return session as Tokens;
}

/** A way to ask with an access token as it stands. */
export const withToken = (api: Api, token: string): Ask => {
  return (query, variables) =>
    nobodyYet(api)(query, variables, { authorization: `Bearer ${token}` });
};
