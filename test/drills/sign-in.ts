// The drill of signing in: known and unknown addresses take the same time, a second factor serves once, and a crowd that
// signs in at once leaves everybody else quick.
import { Secret, TOTP } from "otpauth";
import type { Client } from "pg";
import {
  STORY_CUSTOMERS,
  STORY_PASSWORD,
  STORY_PEOPLE,
  STORY_STAFF,
  storyAddress,
  storySecret,
} from "../../seeds/story-people";
import { loadKeys } from "../../src/viewer/keys";
import { passwordHash } from "../../src/viewer/sign-in/password";
import { issueToken } from "../../src/viewer/tokens";
import type { Check, Drill, Outcome } from "./drill";
import { ownCluster } from "./own-cluster";
import { type RunningProcess, startProcess } from "./processes";
import { median, quantile, send } from "./send";
import { watch } from "./watcher";

const CROWD = 50;
/** How far apart the medians of known and unknown addresses may lie. */
const APART_MAXIMUM = 0.1;
const QUICK_MS = 250;

export const signIn: Drill = {
  name: "sign-in",
  summary: "Signing in tells nothing of who exists, takes each code once, and slows nobody else.",
  options: {
    tries: {
      default: 200,
      minimum: 10,
      maximum: 1_000,
      meaning: "sign-ins of each sort that are timed",
    },
  },
  async run({ tries = 200 }, report) {
    const cluster = await ownCluster();
    let api: RunningProcess | undefined;
    try {
      api = await startProcess("api", cluster.config);
      const database = await cluster.superuser();
      const keys = await loadKeys(cluster.config.dataDir);
      const { publicUrl } = cluster.config;
      const token = issueToken(keys, {
        publicUrl,
        viewer: STORY_PEOPLE.support.viewer,
        secondsToLive: 600,
      });
      return await drill({ address: api.address, database, token, tries, report });
    } finally {
      await api?.end();
      await cluster.close();
    }
  },
};

type Parts = {
  address: string;
  database: Client;
  token: string;
  tries: number;
  report: (line: string) => void;
};
type Answer = {
  session: { accessToken: string } | null;
  challenge: { token: string } | null;
  recoveryCodes: string[];
};

async function drill(parts: Parts): Promise<Outcome> {
  const factor = await secondFactor(parts);
  const timed = await knownAgainstUnknown(parts);
  const crowd = await crowdAtOnce(parts);
  const apart = Math.abs(timed.known - timed.unknown) / Math.max(timed.known, timed.unknown);
  return {
    checks: [
      ...factor,
      [
        `known and unknown addresses lie less than ${APART_MAXIMUM * 100} % apart`,
        apart < APART_MAXIMUM,
      ],
      [`${CROWD} sign-ins at once all succeed`, crowd.succeeded === CROWD],
      [`meanwhile other requests stay below ${QUICK_MS} ms`, crowd.slowestOther < QUICK_MS],
    ],
    figures: {
      ...{
        knownMs: round(timed.known),
        unknownMs: round(timed.unknown),
        apartPercent: round(apart * 100),
      },
      ...{
        crowdMs: round(crowd.milliseconds),
        otherP50Ms: round(crowd.medianOther),
        otherMaxMs: round(crowd.slowestOther),
      },
    },
  };
}

/** Known with a wrong password against unknown, in turn, so that whatever else goes on meets both. */
async function knownAgainstUnknown({ address, database, tries, report }: Parts) {
  report(
    `${tries} sign-ins with a known address and a wrong password, ${tries} with an unknown address`,
  );
  const known = await userAddress(database);
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let n = 0; n < tries; n += 1) {
    if (n % 5 === 0) await forgetRates(database);
    const [first, second] =
      n % 2 ? (["known", "unknown"] as const) : (["unknown", "known"] as const);
    for (const sort of [first, second]) {
      const emailAddress = sort === "known" ? known : `nobody.${n}@example.com`;
      times[sort].push((await trySignIn(address, emailAddress, "not the password")).milliseconds);
    }
  }
  return { known: median(times.known), unknown: median(times.unknown) };
}

