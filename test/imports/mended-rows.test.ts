// Rows in error are found wherever they stand, and mended before the import runs: what is brought in is what was mended.
import { LOOKED_AT_ROWS } from "../../src/imports/look";
import { MENDS_MAXIMUM } from "../../src/imports/mend-row";
import { type Api, openApi } from "../setup/api";
import { type Answer, lines, mendingOf, person } from "./mending";
import { change, ended, prepare, read, start, undo, worker } from "./sending";

let api: Api;
let queue: Awaited<ReturnType<typeof worker>>;
const { prepared, alter, mend, leaveOut, unmend, look, prospect, count } = mendingOf(() => api);
beforeAll(async () => {
  api = await openApi();
  queue = await worker(api);
}, 30_000);
afterAll(async () => {
  await queue.stop();
  await api.close();
});

test("of 3,000 rows those in error are found, two are mended and one is left out: they come in as mended, and are taken back", async () => {
  const rows = Array.from({ length: 3_000 }, (_, n) => person(`of3000.n${n}`));
  rows[1_500] = "of3000@@mend.example.com,Twice At,Acme";
  rows[1_700] = "of3000.n1700@mend.example.com,,Acme";
  rows[2_100] = "not for us,Nobody,Acme";
  rows[2_998] = "stays wrong,Nobody,Acme";
  const id = await prepared(...rows);
  const before = await look(id, "(predictions: [REFUSED], first: 2)");
  expect(before).toMatchObject({
    ...{ rowsLookedAt: 3_000, isWholeFile: true, counts: { NEW: 2_996, REFUSED: 4 } },
    rows: [
      { row: 1_502, code: "INVALID", isMended: false },
      { row: 1_702, code: "REQUIRED" },
    ],
  });
  const behind = await look(id, "(predictions: [REFUSED], afterRow: 1702)");
  expect(behind.rows.map(({ row }) => row)).toEqual([2_102, 3_000]);

  const still = await mend(id, 1_502, { EMAIL_ADDRESS: "of3000@mend" });
  expect(still).toMatchObject({ row: { prediction: "REFUSED", code: "INVALID" }, userErrors: [] });
  expect(await mend(id, 1_502, { EMAIL_ADDRESS: "of3000@mend.example.com" })).toEqual({
    userErrors: [],
    row: {
      ...{ row: 1_502, isMended: true, prediction: "NEW", code: null, message: null },
      cells: [
        { field: "EMAIL_ADDRESS", text: "of3000@mend.example.com" },
        { field: "NAME", text: "Twice At" },
        { field: "COMPANY_NAME", text: "Acme" },
      ],
    },
  });
  await mend(id, 1_702, { NAME: "Mended Name", COMPANY_NAME: "Mended Ltd" });
  expect(await leaveOut(id, 2_102)).toMatchObject({ row: { prediction: "LEFT_OUT", code: null } });
  expect(await look(id, "(predictions: [REFUSED, LEFT_OUT])")).toMatchObject({
    counts: { NEW: 2_998, REFUSED: 1, LEFT_OUT: 1 },
    rows: [{ row: 2_102, isMended: true }, { row: 3_000 }],
  });

  await start(api, id);
  const done = await ended(api, id);
  expect(done).toMatchObject({
    ...{ state: "DONE", rowsRead: 3_000, added: 2_998, refused: 1, mended: 2, leftOut: 1 },
    refusals: [{ row: 3_000, column: "emailAddress", code: "INVALID" }],
  });
  expect(await prospect("of3000")).toMatchObject({ name: "Twice At", company_name: "Acme" });
  expect(await prospect("of3000.n1700")).toMatchObject({
    ...{ name: "Mended Name", company_name: "Mended Ltd" },
  });
  const errors = await fetch(
    String(done.errorsUrl).replace(/^.*\/exports/, `${api.address}/exports`),
  );
  expect(await errors.text()).toBe(
    "row,field,code,reason\n3000,emailAddress,INVALID,This is no e-mail address.\n",
  );

  expect(await undo(api, id)).toMatchObject({ state: "UNDONE", restored: 2_998, kept: 0 });
  expect(await prospect("of3000")).toMatchObject({ purposes: 0 });
}, 60_000);

test("a row is read again as the file has it, and repeating either is harmless", async () => {
  const id = await prepared(person("again"), "no address,Somebody,Acme");
  const cells = { EMAIL_ADDRESS: "again@mend.example.com", NAME: "Another" };
  for (const _ of [1, 2])
    expect(await mend(id, 3, cells)).toMatchObject({
      row: { prediction: "REFUSED", code: "DUPLICATE" },
    });
  expect((await read(api, id)).mended).toBe(1);
  expect(await mend(id, 3, { NAME: "Only the name" })).toMatchObject({
    row: { code: "INVALID", cells: [{ text: "no address" }, { text: "Only the name" }, {}] },
  });
  const asWritten = { isMended: false, cells: [{}, { text: "Somebody" }, {}] };
  for (const _ of [1, 2])
    expect(await unmend(id, 3)).toMatchObject({ row: asWritten, userErrors: [] });
  expect(await read(api, id)).toMatchObject({ mended: 0, leftOut: 0 });
  expect(await count("from import_mends where import_id = $1", id)).toBe(0);
  const { rows } = await api.database.query(
    "select operation, fields, subject_ids from audit_entries where operation like 'importRow%' order by recorded_at desc limit 4",
  );
  expect(rows).toEqual([
    { operation: "importRowUnmend", fields: [], subject_ids: [] },
    { operation: "importRowMend", fields: ["NAME"], subject_ids: [] },
    ...[1, 2].map(() => ({
      ...{ operation: "importRowMend", fields: ["EMAIL_ADDRESS", "NAME"], subject_ids: [] },
    })),
  ]);
});

