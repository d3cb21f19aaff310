// What was taken out can be brought in again, and changes nothing; and no cell is a formula on the way.
import { bring, worker } from "../imports/sending";
import { type Api, openApi } from "../setup/api";
import { made, OWN_USE, taken } from "./taking";

let api: Api;
let queue: Awaited<ReturnType<typeof worker>>;
beforeAll(async () => {
  api = await openApi();
  queue = await worker(api);
  for (const [n, name] of FORMULAS.entries()) await prospect(name, `formula${n}@fair.example.com`);
}, 30_000);
afterAll(async () => {
  await queue.stop();
  await api.close();
});

const FORMULAS = [
  '=HYPERLINK("http://example.com","Ann")',
  "+1 Ann",
  "-Ann",
  "@Ann",
  "'=Ann",
  "''+Ann",
];

async function prospect(name: string, emailAddress: string) {
  const { data } = await api.as("marketing")(
    `mutation ($input: ProspectCreateInput!) { prospectCreate(input: $input) { userErrors { message } } }`,
    {
      input: {
        ...{ name, emailAddress, companyName: name, kind: "EVENT_PARTICIPANT", source: "A fair" },
        ...{ basis: "LEGITIMATE_INTERESTS", informedOn: "2026-11-01" },
      },
    },
  );
  expect(data.prospectCreate.userErrors).toEqual([]);
}

/** All that is held, but for when it was read. */
const held = async () => {
  const { rows } = await api.database.query(
    `select (select json_agg(p order by id) from prospects p) as prospects,
      (select json_agg(s order by id) from subscribers s) as subscribers,
      (select count(*) from lawful_bases) as bases, (select count(*) from basis_evidence) as evidence,
      (select count(*) from outbox) + (select count(*) from feed) as changes`,
  );
  return rows[0];
};

test.each(["PROSPECTS", "SUBSCRIBERS"])(
  "%s that are brought in again change nothing",
  async (kind) => {
    const before = await held();
    const file = await made(api, "marketing", { kind, ...OWN_USE });
    const table = await (await taken(api, file)).text();
    if (kind === "PROSPECTS") expect(cellsLikeFormulas(table)).toEqual([]);
    const done = await bring(api, table, kind, { confirmedAt: "2026-01-01T00:00:00Z" });
    // whoever may not be mailed any more is not brought in again either
    const closed = kind === "SUBSCRIBERS" ? table.match(/,0,/g)!.length : 0;
    expect(done).toMatchObject({
      ...{ state: "DONE", rowsRead: file.rowCount, unchanged: file.rowCount - closed },
      ...{ added: 0, changed: 0, stopped: 0, refused: closed },
    });
    expect(await held()).toEqual(before);
  },
);

/** Where a spreadsheet would see a formula: at the beginning of a cell, behind a quote or not. */
const cellsLikeFormulas = (table: string) =>
  table.match(/(^|,)"?[=+@\t\r-](?!\d+,)[^,\n]*/gm) ?? [];

test("a formula is a text in a table, and itself as JSON", async () => {
  const nameOf = async (format: string) => {
    const file = await made(api, "marketing", { kind: "PROSPECTS", format, ...OWN_USE });
    return (await (await taken(api, file)).text())
      .split("\n")
      .filter((line) => line.includes("formula"))
      .map((line) => (format === "NDJSON" ? JSON.parse(line).name : line));
  };
  const names = await nameOf("NDJSON");
  expect(new Set(names)).toEqual(new Set(FORMULAS));
  const lines = (await nameOf("CSV")).join("\n");
  expect(lines).toContain(`"'=HYPERLINK(""http://example.com"",""Ann"")"`);
  for (const cell of ["'+1 Ann", "'-Ann", "'@Ann", "''=Ann", "'''+Ann"])
    expect(lines).toContain(`,${cell},`);
});
