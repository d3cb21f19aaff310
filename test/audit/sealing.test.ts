// The sealed audit: what was entered gets a number, and whatever is done to it afterwards is found, by the file alone.
import { createPublicKey } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { STORY_CUSTOMERS, STORY_PEOPLE } from "../../seeds/story-people";
import { dice } from "../../seeds/world-lists";
import { sealBatch } from "../../src/audit/sealing/seal-batch";
import { loadAuditKeys } from "../../src/audit/sealing/signing-key";
import { auditVerify } from "../../src/audit/verifying/command";
import { worker } from "../imports/sending";
import { type Api, openApi } from "../setup/api";
import { cancel, made, OWN_USE, taken } from "../exports/taking";
import { sealerSession, sealNow } from "./seal-now";

let api: Api;
let queue: Awaited<ReturnType<typeof worker>>;
beforeAll(async () => {
  api = await openApi();
  queue = await worker(api);
  for (let n = 0; n < 8; n += 1)
    await api.as("support")("{ platformUsers(first: 40) { nodes { id name customer { name } } } }");
  await sealNow(api.config);
  await api.as("administrator")("{ platformUsers(first: 5) { nodes { name } } }");
  await sealNow(api.config);
}, 30_000);
afterAll(async () => {
  await queue.stop();
  await api.close();
});

const [HARBOUR, BLUEBELL] = STORY_CUSTOMERS;

/** The log as a role takes it away, in a file. */
async function logOf(role: "privacy" | "administrator", name = "log"): Promise<string> {
  const kind = role === "privacy" ? "SEALED_AUDIT" : "ACCESS_LOG";
  const file = await made(api, role, { kind, ...OWN_USE });
  const path = join(api.config.dataDir, `${name}.ndjson`);
  writeFileSync(path, Buffer.from(await (await taken(api, file)).arrayBuffer()));
  await cancel(api, role, file.id as string); // nobody may have too many
  return path;
}

async function verdictOn(path: string, ...args: string[]) {
  const lines: string[] = [];
  const code = await auditVerify([path, ...args], (line) => lines.push(line));
  return { code, last: lines.at(-1), lines };
}

const rows = async <T>(text: string, values: unknown[] = []) =>
  (await api.database.query(text, values)).rows as T[];

test("what waited is numbered without a gap, and the whole log verifies", async () => {
  const [{ n, highest, waiting }] = (await rows(
    `select count(*)::int as n, max(number)::int as highest, (select count(*)::int from audit_unsealed) as waiting from audit_seals`,
  )) as [{ n: number; highest: number; waiting: number }];
  expect(waiting).toBe(0);
  expect(n).toBe(9);
  expect(highest).toBe(n);
  const [entry] = await rows<{ id: string; number: string }>(
    `select entry_id as id, number from audit_seals s join audit_entries e on e.id = s.entry_id
     where operation = 'platformUsers' and audience = 'ACCOUNT_ADMINISTRATOR'`,
  );
  const path = await logOf("privacy");
  const response = await fetch(`${api.address}/.well-known/audit-keys.json`);
  const keys = join(api.config.dataDir, "audit-keys.json");
  writeFileSync(keys, await response.text());
  const { code, lines } = await verdictOn(path, "--keys", keys, "--entry", entry!.id);
  expect([code, lines.at(-2), lines.at(-1)]).toEqual([
    ...[0, `The entry ${entry!.id} is number ${entry!.number}.`],
    "UNCHANGED, complete and in order.",
  ]);
});

test("the privacy officer sees how far it is sealed, and which entries wait", async () => {
  const ask = () =>
    api.as("privacy")("{ auditSealing { size root signedAt keyId waiting waitingSince } }");
  const before = (await ask()).data.auditSealing;
  expect(before.root).toMatch(/^[0-9a-f]{64}$/);
  await api.as("support")("{ platformUsers(first: 1) { nodes { id } } }");
  const after = (await ask()).data.auditSealing;
  expect(after).toMatchObject({ size: before.size, waiting: before.waiting + 1 });
  expect(after.waitingSince).toMatch(/^\d{4}-/);
  await sealNow(api.config);
  const sealed = (await ask()).data.auditSealing;
  expect(sealed).toMatchObject({ size: String(Number(before.size) + after.waiting), waiting: 0 });
  expect(sealed.waitingSince).toBeNull();
});