test("of a line that can't be read only what is mended is read", async () => {
  const id = await prepared(person("whole"), 'broken@mend.example.com,The "B",Acme,more');
  expect(await look(id)).toMatchObject({
    rows: [{}, { prediction: "REFUSED", cells: [{ text: "" }, {}, {}] }],
  });
  await mend(id, 3, { EMAIL_ADDRESS: "broken@mend.example.com", NAME: 'The "B"' });
  await start(api, id);
  expect(await ended(api, id)).toMatchObject({ added: 2, refused: 0, mended: 1 });
  expect(await prospect("broken")).toMatchObject({ name: 'The "B"', company_name: null });
});

test("a stop is not mended away, and goes with the address that is mended", async () => {
  const header = "email,name,status,confirmed at";
  const rows = [
    "left@mend.example.com,L,unsubscribed,2026-01-02",
    "gone@@mend.example.com,G,cleaned,2026-01-02",
    "waits@mend.example.com,W,pending,2026-01-02",
    "never@mend.example.com,N,subscribed,",
    "late@mend.example.com,T,subscribed,2026-13-02",
    `unsaid@mend.example.com,U,subscribed,${"n/a ".repeat(240)}`,
  ];
  const { id } = (await prepare(api, lines(header, ...rows))).import;
  expect((await look(id)).counts).toEqual({ STOPPED: 1, REFUSED: 5 });
  const refusedWith = async (answer: Promise<Answer>) => {
    const { row, userErrors } = await answer;
    expect(row).toBeNull();
    return userErrors;
  };
  const stands = [{ code: "CONFLICT", field: "row" }];
  expect(await refusedWith(mend(id, 2, { EMAIL_ADDRESS: "x@mend.example.com" }))).toMatchObject(
    stands,
  );
  expect(await refusedWith(leaveOut(id, 2))).toMatchObject(stands);
  const ofTheTool = [{ code: "INVALID", field: "cells" }];
  expect(await refusedWith(mend(id, 4, { STATUS: "subscribed" }))).toMatchObject(ofTheTool);
  const madeUp = mend(id, 5, { CONFIRMED_AT: "2026-01-02" });
  expect(await refusedWith(madeUp)).toMatchObject([{ code: "NOT_CONFIRMED", field: "cells" }]);
  expect(await refusedWith(mend(id, 7, { CONFIRMED_AT: "2026-01-02" }))).toMatchObject([
    { code: "NOT_CONFIRMED", field: "cells" },
  ]);
  // who confirmed is nobody else
  expect(await refusedWith(mend(id, 6, { EMAIL_ADDRESS: "x@mend.example.com" }))).toMatchObject([
    { code: "CONFLICT", field: "cells" },
  ]);
  expect(await mend(id, 3, { EMAIL_ADDRESS: "gone@mend.example.com" })).toMatchObject({
    row: { prediction: "STOPPED" },
  });
  expect(await mend(id, 6, { CONFIRMED_AT: "2026-01-02" })).toMatchObject({
    row: { prediction: "NEW" },
  });
  // what was mended as a name says nothing once its column is read as another field
  await mend(id, 4, { NAME: "subscribed" });
  const fields = ["EMAIL_ADDRESS", "STATUS"].map((field, column) => ({ field, column }));
  fields.push({ field: "CONFIRMED_AT", column: 3 });
  await change(api, "importMappingSet", "ImportMappingSetInput", { id, fields });
  expect((await look(id, "(afterRow: 3, first: 1)")).rows).toMatchObject([
    { row: 4, prediction: "REFUSED", cells: [{}, { field: "STATUS", text: "W" }, {}] },
  ]);
  fields[1] = { field: "STATUS", column: 2 };
  await change(api, "importMappingSet", "ImportMappingSetInput", { id, fields });
  await start(api, id);
  expect(await ended(api, id)).toMatchObject({ added: 1, stopped: 2, refused: 3, mended: 3 });
  expect(await count("from suppressions where reason = 'BOUNCED'")).toBeGreaterThan(0);
});

