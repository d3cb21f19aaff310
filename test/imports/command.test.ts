// `npm run import`, as a process of its own against the real endpoint.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { STORY_PEOPLE } from "../../seeds/story-people";
import { evidenceOf } from "../lawful-bases/evidence-of";
import { type Api, openApi } from "../setup/api";

const COMMAND = resolve(__dirname, "../../dist/src/imports/command.js");
const HEADER =
  "Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP," +
  "LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS";
const TIME = "2026-01-02 03:04:05";

let api: Api;
let folder: string;
beforeAll(async () => {
  api = await openApi();
  folder = mkdtempSync(join(tmpdir(), "import-"));
});
afterAll(async () => {
  await api.close();
  rmSync(folder, { recursive: true });
});

const line = (
  address: string,
  first: string,
  last: string,
  more: Partial<Record<string, string>> = {},
) =>
  [
    ...[
      address,
      first,
      last,
      "2",
      more.optIn ?? TIME,
      "198.51.100.7",
      more.confirmed ?? TIME,
      "198.51.100.7",
    ],
    ...[
      "52.5",
      "13.4",
      "1",
      "2",
      "Europe/Berlin",
      "DE",
      "BE",
      TIME,
      "1",
      "e1",
      more.notes ?? "",
      more.tags ?? "",
    ],
  ].join(",");

function write(name: string, lines: (string | Buffer)[], start = ""): string {
  const file = join(folder, name);
  writeFileSync(
    file,
    Buffer.concat([Buffer.from(start), ...lines.map((each) => Buffer.from(each))]),
  );
  return file;
}
const endedBy = (end: string, lines: string[]) => lines.map((each) => each + end);

type Ended = { code: number | null; stdout: string; stderr: string };
function run(...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [COMMAND, ...args]);
  const ended = { stdout: "", stderr: "" };
  child.stdout.on("data", (text: Buffer) => (ended.stdout += text.toString()));
  child.stderr.on("data", (text: Buffer) => (ended.stderr += text.toString()));
  return new Promise((done) => child.once("close", (code) => done({ code, ...ended })));
}
const importing = (file: string, kind = "subscribers", ...more: string[]) =>
  run(
    ...[file, "--kind", kind, "--token", api.token(STORY_PEOPLE.marketing.viewer)],
    ...["--url", api.address, ...more],
  );
const COUNTS =
  /added (\d+), changed (\d+), unchanged (\d+), refused (\d+), [\d.]+ seconds, peak memory \d+ MiB\n$/;
const counts = ({ stdout }: Ended) => COUNTS.exec(stdout)?.slice(1).map(Number);
type ErrorRow = { line: string; column: string; code: string; reason: string };
const errorsOf = (file: string): ErrorRow[] =>
  parse(readFileSync(`${file}.errors.csv`), { columns: true });

const stored = async () =>
  (
    await api.database.query<Record<string, string>>(
      `select (select md5(string_agg(s::text, '' order by id)) from subscribers s) as subscribers,
        (select count(*) from lawful_bases) as bases, (select count(*) from audit_entries) as entries`,
    )
  ).rows[0]!;

