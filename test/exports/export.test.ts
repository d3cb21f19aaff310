// Exports: what is in the file, who may have it made, and when it is gone.
import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { STORY_CUSTOMERS, STORY_SERVICE_PROVIDER } from "../../seeds/story-people";
import { NoSuchObject, objectStore } from "../../src/files/object-store";
import { sweepFiles } from "../../src/files/sweep-files";
import { EXPORTS_MAXIMUM } from "../../src/exports/start";
import { OWN_USE_DAYS, RECIPIENT_DAYS } from "../../src/exports/job/make-export";
import { PURPOSE_BITS } from "../../src/lawfulness/purposes";
import { worker } from "../imports/sending";
import { type Api, openApi } from "../setup/api";
import { cancel, ended, made, OWN_USE, read, start, taken } from "./taking";

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

const contentOf = async (file: { downloadUrl: string | null }) =>
  Buffer.from(await (await taken(api, file)).arrayBuffer());
const linesOf = (bytes: Buffer) => bytes.toString().trimEnd().split("\n");
const countOf = async (query: string, values: unknown[] = []) =>
  Number((await api.database.query(query, values)).rows[0].count);
const providerId = STORY_SERVICE_PROVIDER.id;

test("marketing takes the prospects out as a table: what the list shows, with checksum and row count", async () => {
  const file = await made(api, "marketing", { kind: "PROSPECTS", ...OWN_USE });
  const { data } = await api.as("marketing")("{ prospects { totalCount } }");
  expect(file).toMatchObject({
    ...{ state: "DONE", percent: 100, rowCount: data.prospects.totalCount, format: "CSV" },
    ...{
      reason: OWN_USE.reason,
      fileName: expect.stringMatching(/^prospects-\d{4}-\d\d-\d\d\.csv$/),
    },
  });
  const response = await taken(api, file);
  const bytes = Buffer.from(await response.arrayBuffer());
  const lines = linesOf(bytes);
  expect(lines[0]).toBe("id,email,name,company,kind,source,informed_on,may_email,created_at");
  expect(lines).toHaveLength(file.rowCount + 1);
  expect(bytes).toHaveLength(file.bytes);
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(file.sha256);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "text/csv; charset=utf-8",
    "content-length": String(file.bytes),
    "content-disposition": `attachment; filename*=UTF-8''${file.fileName}`,
    "content-digest": `sha-256=:${Buffer.from(file.sha256, "hex").toString("base64")}:`,
    "cache-control": "no-store",
  });
});

test("as lines of JSON each contact has what the table has, compressed or not", async () => {
  const plain = await made(api, "marketing", { kind: "SUBSCRIBERS", format: "NDJSON", ...OWN_USE });
  const people = linesOf(await contentOf(plain)).map((line) => JSON.parse(line));
  expect(people).toHaveLength(plain.rowCount);
  expect(people[0]).toEqual({
    ...{ id: expect.any(String), email: expect.stringContaining("@"), name: expect.any(String) },
    ...{ may_email: expect.any(Boolean), created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) },
  });
  const small = await made(api, "marketing", {
    ...{ kind: "SUBSCRIBERS", format: "NDJSON", isCompressed: true, ...OWN_USE },
  });
  expect(small.fileName).toMatch(/\.ndjson\.gz$/);
  expect(small.bytes).toBeLessThan(plain.bytes / 2);
  const again = linesOf(gunzipSync(await contentOf(small))).map((line) => JSON.parse(line));
  const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
  expect(again.toSorted(byId)).toEqual(people.toSorted(byId));
});

test("who may not be mailed can be left out", async () => {
  const file = await made(api, "marketing", {
    kind: "SUBSCRIBERS",
    onlyMailable: true,
    ...OWN_USE,
  });
  const flags = linesOf(await contentOf(file))
    .slice(1)
    .map((line) => line.split(",")[3]);
  expect(new Set(flags)).toEqual(new Set(["1"]));
  const everybody = await made(api, "marketing", { kind: "SUBSCRIBERS", ...OWN_USE });
  expect(everybody.rowCount).toBeGreaterThan(file.rowCount);
});

test("whoever objected, was closed or was not told in time is in no file", async () => {
  const { rows } = await api.database.query(
    `select email_address from prospects where purposes_valid_until <= now() or purposes & $1 = 0`,
    [PURPOSE_BITS.MARKETING_AND_SALES],
  );
  expect(rows.length).toBeGreaterThan(0);
  const file = await made(api, "marketing", { kind: "PROSPECTS", format: "NDJSON", ...OWN_USE });
  const inFile = new Set(linesOf(await contentOf(file)).map((line) => JSON.parse(line).email));
  expect(rows.filter(({ email_address }) => inFile.has(email_address))).toEqual([]);
});

