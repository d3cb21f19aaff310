// Each run of a job is told of when it is over, to whoever listens: what it was and how it ended, never what it was about.
import { channel } from "node:diagnostics_channel";
import type { Task, TaskList } from "graphile-worker";

/** Instants are on the clock of `performance.now()`. */
export type JobRun = {
  task: string;
  startedAt: number;
  endedAt: number;
  /** FAILED is not tried again by itself. */
  outcome: "DONE" | "RETRIED" | "FAILED";
};
export const JOBS = "back-office:jobs";
const jobs = channel(JOBS);

/** The same tasks, told of. */
export const told = (tasks: TaskList): TaskList =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [name, task && toldTask(name, task as Task)]),
  );

function toldTask(task: string, work: Task): Task {
  return async (payload, helpers) => {
    if (!jobs.hasSubscribers) return work(payload, helpers);
    const startedAt = performance.now();
    const tell = (outcome: JobRun["outcome"]) =>
      jobs.publish({ task, startedAt, endedAt: performance.now(), outcome } satisfies JobRun);
    try {
      await work(payload, helpers);
      tell("DONE");
    } catch (error) {
      const { attempts, max_attempts: maximum } = helpers.job;
      tell(attempts >= maximum ? "FAILED" : "RETRIED");
      throw error;
    }
  };
}