test("a file with every kind of line is brought in but for what can't be; again it changes nothing", async () => {
  await api.as("marketing")(
    'mutation { suppressionAdd(input: { emailAddress: "gone@file.example.com", reason: "ASKED" }) { isSuppressed } }',
  );
  const { rows: left } = await api.database.query<{ email_address: string }>(
    "select email_address from subscribers where (purposes & 16) = 0 order by id limit 1",
  );
  const file = write(
    "audience.csv",
    [
      `${HEADER}\r\n`, // 1
      `${line("Ada@File.Example.com", "Ada", '"Quist, jun."')}\r\n`, // 2
      `${line("ben@file.example.com", "Ben", "Ode", { notes: '"Met in Hall 3,\r\nlikes ""tea"""' })}\r\n`, // 3, 4
      `${line("ADA@file.example.com.", "Ada", '"Quist, jun."')}\r\n`, // 5 the same
      `${line("ada@file.example.com", "Eve", "Other")}\r\n`, // 6 another name
      `${line("cleo@file.example.com", "Cleo", "Ahn", { confirmed: "" })}\r\n`, // 7
      `${line("Gone@file.example.com", "Gus", "Ito")}\r\n`, // 8
      `${line(left[0]!.email_address.toUpperCase(), "Lea", "Left")}\r\n`, // 9
      "dora@file.example.com,Dora\r\n", // 10 too few columns
      `${line('"eli@file.example.com', "Eli", "Bo")}\r\n`, // 11 a quote that is never closed
      `${line("fay@file.example.com", "Fay", "Day")}\r\n`, // 12
      Buffer.concat([
        Buffer.from("gil@file.example.com,Gil,"), // 13
        Buffer.from([0xff]),
        Buffer.from(line(",,", "", "").slice(4)),
        Buffer.from("\r\n"),
      ]),
      `${line("hal@file.example.com", "H\0al", "Kim")}\r\n`, // 14
      "\r\n", // 15
      `${line("ida@file.example.com", "Ida", "Low", { confirmed: "2026-02-30 10:00:00" })}\r\n`, // 16
      `${line("no address", "Jon", "Lee")}\r\n`, // 17
      `${line("kai@file.example.com", "Kai", "Mø")}`, // 18, without an end
    ],
    "\ufeff",
  );
  const first = await importing(
    file,
    "subscribers",
    "--source",
    "Old list",
    "--wording",
    "Write to me.",
  );
  expect(first).toMatchObject({ code: 0, stderr: "" });
  expect(counts(first)).toEqual([4, 0, 1, 10]);
  const errors = errorsOf(file).sort((a, b) => Number(a.line) - Number(b.line));
  expect(errors.map(({ line, column, code }) => `${line} ${column} ${code}`)).toEqual([
    "6 Email Address DUPLICATE",
    "7 CONFIRM_TIME NOT_CONFIRMED",
    "8 Email Address ADDRESS_CLOSED",
    "9 Email Address ADDRESS_CLOSED",
    "10  INVALID",
    "11 Email Address INVALID",
    "13 Last Name INVALID",
    "14 First Name INVALID",
    "16 CONFIRM_TIME INVALID",
    "17 Email Address INVALID",
  ]);
  expect(readFileSync(`${file}.errors.csv`, "utf8")).not.toContain("@");
  const { rows } = await api.database.query<{ id: string; name: string; effective_at: Date }>(
    `select s.id, s.name, b.effective_at from subscribers s join lawful_bases b on b.subject_id = s.id
     where email_canonical like '%@file.example.com' order by email_canonical`,
  );
  const confirmedAt = "2026-01-02T03:04:05Z";
  const names = ["Ada Quist, jun.", "Ben Ode", "Fay Day", "Kai Mø"];
  expect(rows).toMatchObject(names.map((name) => ({ name, effective_at: new Date(confirmedAt) })));
  for (const { id } of rows)
    expect(await evidenceOf(api.database, id)).toMatchObject([
      { evidence: { source: "Old list", wording: "Write to me.", confirmedAt } },
    ]);

  const before = await stored();
  const second = await importing(file);
  expect(counts(second)).toEqual([0, 0, 5, 10]);
  expect(await stored()).toEqual(before);
});

test("a double far behind the first doesn't rename it: the first line counts, at each run", async () => {
  const people = Array.from({ length: 650 }, (_, n) =>
    line(`far${n}@file.example.com`, "Far", `N${n}`),
  );
  const doubles = [
    line("FAR0@file.example.com", "Far", "N0"),
    line("far1@file.example.com", "New", "Name"),
  ];
  const file = write("far.csv", endedBy("\n", [HEADER, ...people, ...doubles]));
  expect(counts(await importing(file))).toEqual([650, 0, 1, 1]);
  const before = await stored();
  expect(counts(await importing(file))).toEqual([0, 0, 651, 1]);
  expect(await stored()).toEqual(before);
});