test("an administrator takes out the users of the own customer, and nobody else", async () => {
  const file = await made(api, "administrator", { kind: "PLATFORM_USERS", ...OWN_USE });
  const lines = linesOf(await contentOf(file));
  const { data } = await api.as("administrator")("{ platformUsers { totalCount } }");
  expect(lines).toHaveLength(data.platformUsers.totalCount + 1);
  const ids = lines.slice(1).map((line) => line.slice(0, 36));
  expect(
    await countOf("select count(*) from platform_users where id = any($1) and customer_id <> $2", [
      ids,
      STORY_CUSTOMERS[0].id,
    ]),
  ).toBe(0);
});

test("the privacy officer takes out what was recorded, and sees everybody's exports", async () => {
  const entries = await made(api, "privacy", {
    ...{ kind: "AUDIT_ENTRIES", format: "NDJSON", ...OWN_USE },
  });
  const lines = linesOf(await contentOf(entries)).map((line) => JSON.parse(line));
  expect(lines).toHaveLength(entries.rowCount);
  expect(lines.map(({ operation }) => operation)).toContain("exportCompleted");
  const { data } = await api.as("privacy")(
    "{ exports(first: 100) { nodes { kind createdBy downloadUrl } } }",
  );
  const kinds = data.exports.nodes.map(({ kind }: { kind: string }) => kind);
  expect(new Set(kinds)).toEqual(
    new Set(["PROSPECTS", "SUBSCRIBERS", "PLATFORM_USERS", "AUDIT_ENTRIES"]),
  );
  const withFile = data.exports.nodes.filter(
    (each: { downloadUrl: string | null }) => each.downloadUrl,
  );
  expect(withFile.map(({ kind }: { kind: string }) => kind)).toEqual(["AUDIT_ENTRIES"]);
});

test.each([
  ["for no provider and no reason", {}, "REQUIRED", "reason"],
  ["for a reason that nobody sees", { reason: "\u200b" }, "REQUIRED", "reason"],
  [
    "for a provider and a use of our own",
    { serviceProviderId: providerId, ...OWN_USE },
    "CONFLICT",
    "reason",
  ],
  [
    "for a provider that nobody knows",
    { serviceProviderId: "01990000-0000-7000-8000-920599999999" },
    "NOT_FOUND",
    "serviceProviderId",
  ],
  [
    "for what is no identifier",
    { serviceProviderId: "lettermill" },
    "NOT_FOUND",
    "serviceProviderId",
  ],
])("a file %s is not made", async (_, more, code, field) => {
  const before = await countOf("select count(*) from exports");
  const { export: none, userErrors } = await start(api, "marketing", {
    kind: "PROSPECTS",
    ...more,
  });
  expect(none).toBeNull();
  expect(userErrors).toMatchObject([{ code, field }]);
  expect(await countOf("select count(*) from exports")).toBe(before);
});

test("a provider is given what its agreement covers, and nothing once it has ended", async () => {
  const { data } = await api.as("marketing")("{ serviceProviders { nodes { id name } } }");
  const named = Object.fromEntries(
    data.serviceProviders.nodes.map(({ id, name }: { id: string; name: string }) => [name, id]),
  );
  expect(Object.keys(named)).toEqual(["Lettermill", "Quillpost"]);
  const uncovered = { kind: "PROSPECTS", serviceProviderId: named.Quillpost };
  expect((await start(api, "marketing", uncovered)).userErrors).toMatchObject([
    { code: "CONFLICT", field: "serviceProviderId" },
  ]);
  const file = await made(api, "marketing", {
    kind: "SUBSCRIBERS",
    serviceProviderId: named.Quillpost,
  });
  expect(file.state).toBe("DONE");
  expect((await taken(api, file)).status).toBe(200);
  await api.database.query(
    "update provider_agreements set ended_at = now() where service_provider_id = $1",
    [named.Quillpost],
  );
  expect((await taken(api, file)).status).toBe(404);
  expect(
    (await start(api, "marketing", { kind: "SUBSCRIBERS", serviceProviderId: named.Quillpost }))
      .userErrors,
  ).toMatchObject([{ code: "NOT_FOUND", field: "serviceProviderId" }]);
});

test("an agreement that ends before the file is made ends the export", async () => {
  await queue.stop();
  const { export: waiting } = await start(api, "marketing", {
    ...{ kind: "PROSPECTS", serviceProviderId: providerId },
  });
  await api.database.query("begin");
  await api.database.query(
    "update provider_agreements set ended_at = now() where service_provider_id = $1",
    [providerId],
  );
  await api.database.query("commit");
  queue = await worker(api);
  expect(await ended(api, "marketing", waiting.id)).toMatchObject({
    ...{ state: "FAILED", failure: expect.stringMatching(/agreement/), downloadUrl: null },
  });
  await api.database.query(
    "update provider_agreements set ended_at = null where service_provider_id = $1",
    [providerId],
  );
});

