// What was changed of a person stands beside its entry, under the person's key: destroy the key, and it is gone everywhere,
// while the sealed log verifies as before.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { STORY_CUSTOMERS } from "../../seeds/story-people";
import { auditVerify } from "../../src/audit/verifying/command";
import { OWN_SCHEMAS, PARTITIONS_SCHEMA } from "../../src/database/schemas";
import { made, OWN_USE, taken } from "../exports/taking";
import { worker } from "../imports/sending";
import { operator } from "../keys/operator";
import { type Api, openApi } from "../setup/api";
import { sealNow } from "./seal-now";

let api: Api;
let queue: Awaited<ReturnType<typeof worker>>;
beforeAll(async () => {
  api = await openApi();
  queue = await worker(api);
});
afterAll(async () => {
  await queue.stop();
  await api.close();
});

const [HARBOUR] = STORY_CUSTOMERS;
const PLANTED = ["Planted Once", "Planted Twice", "Planted Limited"];
const ENTRIES =
  `query ($id: String) { auditEntries(first: 20, filter: { subjectId: $id, action: WRITE }) {
  nodes { id operation fields changed { isErased fields { name before after } } } } }`.replace(
    "($id: String)",
    "($id: ID)",
  );

const changesOf = async (id: string) => {
  const { data, errors } = await api.as("privacy")(ENTRIES, { id });
  expect(errors).toBeUndefined();
  return data.auditEntries.nodes as { operation: string; changed: object | null }[];
};

async function aProspect(): Promise<{ id: string; name: string }> {
  const { data } = await api.as("marketing")("{ prospects(first: 1) { nodes { id name } } }");
  return data.prospects.nodes[0];
}

async function update(role: "marketing" | "administrator", input: object) {
  const [verb, type] =
    role === "marketing"
      ? ["prospectUpdate", "ProspectUpdateInput"]
      : ["platformUserUpdate", "PlatformUserUpdateInput"];
  const { data, errors } = await api.as(role)(
    `mutation ($input: ${type}!) { done: ${verb}(input: $input) { userErrors { code } } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  expect(data.done.userErrors).toEqual([]);
}

test("the privacy officer sees what was changed from what into what, and that look is on record", async () => {
  const prospect = await aProspect();
  await update("marketing", { id: prospect.id, name: PLANTED[0], companyName: PLANTED[2] });
  await update("administrator", { id: HARBOUR.user.id, name: PLANTED[1] });
  const [ofProspect] = await changesOf(prospect.id);
  expect(ofProspect).toMatchObject({
    operation: "prospectUpdate",
    changed: {
      isErased: false,
      fields: [
        { name: "name", before: prospect.name, after: PLANTED[0] },
        { name: "companyName", before: expect.anything(), after: PLANTED[2] },
      ],
    },
  });
  const [ofUser] = await changesOf(HARBOUR.user.id);
  expect(ofUser).toMatchObject({
    operation: "platformUserUpdate",
    changed: {
      isErased: false,
      fields: [{ name: "name", before: HARBOUR.user.name, after: PLANTED[1] }],
    },
  });
  const { rows } = await api.database.query(
    "select subject_ids, fields from audit_entries where operation = 'AuditEntry.changed' order by id",
  );
  expect(rows).toEqual([
    { subject_ids: [prospect.id], fields: ["changed"] },
    { subject_ids: [HARBOUR.user.id], fields: ["changed"] },
  ]);
});

/** Every row of every table but the people's own, as a superuser's dump has it. */
async function dump(): Promise<string> {
  const { rows } = await api.database.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class
     where relkind = 'r' and relnamespace::regnamespace::text = any ($1) and relname not in ('prospects', 'platform_users')`,
    [[...OWN_SCHEMAS, PARTITIONS_SCHEMA, "graphile_worker"]],
  );
  const texts: string[] = [];
  for (const { name } of rows) {
    const found = await api.database.query<{ text: string }>(
      `select t::text as text from ${name} t`,
    );
    texts.push(...found.rows.map(({ text }) => text));
  }
  return texts.join("\n");
}

test("with the key gone nobody reads it any more, nothing is kept anew, and the log verifies as before", async () => {
  const before = await changesOf(HARBOUR.user.id);
  await sealNow(api.config);
  const verdict = async () => {
    const file = await made(api, "privacy", { kind: "SEALED_AUDIT", ...OWN_USE });
    const path = join(api.config.dataDir, "log.ndjson");
    const text = await (await taken(api, file)).text();
    writeFileSync(path, text);
    const said: string[] = [];
    await auditVerify([path], (line) => said.push(line));
    return { last: said.at(-1), text };
  };
  const whole = await verdict();
  expect(whole.last).toBe("UNCHANGED, complete and in order.");
  for (const word of PLANTED) {
    expect(whole.text).not.toContain(word);
    expect(await dump()).not.toContain(word);
  }

  const { isWhole } = await operator(api.config, "destroy", HARBOUR.user.id, "--yes");
  expect(isWhole).toBe(true);
  expect((await changesOf(HARBOUR.user.id))[0]).toMatchObject({ operation: "keyDestroyed" });
  expect((await changesOf(HARBOUR.user.id))[1]).toMatchObject({
    changed: { isErased: true, fields: [] },
  });
  await sealNow(api.config);
  expect((await verdict()).last).toBe("UNCHANGED, complete and in order.");

  await update("administrator", { id: HARBOUR.user.id, name: "Named After" });
  const after = await changesOf(HARBOUR.user.id);
  expect(after.length).toBe(before.length + 2);
  expect(after[0]).toMatchObject({ operation: "platformUserUpdate", changed: null });
  const other = (await aProspect()).id;
  expect(other).not.toBe(HARBOUR.user.id);
});

test("an administrator makes and reads the keys of the own users alone, and no other value", async () => {
  const { rows } = await api.database.query<{ id: string; customer: string }>(
    "select id, customer_id as customer from platform_users where customer_id <> $1 order by id limit 1",
    [HARBOUR.id],
  );
  const [foreign] = rows as [{ id: string; customer: string }];
  const insert = (id: string, kind: string) =>
    `insert into keys.person_keys (subject_id, subject_kind, wrapped) values ('${id}', '${kind}', '\\x01')`;
  const prospect = (await aProspect()).id;
  for (const statement of [
    insert(foreign.id, "PLATFORM_USER"),
    insert(prospect, "PROSPECT"),
    insert(prospect, "PLATFORM_USER"),
  ]) {
    await api.database.query("begin");
    await api.database.query(
      `select set_config('role', 'audience_account_administrator', true), set_config('app.viewer', '${HARBOUR.administrator.id}', true),
         set_config('app.customer', '${HARBOUR.id}', true), set_config('app.purpose', 'SERVICE_PERFORMANCE', true)`,
    );
    const code = await api.database.query(statement).then(
      () => null,
      (error: { code: string }) => error.code,
    );
    await api.database.query("rollback");
    expect([statement, code]).toEqual([statement, "42501"]);
  }
});
