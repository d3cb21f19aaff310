// Sessions that should be over: refresh tokens used again, and tokens of people who may act no more.
import { STORY_CUSTOMERS } from "../../../seeds/story-people";
import { causesOfRevocation } from "../../drills/revocation-causes";
import { untilRefused } from "../../drills/until-refused";
import type { Api } from "../../setup/api";
import { refresh, signIn, type Tokens } from "../../setup/signing-in";
import { addressOfUser, type AttemptClass, forgetRates } from "./attempt";

const WITHIN_MS = 5_000;

export const sessions: AttemptClass = {
  title: "Sessions that should be over",
  attempts: (api) => [
    {
      name: "a refresh token is used again after its successor",
      expected: "SIGN_IN_REFUSED, the successor too, the person told once",
      asksTheDatabase: true,
      try: () => usedAgain(api),
    },
    {
      name: "tokens after each of seven ends of the right to act",
      expected: "7 refused within 5 s",
      asksTheDatabase: true,
      try: () => afterTheEnd(api),
    },
  ],
};

async function usedAgain(api: Api): Promise<string> {
  await forgetRates(api);
  const address = await addressOfUser(api, STORY_CUSTOMERS[0].user.id);
  const first = (await signIn(api, address)).session as Tokens;
  const second = (await refresh(api, first.refreshToken)).session as Tokens;
  await api.database.query(
    "update sessions set rotated_at = now() - interval '11 seconds' where id = $1",
    [first.sessionId],
  );
  const { userErrors } = await refresh(api, first.refreshToken);
  const successor = await refresh(api, second.refreshToken);
  const { rowCount } = await api.database.query(
    `select from mails where kind = 'SESSION_REVOKED'
       and about_id = (select credential_id from sessions where id = $1)`,
    [first.sessionId],
  );
  const told = { 0: "nobody told", 1: "the person told once" }[rowCount ?? 0] ?? "told often";
  return `${userErrors[0]?.code}, the successor ${successor.session ? "lives" : "too"}, ${told}`;
}

async function afterTheEnd(api: Api): Promise<string> {
  await forgetRates(api);
  const { address, database, config } = api;
  const causes = await causesOfRevocation({ address, database, config });
  const ended: Promise<number>[] = [];
  for (const { token, end } of causes) {
    await end();
    ended.push(untilRefused(address, token, performance.now()));
  }
  const refused = await Promise.all(ended);
  return `${refused.filter((time) => time <= WITHIN_MS).length} refused within 5 s`;
}