/** As a superuser who switches off what stands in the way; everything is put back. */
async function tampered(statements: string[], look: (path: string) => Promise<void>) {
  const tables = ["audit_entries", "audit_seals", "audit_heads", "access_log"];
  await sealNow(api.config);
  for (const table of tables)
    await api.database.query(`create table kept_${table} as table ${table}`);
  const alter = (how: string) =>
    api.database.query(
      [...tables.map((table) => [table, "never_rewritten"]), ["audit_entries", "await_seal"]]
        .map(([table, trigger]) => `alter table ${table} ${how} trigger ${trigger};`)
        .join(""),
    );
  await alter("disable");
  for (const statement of statements) await api.database.query(statement);
  try {
    await look(await logOf("privacy", "tampered"));
  } finally {
    for (const table of tables) {
      await api.database.query(`delete from ${table} where true`);
      await api.database.query(`insert into ${table} select * from kept_${table}`);
      await api.database.query(`drop table kept_${table}`);
    }
    await alter("enable always");
  }
}

const at = (number: number) => `(select entry_id from audit_seals where number = ${number})`;

test.each<[string, string[], number, RegExp]>([
  [
    "a changed letter",
    [`update audit_entries set operation = 'platformUserz' where id = ${at(4)}`],
    ...([4, /was changed/] as const),
  ],
  [
    "an entry that was removed",
    [`delete from audit_entries where id = ${at(5)}`],
    ...([5, /was removed after it was sealed/] as const),
  ],
  [
    "an entry that was removed with its seal",
    [`delete from audit_entries where id = ${at(6)}`, "delete from audit_seals where number = 6"],
    ...([6, /is missing: number 7/] as const),
  ],
  [
    "two that changed places",
    ["update audit_seals set number = case number when 3 then 7 else 3 end where number in (3, 7)"],
    ...([3, /was changed/] as const),
  ],
  [
    "a head of other hands",
    ["update audit_heads set root = sha256('x') where customer_id is null and first_number = 1"],
    ...([1, /bears no signature of ours/] as const),
  ],
])("%s is found by the file alone", async (_, statements, number, words) => {
  await tampered(statements, async (path) => {
    const { code, last } = await verdictOn(path);
    expect(code).toBe(1);
    expect(last).toMatch(new RegExp(`^CHANGED at number ${number}: `));
    expect(last).toMatch(words);
  });
  const whole = await verdictOn(await logOf("privacy"));
  expect(whole.last).toBe("UNCHANGED, complete and in order.");
});

test("a cut off end is found by heads that were kept elsewhere", async () => {
  const heads = join(api.config.dataDir, "heads.ndjson");
  const signed = await rows<{ size: string }>(
    "select size from audit_heads where customer_id is null order by size",
  );
  const [last, before] = [signed.at(-1)!, signed.at(-2)!];
  writeFileSync(
    heads,
    logLines(await logOf("privacy"))
      .filter((line) => line.startsWith('{"head"'))
      .join("\n"),
  );
  const cut = [
    `delete from audit_seals where number > ${before.size}`,
    `delete from audit_heads where customer_id is null and size > ${before.size}`,
    `delete from audit_entries e where not exists (select from audit_seals s where s.entry_id = e.id)`,
  ];
  await tampered(cut, async (path) => {
    expect((await verdictOn(path)).code).toBe(0); // nothing in the log itself says so
    expect((await verdictOn(path, "--heads", heads)).last).toBe(
      `CHANGED at number ${Number(before.size) + 1}: it is missing: ${last.size} were signed.`,
    );
  });
});

const logLines = (path: string) => readFileSync(path, "utf8").trimEnd().split("\n");

test("an entry that was written in for a day that is over is found, sealed or not", async () => {
  const insert = `insert into audit_entries (id, recorded_at, action, audience, purpose, operation)
    values (gen_random_uuid(), now() - interval '1 day', 'READ', 'SUPPORT', 'NONE', 'made up')`;
  await tampered([insert], async (path) => {
    expect((await verdictOn(path)).last).toMatch(
      /^CHANGED at number 1: before it stands .* never sealed/,
    );
  });
  await tampered(
    [
      insert,
      `insert into audit_unsealed (entry_id) select id from audit_entries where operation = 'made up'`,
    ],
    async () => {
      const size = await sealNow(api.config).then(() =>
        rows<{ n: number }>("select max(number)::int as n from audit_seals"),
      );
      const { last } = await verdictOn(await logOf("privacy", "late"));
      expect(last).toMatch(/^CHANGED at number \d+: it was written in later than it says/);
      expect(size[0]!.n).toBeGreaterThanOrEqual(Number(/number (\d+)/.exec(last!)![1]));
    },
  );
});

test("nothing is sealed on a head that is not ours", async () => {
  const changed = [
    "update audit_heads set signature = decode(repeat('00', 64), 'hex') where customer_id is null",
    "insert into audit_unsealed (entry_id) select id from audit_entries limit 1",
  ];
  await tampered(changed, () =>
    expect(sealNow(api.config)).rejects.toThrow(/is not what was signed: nothing more is sealed/),
  );
  await api.database.query("truncate audit_unsealed");
});

