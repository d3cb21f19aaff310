// What the worker tells of its jobs: how they ended, how many wait and how many nobody will try again.
import { startWorker, type RunningWorker } from "../../src/worker";
import { type Api, openApi } from "../setup/api";
import { eventually, scrape } from "./exposition";

let api: Api;
let worker: RunningWorker | undefined;
beforeAll(async () => (api = await openApi()));
afterAll(async () => {
  await worker?.close();
  await api.close();
});

test("jobs are counted by task and outcome, and those that are left by state", async () => {
  await api.database.query(
    `select graphile_worker.add_job('send_mail', '{"mailId": "Marta Lindqvist"}', max_attempts := 1),
       graphile_worker.add_job('send_mail', '{"mailId": "Marta Lindqvist"}', max_attempts := 5),
       graphile_worker.add_job('sweep', '{}', run_at := now() + interval '1 day')`,
  );
  worker = await startWorker({ ...api.config, metricsPort: 0 });
  const { metricsAddress } = worker;
  const left = "back_office_queue_jobs";
  const jobs = "back_office_jobs_total";
  const { text, valueOf } = await eventually(
    () => scrape(metricsAddress),
    ({ valueOf: valueNow }) =>
      valueNow(jobs, { task: "compute_figures", outcome: "DONE" }) === 1 &&
      valueNow(jobs, { task: "send_mail", outcome: "FAILED" }) === 1 &&
      valueNow(left, { task: "send_mail", state: "FAILED" }) === 1 &&
      valueNow(left, { task: "send_mail", state: "RETRYING" }) === 1,
  );
  expect(valueOf(jobs, { task: "send_mail", outcome: "RETRIED" })).toBeGreaterThan(0);
  expect(valueOf(left, { task: "sweep", state: "QUEUED" })).toBe(1);
  expect(valueOf("back_office_outbox_changes")).toBe(0);
  expect(valueOf("back_office_audit_unsealed")).toBe(0);
  expect(
    valueOf("back_office_job_duration_seconds_count", { task: "compute_figures", outcome: "DONE" }),
  ).toBe(1);
  expect(
    valueOf("back_office_round_trip_duration_seconds_count", { role: "job_figures" }),
  ).toBeGreaterThan(0);
  expect(text).toContain('process="worker"');
  expect(text).not.toMatch(/Marta|@|[0-9a-f]{8}-[0-9a-f]{4}/);
}, 60_000);