async function crowdAtOnce({ address, database, token, report }: Parts) {
  report(`${CROWD} people sign in at once, while others ask`);
  await forgetRates(database);
  const addresses = await waysInFor(database, CROWD);
  const enough = await watch({
    address,
    token,
    query: "{ customers(first: 5) { nodes { name } } }",
  });
  const startedAt = performance.now();
  const answers = await Promise.all(
    addresses.map((emailAddress) => trySignIn(address, emailAddress, STORY_PASSWORD)),
  );
  const milliseconds = performance.now() - startedAt;
  const others = await enough();
  const succeeded = answers.filter(({ data }) => data?.signIn.session).length;
  return {
    succeeded,
    milliseconds,
    medianOther: median(others),
    slowestOther: quantile(others, 1),
  };
}

async function secondFactor({ address, database, report }: Parts): Promise<Check[]> {
  report("One of our own people signs in with right, wrong, used and skewed codes");
  const { id, name } = STORY_STAFF[0];
  const secret = new Secret({ buffer: new Uint8Array(storySecret(id)).buffer });
  const codeAt = (seconds: number) =>
    new TOTP({ secret }).generate({ timestamp: Date.now() + seconds * 1_000 });
  const tried = async (code: string): Promise<Answer> => {
    await forgetRates(database);
    const { data } = await trySignIn(address, storyAddress(name), STORY_PASSWORD);
    return confirm(address, data.signIn.challenge?.token ?? "", code);
  };
  const passes = async (code: string) => (await tried(code)).session !== null;

  const wrong = await passes("000000");
  const early = await passes(codeAt(-30));
  const right = await passes(codeAt(0));
  const again = await passes(codeAt(0));
  const late = await passes(codeAt(30));
  const longAgo = await passes(codeAt(-120));
  const later = await passes(codeAt(120));
  await database.query("update credentials set totp_last_step = 0");
  const { session } = await tried(codeAt(0));
  const renewed = await send<{ recoveryCodesRenew: Answer }>(
    address,
    `mutation ($password: String!) { recoveryCodesRenew(input: { password: $password }) { recoveryCodes } }`,
    { password: STORY_PASSWORD },
    session?.accessToken,
  );
  const [code = ""] = renewed.data.recoveryCodesRenew.recoveryCodes;
  const once = await passes(code);
  const twice = await passes(code);
  return [
    ["the right code passes, and one of the step before or after", right && early && late],
    [
      "a wrong code, a used one and those of two minutes away don't",
      !wrong && !again && !longAgo && !later,
    ],
    ["a recovery code passes once", once && !twice],
  ];
}

const FIELDS = "session { accessToken } challenge { token } recoveryCodes";

const trySignIn = (address: string, emailAddress: string, password: string) =>
  send<{ signIn: Answer }>(
    address,
    `mutation ($input: SignInInput!) { signIn(input: $input) { ${FIELDS} } }`,
    { input: { emailAddress, password } },
  );

async function confirm(address: string, challenge: string, code: string): Promise<Answer> {
  const { data } = await send<{ signInConfirm: Answer }>(
    address,
    `mutation ($input: SignInConfirmInput!) { signInConfirm(input: $input) { ${FIELDS} } }`,
    { input: { challenge, code } },
  );
  return data.signInConfirm;
}

/** Addresses of users who had no way in so far, and have one now. */
async function waysInFor(database: Client, count: number): Promise<string[]> {
  const { rows } = await database.query<{ address: string; hash: Buffer; canonical: string }>(
    `select email_address as address, email_canonical as canonical, email_hash as hash from platform_users u
     where state = 'ACTIVE' and not exists (select from credentials c where c.email_hash = u.email_hash)
       and exists (select from customers k where k.id = u.customer_id and k.state = 'ACTIVE')
     order by id limit $1`,
    [count],
  );
  for (const { hash, canonical } of rows) {
    await database.query(
      `insert into credentials (id, person_kind, customer_id, person_id, email_hash, password_hash)
       select gen_random_uuid(), 'PLATFORM_USER', customer_id, id, email_hash, $2 from platform_users where email_canonical = $1`,
      [canonical, await passwordHash(STORY_PASSWORD, hash, null)],
    );
  }
  return rows.map(({ address }) => address);
}

async function userAddress(database: Client): Promise<string> {
  const { rows } = await database.query<{ address: string }>(
    "select email_address as address from platform_users where id = $1",
    [STORY_CUSTOMERS[0].user.id],
  );
  return rows[0]!.address;
}

/** Otherwise the limits, not the sign-in, would be drilled. */
const forgetRates = (database: Client) => database.query("delete from sign_in_rates");

const round = (number: number) => Math.round(number * 10) / 10;