test("of two who seal at once only one does, and there is no fork", async () => {
  const sessions = await Promise.all([sealerSession(api.config), sealerSession(api.config)]);
  for (let n = 0; n < 5; n += 1)
    await api.as("support")("{ platformUsers(first: 1) { nodes { id } } }");
  const keys = loadAuditKeys(api.config.dataDir);
  const answers = await Promise.allSettled(sessions.map((each) => sealBatch(each, keys)));
  await Promise.all(sessions.map((each) => each.end()));
  const sealed = answers.map((each) => (each.status === "fulfilled" ? each.value.count : 0));
  expect(Math.max(...sealed)).toBeGreaterThanOrEqual(5);
  await sealNow(api.config);
  expect((await verdictOn(await logOf("privacy"))).last).toBe("UNCHANGED, complete and in order.");
});

test("a customer verifies its own part, in which nobody else's people and no number of theirs stand", async () => {
  const path = await logOf("administrator");
  const { code, lines } = await verdictOn(path);
  expect([code, lines[0]]).toEqual([0, `The part of the customer ${HARBOUR.id}.`]);
  const own = new Set(
    (
      await rows<{ id: string }>(
        `select id from platform_users where customer_id = $1 union select id from customer_contacts where customer_id = $1
         union select $1::uuid`,
        [HARBOUR.id],
      )
    ).map(({ id }) => id),
  );
  const text = logLines(path).join("\n");
  expect(text).not.toContain(BLUEBELL.user.id);
  expect(text).not.toContain(STORY_PEOPLE.support.viewer.id);
  const leaves = logLines(path).flatMap((line) => {
    const parsed = JSON.parse(line) as {
      leaf?: { number: number; subjectIds: string[]; audience: string };
    };
    return parsed.leaf ? [parsed.leaf] : [];
  });
  expect(leaves.map(({ number }) => number)).toEqual(leaves.map((_, place) => place + 1));
  expect(leaves.flatMap(({ subjectIds }) => subjectIds).filter((id) => !own.has(id))).toEqual([]);
  const bySupport = leaves.filter(({ audience }) => audience === "SUPPORT");
  expect(bySupport.length).toBeGreaterThanOrEqual(8);
});

