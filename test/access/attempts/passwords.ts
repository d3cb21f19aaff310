// Passwords of every length and spelling: what is too short or too long is said so, two spellings are one, and a crowd of
// wrong ones is refused like one.
import { STORY_CUSTOMERS, STORY_PASSWORD } from "../../../seeds/story-people";
import type { Api } from "../../setup/api";
import { nobodyYet, signIn, type Tokens, withToken } from "../../setup/signing-in";
import { addressOfUser, type Attempt, type AttemptClass, endOf, forgetRates } from "./attempt";

const CROWD = 50;
const EMOJI = "🔑".repeat(10);
const NFC = "öffentlich ist es nicht".normalize("NFC");

export const passwords: AttemptClass = {
  title: "Passwords of every form",
  attempts: (api) => [
    ...(
      [
        ["0 characters", ""],
        ["7 characters", "seven77"],
        ["129 characters", "x".repeat(129)],
        ["50,000 characters", "x".repeat(50_000)],
        ["a NUL in it", "with a \u0000 in it"],
      ] as const
    ).map(([name, password]) => changed(api, name, password, "INVALID newPassword")),
    ...(
      [
        ["72 characters", "x".repeat(72)],
        ["128 characters", "y".repeat(128)],
        ["ten emoji", EMOJI],
        ["letters with dots", NFC],
      ] as const
    ).map(([name, password]) => changed(api, name, password, "signs in with it")),
    {
      name: "NFD letters, where NFC ones were chosen",
      ...{ expected: "signs in", asksTheDatabase: true },
      async try() {
        const address = await own(api);
        const { session } = await signIn(api, address, NFC.normalize("NFD"));
        return session ? "signs in" : "is refused";
      },
    },
    {
      name: "one of 1 MB",
      ...{ expected: "413 PAYLOAD_TOO_LARGE", asksTheDatabase: false },
      try: async () => {
        const query =
          "mutation ($input: SignInInput!) { signIn(input: $input) { session { sessionId } } }";
        const input = { emailAddress: "nobody@example.com", password: "x".repeat(1_048_576) };
        return endOf(await nobodyYet(api)(query, { input }));
      },
    },
    {
      name: `${CROWD} wrong ones at once`,
      ...{ expected: `${CROWD} SIGN_IN_REFUSED`, asksTheDatabase: true },
      async try() {
        await forgetRates(api);
        const answers = await Promise.all(
          Array.from({ length: CROWD }, (_, n) => signIn(api, `nobody.${n}@example.com`, "wrong")),
        );
        const codes = answers.map((answer) => String(answer?.userErrors[0]?.code));
        return `${codes.length} ${[...new Set(codes)].join(", ")}`;
      },
    },
  ],
};

const own = (api: Api) => addressOfUser(api, STORY_CUSTOMERS[1].user.id);
let current: string = STORY_PASSWORD;

const changed = (api: Api, name: string, password: string, expected: string): Attempt => ({
  name: `a new one of ${name}`,
  ...{ expected, asksTheDatabase: true },
  async try() {
    await forgetRates(api);
    const address = await own(api);
    const session = (await signIn(api, address, current)).session as Tokens;
    const { data, errors } = await withToken(api, session.accessToken)(
      "mutation ($input: PasswordChangeInput!) { passwordChange(input: $input) { userErrors { code field } } }",
      { input: { password: current, newPassword: password } },
    );
    const [error] = data?.passwordChange.userErrors ?? [];
    if (errors ?? error)
      return error ? `${error.code} ${error.field}` : String(errors?.[0]?.message);
    current = password;
    return (await signIn(api, address, password)).session ? "signs in with it" : "is lost";
  },
});
