// Whoever guesses passwords, from however many networks, doesn't shut the person out of those that the person uses.
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { STORY_CUSTOMERS, STORY_PASSWORD } from "../../../seeds/story-people";
import { linkToken } from "../../../src/viewer/sign-in/link-token";
import { type Api, openApi } from "../../setup/api";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

const HOME = "127.0.0.1";
const elsewhere = (n: number) => `127.201.${n}.1`;

/** As the network of a local address asks. The status, and what was answered. */
async function ask(from: string, verb: "signIn" | "passwordReset", input: object) {
  const type = verb === "signIn" ? "SignInInput" : "LinkPasswordInput";
  const query = `mutation ($input: ${type}!) { ${verb}(input: $input) { userErrors { code } } }`;
  const sent = request(`${api.address}/graphql`, {
    ...{ method: "POST", localAddress: from },
    headers: { "content-type": "application/json" },
  });
  sent.end(JSON.stringify({ query, variables: { input } }));
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  const answer = JSON.parse(Buffer.concat(await response.toArray()).toString());
  return { status: response.statusCode, userErrors: answer.data?.[verb].userErrors as object[] };
}

test("a hundred guesses from many networks close an account elsewhere, not where its person is, and not after a reset", async () => {
  const { rows } = await api.database.query<{ address: string; way: string }>(
    "select u.email_address as address, c.id as way from platform_users u join credentials c on c.person_id = u.id where u.id = $1",
    [STORY_CUSTOMERS[1].user.id],
  );
  const { address: emailAddress, way } = rows[0]!;
  const right = { emailAddress, password: STORY_PASSWORD };
  const signIn = async (from: string, password = STORY_PASSWORD) =>
    (await ask(from, "signIn", { ...right, password })).status;
  expect(await signIn(HOME)).toBe(200);
  expect(await signIn(elsewhere(1), "a guess")).toBe(200);
  await api.database.query("update sign_in_rates set tries = 100 where tries > 0");
  expect(await signIn(elsewhere(2))).toBe(429);
  expect(await signIn(HOME)).toBe(200);
  await api.database.query("update sign_in_rates set tries = 101 where tries > 0");
  expect(await signIn(HOME, "a guess")).toBe(200);
  for (let guesses = 0; guesses < 10; guesses += 1) await signIn(HOME, "a guess");
  expect(await signIn(HOME)).toBe(429);

  const link = await api.database.query<{ id: string }>(
    `insert into password_resets (id, email_hash, expires_at)
     select gen_random_uuid(), email_hash, now() + interval '1 hour' from credentials where id = $1 returning id`,
    [way],
  );
  const token = linkToken("PASSWORD_RESET", { id: link.rows[0]!.id, of: way });
  const password = "an entirely new one";
  const { userErrors } = await ask(elsewhere(2), "passwordReset", { token, password });
  expect(userErrors).toEqual([]);
  expect(await signIn(elsewhere(2), password)).toBe(200);
});
