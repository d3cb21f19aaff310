// The shape that the feed doesn't take, run beside it on the same writes: numbers taken from a sequence when a change
// is written. A reader that remembers a number passes by those of a transaction that commits later.
import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";

const INTERVAL_MS = 20;

export async function watchPlainSequence(superuser: Client) {
  await superuser.query(`
    create table plain_feed (number bigint generated always as identity primary key, subject_id uuid not null);
    create function number_plainly() returns trigger
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    begin
      insert into plain_feed (subject_id) values (new.id);
      return null;
    end $$;
    create trigger into_plain_feed after update on prospects for each row execute function number_plainly();
  `);
  let last = 0;
  let seen = 0;
  const pull = async () => {
    const { rows } = await superuser.query<{ number: string }>(
      "select number from plain_feed where number > $1 order by number",
      [last],
    );
    seen += rows.length;
    last = Number(rows.at(-1)?.number ?? last);
  };
  let isOver = false;
  const pulling = (async () => {
    while (!isOver) {
      await pull();
      await sleep(INTERVAL_MS);
    }
  })();
  return {
    /** How many committed changes its reader was never shown. */
    async lost(): Promise<number> {
      isOver = true;
      await pulling;
      await pull();
      const { rows } = await superuser.query<{ count: string }>("select count(*) from plain_feed");
      return Number(rows[0]?.count) - seen;
    },
  };
}