test("every reading and every leaving stands in the audit, its opening before its closing", async () => {
  const file = await made(api, "marketing", { kind: "SUBSCRIBERS", serviceProviderId: providerId });
  const from = await countOf("select count(*) from audit_entries");
  await contentOf(file);
  await until(async () => (await countOf("select count(*) from audit_entries")) > from + 1);
  const { rows } = await api.database.query(
    `select operation, action, purpose, row_count, fields from audit_entries
      where operation ~ '^(export|download)' and audience = 'MARKETING' order by recorded_at desc limit 5`,
  );
  const reading = {
    action: "READ",
    purpose: "NEWSLETTER",
    row_count: file.rowCount,
    fields: file.columns,
  };
  expect(rows.toReversed()).toMatchObject([
    { operation: "exportStart", action: "WRITE" },
    { operation: "export", ...reading, row_count: 0 },
    { operation: "exportCompleted", ...reading },
    { operation: "download", ...reading },
    { operation: "downloadCompleted", ...reading },
  ]);
  const { data } = await api.as("privacy")(
    `{ serviceProviders { nodes { name disclosures(first: 2) { nodes {
      id exportId ends outcome sha256 contactCount purposes fields firstChange } } } } }`,
  );
  const [closing, opening] = data.serviceProviders.nodes.find(
    ({ name }: { name: string }) => name === STORY_SERVICE_PROVIDER.name,
  ).disclosures.nodes;
  const disclosed = {
    ...{
      exportId: file.id,
      sha256: file.sha256,
      contactCount: file.rowCount,
      fields: file.columns,
    },
    ...{ purposes: ["NEWSLETTER"], firstChange: null },
  };
  expect(opening).toMatchObject({ ...disclosed, ends: null, outcome: null });
  expect(closing).toMatchObject({ ...disclosed, ends: opening.id, outcome: "COMPLETED" });
});

test("what is cancelled has no file, before and after it was made", async () => {
  const file = await made(api, "marketing", { kind: "SUBSCRIBERS", ...OWN_USE });
  const { export: gone } = await cancel(api, "marketing", file.id);
  expect(gone).toMatchObject({ state: "CANCELLED", downloadUrl: null });
  expect((await taken(api, file)).status).toBe(404);
  expect((await cancel(api, "marketing", file.id)).userErrors).toEqual([]);

  await queue.stop();
  const { export: waiting } = await start(api, "marketing", { kind: "SUBSCRIBERS", ...OWN_USE });
  await cancel(api, "marketing", waiting.id);
  queue = await worker(api);
  const next = await made(api, "marketing", { kind: "SUBSCRIBERS", ...OWN_USE });
  expect(next.state).toBe("DONE");
  expect(await read(api, "marketing", waiting.id)).toMatchObject({
    state: "CANCELLED",
    rowCount: 0,
  });
});

test("a file is gone after its days: its address first, then its bytes", async () => {
  const own = await made(api, "marketing", { kind: "SUBSCRIBERS", ...OWN_USE });
  const provided = await made(api, "marketing", {
    kind: "SUBSCRIBERS",
    serviceProviderId: providerId,
  });
  const days = ({ expiresAt, endedAt }: { expiresAt: string; endedAt: string }) =>
    (Date.parse(expiresAt) - Date.parse(endedAt)) / 86_400_000;
  expect([days(own), days(provided)]).toEqual([OWN_USE_DAYS, RECIPIENT_DAYS]);
  const { rows } = await api.database.query(
    "update files set expires_at = now() where id = (select file_id from exports where id = $1) returning id",
    [own.id],
  );
  expect((await taken(api, own)).status).toBe(404);
  expect((await read(api, "marketing", own.id)).downloadUrl).toBeNull();
  await sweepFiles();
  expect(await countOf("select count(*) from files where id = $1", [rows[0].id])).toBe(0);
  await expect(objectStore().get(rows[0].id)).rejects.toThrow(NoSuchObject);
});

test("whoever may no longer ask gets nothing, though the file is made and the address known", async () => {
  const asked = await made(api, "administrator", { kind: "PLATFORM_USERS", ...OWN_USE });
  await api.database.query("update platform_users set role = 'USER' where id = $1", [
    STORY_CUSTOMERS[0].administrator.id,
  ]);
  await until(async () => (await taken(api, asked)).status === 404);
});

test("one person has so many files at once, and no more", async () => {
  const { rows } = await api.database.query(
    `insert into exports (id, audience, kind, format, is_compressed, only_mailable, reason, columns, file_name, created_by)
      select gen_random_uuid(), 'MARKETING', 'PROSPECTS', 'CSV', false, false, 'Many', '{id}', 'x', created_by
      from exports, generate_series(1, $1) where audience = 'MARKETING' limit $1 returning id`,
    [EXPORTS_MAXIMUM],
  );
  const input = { kind: "PROSPECTS", ...OWN_USE };
  expect((await start(api, "marketing", input)).userErrors).toMatchObject([
    { code: "CONFLICT", field: null },
  ]);
  await cancel(api, "marketing", rows[0].id);
  await api.database.query("delete from exports where file_name = 'x'");
  expect((await start(api, "marketing", input)).userErrors).toEqual([]);
});

async function until(isSo: () => Promise<boolean>) {
  for (let tries = 200; tries; tries -= 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("It does not come about.");
}