test("one entry can be proved without the rest of the log, and nothing else by its proof", async () => {
  const [entry] = await rows<{ id: string; number: string; highest: string }>(
    `select entry_id as id, number, (select max(size) from audit_heads where customer_id is null) as highest
     from audit_seals where number = 5`,
  );
  const proof = join(api.config.dataDir, "proof.json");
  const path = await logOf("privacy");
  const made = await verdictOn(path, "--entry", entry!.id, "--proof", proof);
  expect(made.last).toBe(`The proof is in ${proof}.`);
  const proved = await verdictOn(proof);
  expect(proved).toMatchObject({
    code: 0,
    last: "PROVED: it stands in the log as it is shown here.",
  });
  expect(proved.lines[0]).toContain(`The entry ${entry!.id}, number 5 of `);
  const text = readFileSync(proof, "utf8");
  for (const [change, why] of [
    [text.replace('"operation":"', '"operation":"un'), /doesn't lead to what was signed/],
    [text.replace('"number":5', '"number":4'), /doesn't lead to what was signed/],
    [text.replace(/"size":\d+/, '"size":5'), /bears no signature of ours/],
    [
      text.replace(
        /"path":\["./,
        '"path":["x'.replace("x", text.includes('"path":["0') ? "1" : "0"),
      ),
      /doesn't lead to what was signed/,
    ],
  ] as const) {
    writeFileSync(proof, change);
    expect(await verdictOn(proof)).toMatchObject({ code: 1, last: expect.stringMatching(why) });
  }
  const nobody = await verdictOn(path, "--entry", HARBOUR.user.id, "--proof", `${proof}.none`);
  expect([nobody.code, existsSync(`${proof}.none`)]).toEqual([1, false]);
});

test("a file that is none is told from one that was changed", async () => {
  const path = join(api.config.dataDir, "none.txt");
  writeFileSync(path, "Dear Sir or Madam\n");
  expect(await verdictOn(path)).toMatchObject({
    code: 2,
    last: expect.stringContaining("This is no sealed log"),
  });
  expect((await verdictOn(join(api.config.dataDir, "nowhere"))).code).toBe(2);
});

test("whatever letter of the file is changed, it doesn't pass, and nothing is thrown", async () => {
  const path = await logOf("privacy");
  const whole = logLines(path);
  const letters = whole
    .slice(1)
    .flatMap((line, place) => [...line].map((_, at) => [place + 1, at] as const));
  const roll = dice(5);
  const forged = join(api.config.dataDir, "forged.ndjson");
  for (let n = 0; n < 150; n += 1) {
    const [place, at] = letters[Math.floor(roll() * letters.length)]!;
    const line = whole[place]!;
    const other = String.fromCharCode(33 + Math.floor(roll() * 90));
    if (line[at] === other) continue;
    const changed = whole.with(place, line.slice(0, at) + other + line.slice(at + 1));
    writeFileSync(forged, changed.join("\n"));
    const { code, last } = await verdictOn(forged);
    expect([changed[place], code, last]).toEqual([
      changed[place],
      1,
      expect.stringMatching(/^CHANGED/),
    ]);
  }
  for (const nonsense of [
    '{"leaf":null}',
    '{"head":{}}',
    "[]",
    "{",
    `{"leaf":{"number":1e99}}`,
    "null",
  ]) {
    writeFileSync(forged, [...whole, nonsense].join("\n"));
    expect((await verdictOn(forged)).code).toBe(1);
    writeFileSync(forged, [nonsense, ...whole].join("\n"));
    expect((await verdictOn(forged)).code).toBe(2);
  }
});

test("with another key, and the old one's public half beside it, old heads and new ones verify", async () => {
  const folder = join(api.config.dataDir, "keys");
  const old = createPublicKey(readFileSync(join(folder, "audit.pem")));
  writeFileSync(join(folder, "audit.2026.public.pem"), old.export({ type: "spki", format: "pem" }));
  renameSync(join(folder, "audit.pem"), join(folder, "audit.2026.retired"));
  await api.as("support")("{ platformUsers(first: 1) { nodes { id } } }");
  await sealNow(api.config);
  const { code, lines } = await verdictOn(await logOf("privacy"));
  expect(code).toBe(0);
  expect(/^Signed by ([^,]+), ([^,]+), a key/.exec(lines[2]!)).not.toBeNull();
  const { keys } = (await (await fetch(`${api.address}/.well-known/audit-keys.json`)).json()) as {
    keys: { kid: string }[];
  };
  for (const { kid } of keys) expect(lines[2]).toContain(kid);
  expect(keys.length).toBe(2);
});

test("what a file says beside what was signed is no log: heads, members, forms and openings of one's own", async () => {
  const path = await logOf("privacy");
  const whole = logLines(path);
  const heads = whole.filter((line) => line.startsWith('{"head"'));
  const leaf = whole.find((line) => line.includes('"leaf"'))!;
  const forged = join(api.config.dataDir, "forged.ndjson");
  const said = async (lines: string[], ...args: string[]) => {
    writeFileSync(forged, lines.join("\n"));
    return verdictOn(forged, ...args);
  };
  const instead = (line: string) => whole.map((each) => (each === leaf ? line : each));
  for (const line of [
    leaf.replace('{"chain"', '{"leaf":{"id":"x"},"chain"'), // the first of two equal names
    leaf.replace('"leaf":{', '"leaf":{"operation":"forged",'),
    leaf.replace(/}$/, ',"zcomment":"approved"}'),
    leaf.replace('"number":1', '"number":1.0'),
    leaf.replace('"READ"', String.raw`"\u0052EAD"`),
    leaf.replace('{"chain"', '{ "chain"'),
  ])
    expect(await said(instead(line))).toMatchObject({
      code: 1,
      last: expect.stringMatching(/^CHANGED at number 1: /),
    });
  expect((await said([...whole, heads[0]!])).code).toBe(1); // a head below the leaves
  expect(await said([whole[0]!])).toMatchObject({
    code: 2,
    last: expect.stringContaining("no head in it is signed"),
  });
  const kept = join(api.config.dataDir, "kept.ndjson");
  writeFileSync(kept, heads.join("\n"));
  const size = (JSON.parse(heads.at(-2)!) as { head: { size: number } }).head.size;
  const cut = whole.filter(
    (line) => !(Number(/"number":(\d+)/.exec(line)?.[1]) > size) && line !== heads.at(-1),
  );
  for (const madeAt of ["", "1970-01-01T00:00:00.000000Z"]) {
    const opened = [whole[0]!.replace(/"madeAt":"[^"]*"/, `"madeAt":"${madeAt}"`), ...cut.slice(1)];
    expect((await said(opened)).code).toBe(0);
    expect((await said(opened, "--heads", kept)).last).toMatch(
      /^CHANGED at number \d+: it is missing: /,
    );
  }
  expect((await said(whole, "--heads", kept)).lines[2]).toBe(
    `Held against ${heads.length} heads of it that were kept elsewhere.`,
  );
  writeFileSync(kept, "{}\n");
  expect((await said(whole, "--heads", kept)).code).toBe(2);
  const without = whole.filter((line) => line !== heads[0]);
  expect((await said(without)).last).toMatch(
    /^CHANGED at number 1: a head that stood above it is missing/,
  );
});
