// Nobody but whoever sent a file sees what was mended of it, in the database least of all, and it goes when the file goes.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { audienceRole } from "../../src/database/roles";
import { newId } from "../../src/database/uuid";
import { sweepFiles } from "../../src/files/sweep-files";
import { type Api, openApi } from "../setup/api";
import { MARKETING, mendingOf, person } from "./mending";

let api: Api;
const { prepared, mend, unmend, look, count } = mendingOf(() => api);
beforeAll(async () => (api = await openApi()), 30_000);
afterAll(() => api.close());

describe("somebody else of marketing", () => {
  const colleagueId = newId();
  const colleague = { ...MARKETING, id: colleagueId };
  let id: string;
  beforeAll(async () => {
    await api.database.query(
      `with made as (
         insert into staff (id, name, email_address, email_canonical, email_hash)
         values ($1, 'A Colleague', 'colleague@zendbox.example.com', 'colleague@zendbox.example.com', sha256('colleague'))
         returning id)
       insert into staff_roles (id, staff_id, audience) select gen_random_uuid(), id, 'MARKETING' from made`,
      [colleagueId],
    );
    id = await prepared(person("wall"), "no address,B,Acme");
    await mend(id, 3, { EMAIL_ADDRESS: "behind.the.wall@mend.example.com" });
  });

  test("sees the import and none of its rows, and mends none: to them it is not there", async () => {
    const { data } = await api.asViewer(colleague)(
      `query ($id: ID!) { import(id: $id) { mended } importPreview(id: $id) { rowsLookedAt } }`,
      { id },
    );
    expect(data).toEqual({ import: { mended: 1 }, importPreview: null });
    const ofNobody = await mend(MARKETING.id!, 3, { NAME: "N" }, colleague);
    expect(await mend(id, 3, { NAME: "N" }, colleague)).toEqual(ofNobody);
    expect(await unmend(id, 3, colleague)).toEqual(ofNobody);
    expect((await look(id, "(afterRow: 2)")).rows).toMatchObject([{ prediction: "NEW" }]);
  });

  test("says of none of its columns what they say", async () => {
    const { data } = await api.asViewer(colleague)(
      `mutation ($id: ID!) { importMappingSet(input: { id: $id, fields: [{ field: EMAIL_ADDRESS, column: 1 }] }) {
        userErrors { code field } } }`,
      { id },
    );
    expect(data.importMappingSet.userErrors).toEqual([{ code: "NOT_FOUND", field: "id" }]);
    expect((await look(id, "(afterRow: 2)")).rows).toMatchObject([{ prediction: "NEW" }]);
  });

  test("finds no mend with SQL of their own either, and writes none", async () => {
    const inRole = async (viewer: string, statement: string) => {
      await api.database.query("begin");
      try {
        await api.database.query(
          `select set_config('role', $1, true), set_config('app.viewer', $2, true)`,
          [audienceRole("MARKETING"), viewer],
        );
        return (await api.database.query(statement)).rowCount;
      } catch (error) {
        return (error as { code: string }).code;
      } finally {
        await api.database.query("rollback");
      }
    };
    const own = MARKETING.id!;
    const { rows } = await api.database.query<{ file: string }>(
      "select file_id as file from imports where id = $1",
      [id],
    );
    const all = `select from import_mends where import_id = '${id}'`;
    const insert = `insert into import_mends (import_id, row_number, file_id, is_left_out) values ('${id}', 2, '${rows[0]!.file}', true)`;
    const remove = `delete from import_mends where import_id = '${id}'`;
    const update = `update import_mends set is_left_out = true, sealed = null where import_id = '${id}'`;
    expect(await inRole(own, all)).toBe(1);
    expect(await inRole(colleagueId, all)).toBe(0);
    expect(await inRole(own, insert)).toBe(1);
    expect(await inRole(colleagueId, insert)).toBe("42501");
    for (const each of [remove, update]) {
      expect([each, await inRole(own, each)]).toEqual([each, 1]);
      expect([each, await inRole(colleagueId, each)]).toEqual([each, 0]);
    }
    await api.database.query("update imports set state = 'CANCELLED' where id = $1", [id]);
    expect(await inRole(own, insert)).toBe("42501");
    for (const each of [remove, update]) expect([each, await inRole(own, each)]).toEqual([each, 0]);
  });
});

test("what was mended stands nowhere in clear, and goes with the file", async () => {
  const WORDS = ["Plantedword", "planted.word@mend.example.com"];
  const id = await prepared(person("sealed"), "no address,B,Acme");
  await mend(id, 3, { NAME: "Plantedword", EMAIL_ADDRESS: "planted.word@mend.example.com" });
  expect(await count("from import_mends where import_id = $1 and sealed is not null", id)).toBe(1);
  expect(await tablesWith("people.csv")).toContain("imports");
  for (const word of WORDS) expect([word, await tablesWith(word)]).toEqual([word, []]);
  const files = join(api.config.dataDir, "files");
  const stored = readdirSync(files, { recursive: true, encoding: "utf8" }).map((name) =>
    bytesOf(join(files, name)),
  );
  expect(stored.filter((bytes) => bytes.length).length).toBeGreaterThan(0);
  for (const word of WORDS) expect(stored.some((bytes) => bytes.includes(word))).toBe(false);

  const { rows } = await api.database.query<{ file: string }>(
    "update files set expires_at = now() where id = (select file_id from imports where id = $1) returning id as file",
    [id],
  );
  expect(await look(id).catch(() => null)).toBeNull();
  await sweepFiles();
  expect(await count("from files where id = $1", rows[0]!.file)).toBe(0);
  expect(await count("from import_mends where import_id = $1", id)).toBe(0);
  expect(await mend(id, 3, { NAME: "N" })).toMatchObject({
    userErrors: [{ code: "CONFLICT", message: /file is gone/ }],
  });
});

/** Every table with the word in a row of it, as text or as bytes. */
async function tablesWith(word: string): Promise<string[]> {
  const hex = Buffer.from(word).toString("hex");
  const { rows: tables } = await api.database.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relkind = 'r'
       and relnamespace::regnamespace::text in ('public', 'keys', 'partitions', 'graphile_worker')`,
  );
  const found: string[] = [];
  for (const { name } of tables)
    if (await count(`from ${name} t where t::text ~* $1`, `${word.replace(".", "[.]")}|${hex}`))
      found.push(name);
  return found;
}

const bytesOf = (path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0); // a folder
  }
};
