// The one who numbers changes: takes committed outbox rows and appends them to the feed in the order of their numbers.
import type { Logger } from "pino";
import type { Config } from "../config";
import { byOneAtATime } from "../jobs/by-one";

const INTERVAL_MS = 20;
const BATCH = 5_000;

const NUMBER = `with d as (
    delete from outbox where tid in (select tid from outbox order by tid limit ${BATCH}) returning *
  ), s as (select * from d order by tid)
  insert into feed (change_number, subject_kind, subject_id)
  select nextval('feed_change_number'), subject_kind, subject_id from s`;

export const startSequencer = (config: Config, log: Logger) =>
  byOneAtATime(config, {
    role: "job_sequencer",
    lock: 5_200_418,
    round: async (session) => {
      const { rowCount } = await session.query(NUMBER);
      return rowCount === BATCH ? 0 : INTERVAL_MS;
    },
    onFailure: ({ code }) => log.warn({ code }, "The sequencer lost its connection"),
  });
