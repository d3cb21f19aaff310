// The customers' users, how they sign in, and what they did on the platform. One in twenty is out of service; nobody
// knows the passwords.
import { createHash } from "node:crypto";
import { Ledger } from "./bases";
import type { Batch, Row } from "./copy-in";
import { customerOf } from "./customers";
import { volumeId } from "./ids";
import { personOf } from "./people";
import type { Volume } from "./sizes";
import { daysAfter, stamp, timeOf } from "./times";

const AT_ONCE = 5_000;
const TITLES = ["Team lead", "Customer care", "Operations", "Quality", null];
const KINDS = [
  ...["SIGNED_IN", "SIGNED_IN", "SIGNED_IN", "CALL_REVIEWED", "CALL_REVIEWED"],
  ...["REPORT_VIEWED", "COMMENT_ADDED"],
];

function userOf(n: number, volume: Volume) {
  const customer = customerOf(n % volume.sizes.customers, volume);
  const at = Math.max(customer.at, timeOf(n, volume.sizes.users));
  const isAdministrator = n < volume.sizes.customers || n % 10 === 0;
  return { id: volumeId("user", n, at), customer, at, isAdministrator };
}

export function* userBatches(volume: Volume): Generator<Batch> {
  const ledger = new Ledger(1_000_000_000, volume.asOf);
  for (let from = 0; from < volume.sizes.users; from += AT_ONCE) {
    const [users, credentials, sessions]: [Row[], Row[], Row[]] = [[], [], []];
    for (let n = from; n < Math.min(from + AT_ONCE, volume.sizes.users); n += 1) {
      const { id, customer, at, isAdministrator } = userOf(n, volume);
      const { ended: ending } = customer;
      const bases = ledger.of({ kind: "PLATFORM_USER", id, customer: customer.id, at });
      const party = isAdministrator ? "CONTRACT" : "LEGITIMATE_INTERESTS";
      bases.establish("SERVICE_PERFORMANCE", party, { ending });
      bases.establish("CUSTOMER_SUPPORT", "LEGITIMATE_INTERESTS", { ending });
      bases.establish("SERVICE_IMPROVEMENT", "LEGITIMATE_INTERESTS", { ending });
      bases.establish("SECURITY", "LEGITIMATE_INTERESTS");
      const isOut = !isAdministrator && n % 20 === 19;
      const person = personOf(n, "works");
      users.push({
        ...{ customer_id: customer.id, id, ...person, created_at: stamp(at) },
        ...{ role: isAdministrator ? "ACCOUNT_ADMINISTRATOR" : "USER" },
        ...{
          state: isOut ? "DEACTIVATED" : "ACTIVE",
          job_title: TITLES[n % TITLES.length] ?? null,
        },
        ...{ phone: n % 2 ? null : `+44 20 55${n}`, ...bases.permitted() },
        deactivated_at: isOut ? stamp(daysAfter(at, 200)) : null,
      });
      if (n % 5 === 4) continue; // invited, and not here yet
      const credential = volumeId("credential", n, at);
      credentials.push({
        ...{
          id: credential,
          person_kind: "PLATFORM_USER",
          customer_id: customer.id,
          person_id: id,
        },
        ...{ email_hash: person.email_hash, password_hash: unknownPassword(n, volume) },
        ...{ password_changed_at: stamp(at), created_at: stamp(at) },
      });
      if (n % 4 === 0) sessions.push(sessionOf(n, { id, customer: customer.id, credential, at }));
    }
    yield { platform_users: users, lawful_bases: ledger.taken(), credentials, sessions };
  }
}

/** No password has this hash. */
const unknownPassword = (n: number, { seed }: Volume) =>
  `\\x${createHash("sha256").update(`${seed} ${n}`).digest("hex")}`;

type Owner = { id: string; customer: string; credential: string; at: number };
function sessionOf(n: number, { id, customer, credential, at }: Owner): Row {
  const began = daysAfter(at, 30 + (n % 300));
  const ended = daysAfter(began, 0.3);
  return {
    ...{ id: volumeId("session", n, began), credential_id: credential, person_id: id },
    ...{ customer_id: customer, audience: "PLATFORM_USER", device: "Browser" },
    ...{ started_at: stamp(began), last_used_at: stamp(ended), rotated_at: stamp(began) },
    ...{
      expires_at: stamp(daysAfter(began, 0.5)),
      ended_at: stamp(ended),
      end_reason: "SIGNED_OUT",
    },
  };
}

export function* activityBatches(volume: Volume): Generator<Batch> {
  const { users, activities } = volume.sizes;
  for (let from = 0; from < activities; from += AT_ONCE) {
    const rows: Row[] = [];
    for (let n = from; n < Math.min(from + AT_ONCE, activities); n += 1) {
      const { id, customer, at } = userOf((Math.imul(n, 7_919) >>> 0) % users, volume);
      const occurred = daysAfter(at, 1 + (n % 350));
      rows.push({
        ...{
          customer_id: customer.id,
          id: volumeId("activity", n, occurred),
          platform_user_id: id,
        },
        ...{ kind: KINDS[n % KINDS.length]!, occurred_at: stamp(occurred), source: "PLATFORM" },
        ...{ source_id: `volume-${n}`, recorded_at: stamp(occurred) },
      });
    }
    yield { activities: rows };
  }
}
