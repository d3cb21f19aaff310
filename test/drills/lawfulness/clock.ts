// The drill's time: PostgreSQL's own, moved on by as much as the drill says.
import type { Client } from "pg";

export type Clock = {
  /** In milliseconds, as PostgreSQL has it. */
  now(): number;
  pass(ms: number): Promise<void>;
};

export function clockOf(database: Client): Clock {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    pass: async (ms) => {
      ahead += ms;
      await database.query(
        `create or replace function decision_time() returns timestamptz
           language sql stable as $$ select statement_timestamp() + interval '${ahead} milliseconds' $$`,
      );
    },
  };
}
