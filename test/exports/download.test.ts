// A file's way out: whose address it is, what stands written down when it breaks off, and what it holds meanwhile.
import { STORY_CUSTOMERS, STORY_SERVICE_PROVIDER } from "../../seeds/story-people";
import { downloadUrlOf } from "../../src/exports/download";
import { PURPOSE_BITS } from "../../src/lawfulness/purposes";
import { PUBLIC_VIEWER } from "../../src/viewer/viewer";
import { worker } from "../imports/sending";
import { type Api, openApi } from "../setup/api";
import { addressOf, made, OWN_USE, stalledAt, taken } from "./taking";

let api: Api;
let queue: Awaited<ReturnType<typeof worker>>;
beforeAll(async () => {
  api = await openApi();
  queue = await worker(api);
}, 30_000);
afterAll(async () => {
  await queue.stop();
  await api.close();
});

type Row = { ends: string | null; outcome: string | null; contact_count: number };
const disclosuresOf = async (exportId: string): Promise<Row[]> =>
  (
    await api.database.query(
      "select ends, outcome, contact_count from disclosures where export_id = $1 order by id",
      [exportId],
    )
  ).rows;

/** The person's own file, as the link of its address would name it. */
const fileIdOf = async (exportId: string): Promise<string> =>
  (await api.database.query("select file_id from exports where id = $1", [exportId])).rows[0]
    .file_id;

test("an address opens its file for whom it was made, for an hour, and nothing else", async () => {
  const file = await made(api, "administrator", { kind: "PLATFORM_USERS", ...OWN_USE });
  expect((await taken(api, file)).status).toBe(200);
  expect((await taken(api, file, { method: "HEAD" })).status).toBe(404);
  const address = addressOf(api, file);
  const [id, until, , customer] = address.split("/").at(-1)!.split(".");
  const fileId = await fileIdOf(file.id);
  const others = [
    `${address}A`,
    address.replace(id!, "01990000-0000-7000-8000-000000000001"),
    address.replace(`.${until}.`, `.${Number(until) + 60}.`),
    address.replace(customer!, STORY_CUSTOMERS[1].id),
    address.replace("/exports/", "/uploads/"),
  ];
  for (const other of others) expect((await fetch(other)).status).toBe(404);

  const administrator = { ...PUBLIC_VIEWER, audience: "ACCOUNT_ADMINISTRATOR" as const };
  const [own, elsewhere] = STORY_CUSTOMERS;
  const wrongly = [
    { ...administrator, id: elsewhere.administrator.id, customerId: elsewhere.id },
    { ...administrator, id: own.administrator.id, customerId: elsewhere.id },
    { ...administrator, id: own.user.id, customerId: own.id },
    { ...administrator, audience: "MARKETING" as const, id: own.administrator.id },
    { ...administrator, audience: "SUPPORT" as const, id: own.administrator.id },
  ];
  for (const viewer of wrongly) {
    const downloadUrl = downloadUrlOf(viewer, fileId);
    expect((await taken(api, { downloadUrl })).status).toBe(404);
  }
  const realNow = Date.now;
  const anHourAgo = jest.spyOn(Date, "now").mockImplementation(() => realNow() - 61 * 60_000);
  const viewer = { ...administrator, id: own.administrator.id, customerId: own.id };
  const old = downloadUrlOf(viewer, fileId);
  anHourAgo.mockRestore();
  expect((await taken(api, { downloadUrl: old })).status).toBe(404);
});

test("what breaks off on its way to a provider is closed as broken off, and holds no connection", async () => {
  await api.database.query("set session_replication_role = replica"); // as if they had been there for long
  await api.database.query(
    `insert into subscribers (id, name, email_address, email_canonical, email_hash, created_at, may_email, purposes, purposes_valid_until)
      select gen_random_uuid(), repeat('Reader ' || n || ' ', 12), 'many' || n || '@mail.example.org',
        'many' || n || '@mail.example.org', decode(md5('many' || n) || md5(n::text), 'hex'), now(), true, $1, 'infinity'
      from generate_series(1, 40000) n`,
    [PURPOSE_BITS.NEWSLETTER],
  );
  await api.database.query("reset session_replication_role");
  const file = await made(api, "marketing", {
    ...{ kind: "SUBSCRIBERS", format: "NDJSON", serviceProviderId: STORY_SERVICE_PROVIDER.id },
  });
  expect(file.bytes).toBeGreaterThan(8_000_000);

  const stalled = await Promise.all([1, 2, 3, 4, 5].map(() => stalledAt(addressOf(api, file))));
  const { rows } = await api.database.query(
    `select count(*)::integer as busy from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' and backend_type = 'client backend'`,
  );
  expect(rows).toEqual([{ busy: 0 }]);
  expect(await disclosuresOf(file.id)).toEqual(
    stalled.map(() => ({ ends: null, outcome: null, contact_count: file.rowCount })),
  );
  for (const leave of stalled) leave();
  for (let tries = 200; tries && (await disclosuresOf(file.id)).length < 10; tries -= 1)
    await new Promise((resolve) => setTimeout(resolve, 25));
  const closing = (await disclosuresOf(file.id)).filter(({ ends }) => ends);
  expect(closing.map(({ outcome }) => outcome)).toEqual(Array(5).fill("ABORTED"));
  expect(new Set(closing.map(({ ends }) => ends)).size).toBe(5);

  expect(Buffer.from(await (await taken(api, file)).arrayBuffer())).toHaveLength(file.bytes);
}, 60_000);