test("once it has begun nothing is mended any more, and nothing is kept of the try", async () => {
  const id = await prepared(person("begun"), "no address,B,Acme");
  await mend(id, 3, { EMAIL_ADDRESS: "begun.too@mend.example.com" });
  await start(api, id);
  const kept = () => api.database.query("select * from import_mends where import_id = $1", [id]);
  const before = (await kept()).rows;
  const tries = async () => {
    for (const late of [mend(id, 2, { NAME: "Late" }), leaveOut(id, 3), unmend(id, 3)])
      expect(await late).toMatchObject({
        row: null,
        userErrors: [{ code: "CONFLICT", field: "id", message: /begun already/ }],
      });
  };
  await tries();
  expect(await ended(api, id)).toMatchObject({ added: 2, mended: 1 });
  await tries();
  expect((await kept()).rows).toEqual(before);
  expect(before).toHaveLength(1);
});

test("what can't be a mend is refused, and leaves no trace", async () => {
  const id = await prepared(person("limits"), "no address,B,Acme");
  const cells = [{ field: "NAME", text: "N" }];
  const cases: [object, string, string][] = [
    [{ row: 3, cells: [] }, "REQUIRED", "cells"],
    [{ row: 3, cells, isLeftOut: true }, "INVALID", "cells"],
    [{ row: 3, cells: [...cells, ...cells] }, "DUPLICATE", "cells"],
    [{ row: 3, cells: [{ field: "FIRST_NAME", text: "N" }] }, "INVALID", "cells"],
    [{ row: 3, cells: [{ field: "NAME", text: "n".repeat(1_001) }] }, "TOO_LONG", "cells"],
    [{ row: 3, cells: [{ field: "NAME", text: "N\u0000" }] }, "INVALID", "cells"],
    ...[1, 4, 0, -1, 2_147_483_647].map((row): [object, string, string] => [
      ...([{ row, cells }, "NOT_FOUND", "row"] as [object, string, string]),
    ]),
  ];
  for (const [input, code, field] of cases)
    expect([input, await alter("importRowMend", { id, ...input })]).toMatchObject([
      ...[input, { row: null, userErrors: [{ code, field }] }],
    ]);
  expect(await count("from import_mends where import_id = $1", id)).toBe(0);
  expect(await read(api, id)).toMatchObject({ mended: 0, leftOut: 0 });
});

test(`${MENDS_MAXIMUM} rows are mended and no more, two at once included`, async () => {
  const id = await prepared(
    ...Array.from({ length: MENDS_MAXIMUM + 2 }, (_, n) => person(`m${n}`)),
  );
  await api.database.query(
    `insert into import_mends (import_id, row_number, file_id, is_left_out)
     select id, n + 1, file_id, true from imports, generate_series(1, $2::integer) n where id = $1`,
    [id, MENDS_MAXIMUM - 1],
  );
  const last = [MENDS_MAXIMUM + 1, MENDS_MAXIMUM + 2, MENDS_MAXIMUM + 3];
  const answers = await Promise.all(last.map((row) => mend(id, row, { NAME: "Mended" })));
  const taken = answers.filter(({ row }) => row);
  expect(taken).toHaveLength(1);
  expect(answers.flatMap(({ userErrors }) => userErrors)).toMatchObject(
    [1, 2].map(() => ({ code: "TOO_LONG", field: "row" })),
  );
  const again = taken[0]!.row!.row as number;
  expect(await mend(id, again, { NAME: "Anew" })).toMatchObject({ userErrors: [] });
  expect(await read(api, id)).toMatchObject({ mended: 1, leftOut: MENDS_MAXIMUM - 1 });
});

test("of a longer file so many rows are looked at, it is said so, and the rest is looked at while it runs", async () => {
  const rows = Array.from({ length: LOOKED_AT_ROWS + 1 }, (_, n) => person(`long.n${n}`));
  rows[LOOKED_AT_ROWS - 1] = "the last,L,Acme";
  rows[LOOKED_AT_ROWS] = "behind,B,Acme";
  const id = await prepared(...rows);
  const seen = await look(id, "(predictions: [REFUSED])");
  expect(seen.counts.REFUSED).toBeLessThanOrEqual(1);
  expect(seen.isWholeFile).toBe(false);
  expect(seen.rowsLookedAt).toBeLessThanOrEqual(LOOKED_AT_ROWS);
  expect(await leaveOut(id, LOOKED_AT_ROWS + 1)).toMatchObject({ row: { prediction: "LEFT_OUT" } });
  expect(await leaveOut(id, LOOKED_AT_ROWS + 2)).toMatchObject({ userErrors: [{ field: "row" }] });
}, 60_000);

test("for rows that don't say when they confirmed it is looked as if it had been said", async () => {
  const { id } = (await prepare(api, lines("email,name", "when@mend.example.com,W"))).import;
  expect((await look(id)).counts).toEqual({ REFUSED: 1 });
  const said = `, confirmedAt: "2026-01-02T00:00:00Z"`;
  expect((await look(id, "", said)).counts).toEqual({ NEW: 1 });
  const cells = [{ field: "NAME", text: "When" }];
  const input = { id, row: 2, cells, confirmedAt: "2026-01-02T00:00:00Z" };
  expect(await alter("importRowMend", input)).toMatchObject({ row: { prediction: "NEW" } });
});
