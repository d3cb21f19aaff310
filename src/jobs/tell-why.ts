// Whatever a job throws: the log is told what a developer needs, the queue keeps the reason as a code.
import type { Task, TaskList } from "graphile-worker";
import type { Logger } from "pino";
import { faultForLog } from "../http/fault";
import { reasonOf } from "./reason";

export const tellingWhy = (tasks: TaskList, log: Logger): TaskList =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [name, telling(name, task!, log)]),
  );

const telling =
  (name: string, task: Task, log: Logger): Task =>
  async (payload, helpers) => {
    try {
      return await task(payload, helpers);
    } catch (error) {
      const { id, attempts, max_attempts: maxAttempts } = helpers.job;
      const reason = reasonOf(error);
      log.error(
        { jobId: id, task: name, attempts, maxAttempts, reason, fault: faultForLog(error) },
        attempts < maxAttempts ? "A job failed, and is tried again" : "A job failed for good",
      );
      throw new Error(reason);
    }
  };
