// Work that waits: queued with the change that asks for it, done once, and shown to operators without its content.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, print } from "graphql";
import { PROJECT_ROOT } from "../../src/project-root";
import { newId } from "../../src/database/uuid";
import { startQueue } from "../../src/jobs/queue";
import { createLog } from "../../src/log";
import { type Api, openApi } from "../setup/api";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

const FIELDS = "id task state attempts maxAttempts runAt createdAt reason";
const jobs = async () => {
  const { data, errors, text } = await api.as("operator")(`{ jobs { ${FIELDS} } }`);
  expect(errors).toBeUndefined();
  return { list: data.jobs as { id: string; task: string; state: string }[], text };
};
const job = async (id: string) =>
  api.as("operator")(`query ($id: ID!) { job(id: $id) { ${FIELDS} } }`, { id });
const takeIn = (sourceId: string) =>
  api.as("intake")(
    `mutation ($input: InteractionRecordInput!) { interactionRecord(input: $input) { recorded } }`,
    { input: { interactions: [{ sourceId, kind: "EVENT", occurredAt: "2026-10-01T08:00:00Z" }] } },
  );
const isTrue = async (condition: () => Promise<boolean>) => {
  for (let n = 0; n < 100 && !(await condition()); n++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await condition()).toBe(true);
};

test("all that comes in meanwhile asks for one job", async () => {
  expect((await jobs()).list).toEqual([]);
  await Promise.all(["one", "two", "three"].map(takeIn));
  const { list } = await jobs();
  expect(list).toMatchObject([
    { task: "compute_figures", state: "QUEUED", attempts: 0, maxAttempts: 5, reason: null },
  ]);
  const { data } = await job(list[0]!.id);
  expect(data.job).toEqual(list[0]);
});

test("an id that no job has, or can have, answers nothing", async () => {
  const answers = [];
  for (const id of ["999999", "0", "-1", "abc", "", "1e3", "9".repeat(30), "1 or true"])
    answers.push(await job(id));
  for (const { text } of answers) expect(text).toBe(answers[0]!.text);
  expect(answers[0]!.data).toEqual({ job: null });
});

test("a job that failed or waits to be tried again shows neither payload nor message", async () => {
  const add = async (task: string) =>
    (
      await api.database.query<{ id: string }>(
        `select id from graphile_worker.add_job($1, '{"name": "Marta Lindqvist"}', max_attempts := 3)`,
        [task],
      )
    ).rows[0]!.id;
  const failed = await add("letter");
  const retrying = await add("letter");
  await api.database.query(
    `update graphile_worker._private_jobs set last_error = 'Marta Lindqvist is gone',
       attempts = case when id = $1 then 3 else 1 end where id in ($1, $2)`,
    [failed, retrying],
  );
  const { list, text } = await jobs();
  expect(list.find(({ id }) => id === failed)).toMatchObject({ state: "FAILED", attempts: 3 });
  expect(list.find(({ id }) => id === retrying)).toMatchObject({ state: "RETRYING", attempts: 1 });
  expect(text).not.toContain("Marta");
  const { data } = await api.as("operator")('{ __type(name: "Job") { fields { name } } }');
  expect(data.__type.fields.map((field: { name: string }) => field.name)).toEqual(
    FIELDS.split(" "),
  );
  await api.database.query("delete from graphile_worker._private_jobs where id in ($1, $2)", [
    failed,
    retrying,
  ]);
});

test.each(["support", "marketing", "privacy", "administrator", "user", "dashboard"] as const)(
  "%s has no field for jobs",
  async (role) => {
    const { data, errors } = await api.as(role)("{ jobs { id } }");
    expect(data).toBeUndefined();
    expect(errors?.[0]?.message).toBe('Cannot query field "jobs" on type "Query".');
  },
);

