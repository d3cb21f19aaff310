// How often something may be tried. The counters stand in PostgreSQL, so all processes count together, under keyed
// hashes of what is limited: the account and the network, never words that whoever tries could vary.
import { type Fragment, sql } from "../../database/sql";
import { rateLimited } from "../../http/refusal";
import { keyedHash } from "../../keys/hash-keys";
import { asSignIn } from "../sign-in-role";

export type Rate = { of: string; tries: number; seconds: number };

const QUARTER_HOUR_SECONDS = 15 * 60;
const HOUR_SECONDS = 60 * 60;

export const RATES = {
  /** From one network: whoever tries elsewhere does not keep the person out. */
  signInOfAccountThere: { of: "sign-in account network", tries: 10, seconds: QUARTER_HOUR_SECONDS },
  /** From everywhere, but for networks that the person signed in from of late. */
  signInOfAccount: { of: "sign-in account", tries: 100, seconds: QUARTER_HOUR_SECONDS },
  signInOfNetwork: { of: "sign-in network", tries: 200, seconds: QUARTER_HOUR_SECONDS },
  /** Whoever is signed in proves the password anew. */
  proofOfSession: { of: "proof session", tries: 10, seconds: QUARTER_HOUR_SECONDS },
  codeOfAccount: { of: "code account", tries: 10, seconds: QUARTER_HOUR_SECONDS },
  resetOfAccount: { of: "reset account", tries: 3, seconds: HOUR_SECONDS },
  resetOfNetwork: { of: "reset network", tries: 60, seconds: HOUR_SECONDS },
  linkOfNetwork: { of: "link network", tries: 60, seconds: HOUR_SECONDS },
  invitationByPerson: { of: "invitation person", tries: 60, seconds: HOUR_SECONDS },
  invitationToAddress: { of: "invitation address", tries: 5, seconds: HOUR_SECONDS },
  tokenOfClient: { of: "token client", tries: 60, seconds: QUARTER_HOUR_SECONDS },
  tokenOfNetwork: { of: "token network", tries: 300, seconds: QUARTER_HOUR_SECONDS },
} as const satisfies Record<string, Rate>;

/** `unless`: not counted while this is remembered. */
type Tried = { rate: Rate; by: string | Buffer; unless?: Remembered };
type Remembered = { what: string; by: string | Buffer };
type Counted = { key: string; tries: number; seconds: number };

const keyOf = ({ rate, by }: Tried) => keyedHash("sign-in", "rate", rate.of, by);
const keyOfRemembered = ({ what, by }: Remembered) => keyedHash("sign-in", "remembered", what, by);
const NOTHING = Buffer.alloc(0);

/** Counts one try of each, in one trip. Throws a refusal (429) where one of them was spent. */
export async function countTry(...tried: Tried[]): Promise<void> {
  // in one order for everybody, so that two never wait for each other
  const counted = tried
    .map((each) => ({
      ...{ key: keyOf(each), ...each.rate },
      unless: each.unless ? keyOfRemembered(each.unless) : NOTHING,
    }))
    .sort((a, b) => a.key.compare(b.key));
  const [result] = await asSignIn(
    sql`insert into sign_in_rates as r (key, tries, resets_at)
      select key, 1, decision_time() + make_interval(secs => seconds)
      from unnest(${counted.map(({ key }) => key)}::bytea[], ${counted.map(({ seconds }) => seconds)}::integer[],
        ${counted.map(({ unless }) => unless)}::bytea[]) as t (key, seconds, unless)
      where not exists (select from sign_in_rates k where k.key = t.unless and k.resets_at > decision_time())
      on conflict (key) do update set
        tries = case when r.resets_at <= decision_time() then 1 else r.tries + 1 end,
        resets_at = case when r.resets_at <= decision_time() then excluded.resets_at else r.resets_at end
      returning encode(key, 'hex') as key, tries, ceil(extract(epoch from resets_at - decision_time()))::integer as seconds`,
  );
  const limits = new Map(counted.map(({ key, tries }) => [key.toString("hex"), tries]));
  const spent = (result?.rows as Counted[]).filter(({ key, tries }) => tries > limits.get(key)!);
  if (spent.length) throw rateLimited(Math.max(...spent.map(({ seconds }) => seconds)));
}

/** Whoever got in starts anew. */
export const forgetTries = (...tried: Tried[]): Fragment =>
  sql`delete from sign_in_rates where key = any (${tried.map(keyOf)}::bytea[])`;

const REMEMBERED_DAYS = 30;

export const remember = (remembered: Remembered): Fragment =>
  sql`insert into sign_in_rates (key, tries, resets_at)
    values (${keyOfRemembered(remembered)}::bytea, 0, decision_time() + make_interval(days => ${REMEMBERED_DAYS}))
    on conflict (key) do update set resets_at = excluded.resets_at`;