test("prospects need no times, and open quotes in many lines lose those lines alone", async () => {
  const lines = Array.from({ length: 300 }, (_, n) =>
    n % 3 === 0 ? `"open${n}@file.example.com,O,P` : `open${n}@file.example.com,O,P`,
  );
  const file = write(
    "prospects.csv",
    endedBy("\n", ["email address,first name,LAST NAME", ...lines]),
  );
  expect(counts(await importing(file, "prospects"))).toEqual([200, 0, 0, 100]);
  expect(errorsOf(file).map(({ line }) => Number(line))).toEqual(
    Array.from({ length: 100 }, (_, n) => 2 + n * 3),
  );
});

test("columns may be separated as a table's program does where numbers have commas", async () => {
  const file = write(
    "semicolons.csv",
    endedBy("\r\n", [
      "Email Address;First Name;Last Name",
      "semi@file.example.com;Jürgen;Müller, Dr.",
      ";Nobody;Atall",
    ]),
  );
  expect(counts(await importing(file, "prospects"))).toEqual([1, 0, 0, 1]);
  expect(errorsOf(file)).toMatchObject([
    { code: "REQUIRED", reason: "The e-mail address is missing." },
  ]);
});

test.each([
  [
    "lacks a column",
    "Email Address,First Name\nx@file.example.com,X\n",
    /lacks columns: Last Name, OPTIN_TIME, CONFIRM_TIME/,
  ],
  ["is empty", "", /is empty/],
  ["is in another encoding", Buffer.from(HEADER, "utf16le"), /is broken/],
])("a file that %s is told in one line before anything is sent", async (_, content, message) => {
  const file = write("bad.csv", [content]);
  const ended = await importing(file, "subscribers", "--url", "http://127.0.0.1:9");
  expect(ended).toMatchObject({ code: 1, stdout: "" });
  expect(ended.stderr).toMatch(message);
  expect(ended.stderr.trim().split("\n")).toHaveLength(1);
  expect(existsSync(`${file}.errors.csv`)).toBe(false);
});

test("mistakes on the command line, a missing file and a token of others are told in one line", async () => {
  const file = write("one.csv", endedBy("\n", [HEADER, line("one@file.example.com", "O", "P")]));
  const support = api.token(STORY_PEOPLE.support.viewer);
  const cases: [string[], RegExp][] = [
    [[], /Name one FILE/],
    [[file, "--kind", "people", "--token", "t"], /--kind subscribers\|prospects/],
    [[file, "--kind", "subscribers"], /--token TOKEN/],
    [[file, "--kind", "subscribers", "--token", "t", "--nonsense"], /option is unknown/],
    [
      [join(folder, "none.csv"), "--kind", "subscribers", "--token", "t"],
      /can't be read \(ENOENT\)/,
    ],
    [
      [file, "--kind", "subscribers", "--token", "t", "--url", api.address],
      /token is not accepted/,
    ],
    [[file, "--kind", "subscribers", "--token", support, "--url", api.address], /may not import/],
  ];
  for (const [args, message] of cases) {
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  }
  const help = await run("--help");
  expect(help).toMatchObject({ code: 0, stderr: "" });
  expect(help.stdout).toContain("--wording");
});

test("an API that is unavailable for a moment is asked again, and hears no address of a machine or place", async () => {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (text: Buffer) => (body += text.toString()));
    request.on("end", () => {
      bodies.push(body);
      if (bodies.length === 1) return response.writeHead(503, { "retry-after": "1" }).end("{}");
      const contactsImport = { added: 1, changed: 0, unchanged: 0, refused: [], userErrors: [] };
      return response.end(JSON.stringify({ data: { contactsImport } }));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const notes = { notes: "secret note", tags: "secret tag" };
  const file = write(
    "moment.csv",
    endedBy("\n", [HEADER, line("m@file.example.com", "M", "N", notes)]),
  );
  const ended = await importing(file, "subscribers", "--url", url);
  server.close();
  expect(counts(ended)).toEqual([1, 0, 0, 0]);
  expect(bodies).toHaveLength(2);
  expect(bodies[1]).toBe(bodies[0]);
  expect(bodies[0]).toContain("m@file.example.com");
  expect(bodies[0]).not.toMatch(/198\.51|52\.5|13\.4|Berlin|secret/);
});