test("intake queues this job and no other; nobody else queues, and nobody reads the queue's tables", async () => {
  const codeOf = async (role: string, statement: string) => {
    await api.database.query("begin");
    try {
      await api.database.query(`set local role ${role}`);
      await api.database.query("select set_config('app.viewer', $1, true)", [newId()]);
      await api.database.query(statement);
      return "DONE";
    } catch (error) {
      return (error as { code: string }).code;
    } finally {
      await api.database.query("rollback");
    }
  };
  const queue = (task: string) => `select queue_job('${task}', '{}'::json, 'key')`;
  expect(await codeOf("audience_intake", queue("compute_figures"))).toBe("DONE");
  expect(await codeOf("audience_intake", queue("something_else"))).toBe("42501");
  for (const role of ["audience_operator", "audience_marketing", "audience_public"]) {
    expect(await codeOf(role, queue("compute_figures"))).toBe("42501");
    expect(await codeOf(role, "select * from graphile_worker._private_jobs")).toBe("42501");
  }
  expect(await codeOf("audience_operator", "select * from job_list()")).toBe("DONE");
  expect(await codeOf("audience_intake", "select * from job_list()")).toBe("42501");
  expect(await codeOf("queue_owner", "select * from platform_users")).toBe("42501");
});

test("the worker's queue does the job, and it is gone", async () => {
  await takeIn("four");
  expect((await api.database.query("select from figures")).rowCount).toBe(0);
  const queue = await startQueue(api.config, createLog("silent", "worker"));
  try {
    await isTrue(async () => (await jobs()).list.length === 0);
  } finally {
    await queue.stop();
  }
  const { rowCount } = await api.database.query("select from figures");
  expect(rowCount).toBeGreaterThan(50);
});

test("a job that failed for good says why by a code, is found among its like, and runs again when told", async () => {
  const { rows } = await api.database.query<{ id: string }>(
    "select id from graphile_worker.add_job('send_mail', '{\"mailId\": \"not an id\"}', max_attempts := 1)",
  );
  const { id } = rows[0]!;
  const failed = async () =>
    (await api.as("operator")(`{ jobs(onlyFailed: true) { ${FIELDS} } }`)).data.jobs as {
      id: string;
      reason: string;
    }[];
  expect(await failed()).toEqual([]);
  const queue = await startQueue(api.config, createLog("silent", "worker"));
  try {
    await isTrue(async () => (await failed()).length === 1);
    expect(await failed()).toMatchObject([{ id, task: "send_mail", state: "FAILED", attempts: 1 }]);
    expect((await failed())[0]!.reason).toMatch(/^PostgreSQL refused a statement.*: 22P02\.$/);
  } finally {
    await queue.stop();
  }
  const again = (input: object) =>
    api.as("operator")(
      `mutation ($input: JobRunAgainInput!) { jobRunAgain(input: $input) { job { id state attempts } userErrors { code field } } }`,
      { input },
    );
  const entries = () =>
    api.database.query(
      "select from audit_entries where operation = 'jobRunAgain' and row_count = 1",
    );
  const expected = { job: { id, state: "QUEUED", attempts: 0 }, userErrors: [] };
  expect((await again({ id })).data.jobRunAgain).toEqual(expected);
  expect((await again({ id })).data.jobRunAgain).toEqual(expected);
  expect((await entries()).rowCount).toBe(1);
  expect((await again({ id: "999999" })).data.jobRunAgain).toEqual({
    job: null,
    userErrors: [{ code: "NOT_FOUND", field: "id" }],
  });
  await api.database.query("delete from graphile_worker._private_jobs where id = $1", [id]);
});

test("what the operators' page shows of jobs that failed is answered", async () => {
  const page = readFileSync(join(PROJECT_ROOT, "docs/operators/installation.md"), "utf8");
  const shown = /```graphql\n([^]*?)```/.exec(page)?.[1] ?? "";
  const { definitions } = parse(shown);
  expect(definitions).toHaveLength(2);
  for (const definition of definitions) {
    const { errors } = await api.as("operator")(print(definition), { id: "999999" });
    expect(errors).toBeUndefined();
  }
});
