// What a crowd was told, held against what there is: nothing acknowledged is lost, nothing is done twice or by halves.
import type { Client } from "pg";
import type { Check } from "../drill";
import { sendWrite, type Write } from "./crowd";

type To = { address: string; token: string };

/** Repeats what has no answer yet, after the time that a lost claim is held. */
export async function settle(database: Client, to: To, writes: readonly Write[]): Promise<void> {
  await passTime(database, HELD_SECONDS);
  await inTurns(
    writes.filter(({ acknowledged }) => acknowledged === null),
    async (write) => {
      const { status, body } = await sendWrite(to, write);
      if (status === 200) write.acknowledged = body;
      write.isUnknown = status === 409 && body.includes("IDEMPOTENCY_OUTCOME_UNKNOWN");
    },
  );
}

export async function ledgerChecks(
  database: Client,
  to: To,
  writes: readonly Write[],
): Promise<{ checks: Check[]; figures: Record<string, number> }> {
  const acknowledged = writes.filter((write) => write.acknowledged !== null);
  const unknown = writes.filter(({ isUnknown }) => isUnknown);
  const { rows } = await database.query<{ people: number; entries: number; bases: number }>(
    `select (select count(*) from prospects p where p.email_canonical = a)::integer as people,
       (select count(*) from prospects p join audit_entries e on p.id = any (e.subject_ids)
         where p.email_canonical = a and e.action = 'WRITE')::integer as entries,
       (select count(*) from prospects p join lawful_bases b on b.subject_id = p.id where p.email_canonical = a)::integer as bases
     from unnest($1::text[]) with ordinality w (a, n) order by n`,
    [writes.map(({ emailAddress }) => emailAddress)],
  );
  const whole = rows.filter(({ people, entries, bases }) => people === 1 && entries === 1 && bases);
  let different = 0;
  await inTurns(acknowledged.slice(-REPEATED_MAXIMUM), async (write) => {
    const { body } = await sendWrite(to, write);
    if (body !== write.acknowledged) different += 1;
  });
  return {
    checks: [
      [
        "every write was settled",
        writes.length > 0 && acknowledged.length + unknown.length === writes.length,
      ],
      ["each of them is there once, whole, with one entry", whole.length === writes.length],
      ["repeated under its key, each answers the same", different === 0],
    ],
    figures: { writes: writes.length, outcomeUnknown: unknown.length },
  };
}

const REPEATED_MAXIMUM = 500;
/** As long as a claim is kept for a process that doesn't finish, and a little. */
const HELD_SECONDS = 35;
const AT_ONCE = 8;

async function inTurns(writes: readonly Write[], work: (write: Write) => Promise<void>) {
  const left = [...writes];
  const worker = async () => {
    for (let write = left.pop(); write; write = left.pop()) await work(write);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Lets time pass for every decision: the clock of a drill's own cluster is put forward. */
async function passTime(database: Client, seconds: number): Promise<void> {
  const { rows } = await database.query<{ definition: string }>(
    "select pg_get_functiondef('decision_time()'::regprocedure) as definition",
  );
  const later = `statement_timestamp() + interval '${seconds} seconds'`;
  await database.query(rows[0]!.definition.replace("statement_timestamp()", later));
}
