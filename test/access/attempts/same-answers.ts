// Whether somebody is known here: the answers say nothing of it.
import { STORY_CUSTOMERS } from "../../../seeds/story-people";
import type { Api } from "../../setup/api";
import { nobodyYet } from "../../setup/signing-in";
import { addressOfUser, alike, type Attempt, type AttemptClass, forgetRates } from "./attempt";

const UNKNOWN = ["nobody.here@example.com", "NOBODY.HERE@example.com", "no address", ""];
const CODES = "userErrors { code field message }";
const LINKS = ["", "x", `${"0".repeat(8)}-0000-7000-8000-000000000000.1.AAAA`, "a.b.c.d"];

export const sameAnswers: AttemptClass = {
  title: "Asking whether somebody is known",
  attempts: (api) => [
    sameFor(api, "signs in with a wrong password", (emailAddress) => ({
      query: `mutation ($input: SignInInput!) { signIn(input: $input) { session { sessionId } challenge { step } ${CODES} } }`,
      input: { emailAddress, password: "not the password at all" },
    })),
    sameFor(api, "asks for a reset", (emailAddress) => ({
      query: `mutation ($input: PasswordResetRequestInput!) { passwordResetRequest(input: $input) { message ${CODES} } }`,
      input: { emailAddress },
    })),
    invitedElsewhere(api),
    ...[
      ["invitationAccept", "accepts"],
      ["passwordReset", "resets with"],
    ].map(([mutation, does]): Attempt => ({
      name: `somebody ${does} links that are not ours`,
      ...{ expected: "all alike", asksTheDatabase: true },
      try: async () =>
        alike(
          await Promise.all(
            LINKS.map(async (token) => {
              const query = `mutation ($input: LinkPasswordInput!) { ${mutation}(input: $input) { ${CODES} } }`;
              const input = { token, password: "entirely new words" };
              return (await nobodyYet(api)(query, { input })).text;
            }),
          ),
        ),
    })),
  ],
};

type Operation = { query: string; input: object };

const sameFor = (
  api: Api,
  does: string,
  operation: (emailAddress: string) => Operation,
): Attempt => ({
  name: `somebody ${does}, with a known address and ${UNKNOWN.length} others`,
  ...{ expected: "all alike", asksTheDatabase: true },
  async try() {
    await forgetRates(api);
    const known = await addressOfUser(api, STORY_CUSTOMERS[0].user.id);
    const texts: string[] = [];
    for (const address of [known, known.toUpperCase(), ...UNKNOWN]) {
      const { query, input } = operation(address);
      texts.push((await nobodyYet(api)(query, { input })).text);
    }
    return alike(texts);
  },
});

/** Who is a user of another customer is invited like somebody whom nobody knows. */
const invitedElsewhere = (api: Api): Attempt => ({
  name: "an administrator invites another customer's user, and somebody unknown",
  ...{ expected: "all alike", asksTheDatabase: true },
  async try() {
    const known = await addressOfUser(api, STORY_CUSTOMERS[1].user.id);
    const texts: string[] = [];
    for (const emailAddress of [known, "nobody.knows@example.com"]) {
      const { text } = await api.as("administrator")(
        `mutation ($input: UserInviteInput!) { userInvite(input: $input) { invitation { state } ${CODES} } }`,
        { input: { emailAddress, name: "Somebody", role: "USER" } },
      );
      texts.push(text);
    }
    return alike(texts);
  },
});
