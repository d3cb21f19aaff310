// What people ask of us, by the privacy officer's hand: who objects, takes a consent back or has a record restricted is
// obeyed at once, in every audience; the same again changes nothing; and what the rules don't allow leaves no trace.
import { type Api, openApi } from "../setup/api";
import { LETTER, officerOf, permitted } from "./asking";
import { evidenceOf } from "./evidence-of";

let api: Api;
let officer: ReturnType<typeof officerOf>;
beforeAll(async () => {
  api = await openApi();
  officer = officerOf(api);
});
afterAll(() => api.close());

let taken = 0;
/** Another record each time. */
async function somebody(table: string, where: string): Promise<string> {
  taken += 1;
  const { rows } = await api.database.query<{ id: string }>(
    `select id from ${table} where ${where} order by id offset ${taken} limit 1`,
  );
  return rows[0]!.id;
}
const prospect = (where = "may_email") =>
  somebody("prospects", `(purposes & 12) = 12 and ${where}`);
const subscriber = () => somebody("subscribers", "may_email");
const user = () =>
  somebody("platform_users", "(purposes & 37) = 37 and state = 'ACTIVE' and role = 'USER'");

const traces = async () =>
  (
    await api.database.query<{ n: string }>(
      `select concat((select count(*) from lawful_bases), ' ', (select count(*) from basis_evidence), ' ',
        (select count(*) from keys.person_keys), ' ',
        (select count(*) from audit_entries where action = 'WRITE')) as n`,
    )
  ).rows[0]!.n;

const sees = async (role: "marketing" | "support", field: string, id: string) => {
  const { data } = await api.as(role)(`query ($id: ID!) { seen: ${field}(id: $id) { id } }`, {
    id,
  });
  return (data as { seen: object | null }).seen !== null;
};

test("who objects to marketing is out of marketing's sight at once, and other purposes go on", async () => {
  const id = await prospect();
  expect(await sees("marketing", "prospect", id)).toBe(true);
  const done = await officer("object", {
    ...{ kind: "PROSPECT", id, purpose: "MARKETING_AND_SALES", evidence: LETTER },
  });
  expect(done.userErrors).toEqual([]);
  expect(permitted(done)).toEqual(["SERVICE_IMPROVEMENT"]);
  expect(await sees("marketing", "prospect", id)).toBe(false);
  const { rows } = await api.database.query("select may_email from prospects where id = $1", [id]);
  expect(rows).toEqual([{ may_email: false }]);
});

test("objecting twice is one objection with one entry, and nobody overrides it", async () => {
  const id = await prospect();
  const input = { kind: "PROSPECT", id, purpose: "MARKETING_AND_SALES", evidence: LETTER };
  const first = await officer("object", input);
  const before = await traces();
  expect(await officer("object", input)).toEqual(first);
  const objection = first.lawfulness!.ledger.find((row) => row.transition === "OBJECTED")!;
  const overridden = await officer("decide", {
    ...{ id: objection.id, outcome: "OVERRIDDEN", evidence: LETTER },
  });
  expect(overridden.userErrors).toEqual([{ code: "ABSOLUTE", field: "id" }]);
  expect(await traces()).toBe(before);
});

test("a consent given after the objection opens marketing again, one given before does not", async () => {
  const id = await prospect();
  const of = { kind: "PROSPECT", id, purpose: "MARKETING_AND_SALES" };
  const earlier = { ...LETTER, at: "2026-11-01T10:00:00Z" };
  const later = { ...LETTER, at: "2026-11-03T10:00:00Z" };
  await officer("object", { ...of, evidence: { ...LETTER, at: "2026-11-02T10:00:00Z" } });
  const consent = { ...of, noticeVersion: "2021-01-11" };
  const before = await officer("consent", { ...consent, evidence: earlier });
  expect(permitted(before)).not.toContain("MARKETING_AND_SALES");
  const after = await officer("consent", { ...consent, evidence: later });
  expect(permitted(after)).toContain("MARKETING_AND_SALES");
  expect(await sees("marketing", "prospect", id)).toBe(true);
});

test("an objection to anything else closes it until it is decided: upheld for good, overridden with reasons", async () => {
  for (const [outcome, isOpen] of [
    ["UPHELD", false],
    ["OVERRIDDEN", true],
  ] as const) {
    const id = await user();
    expect(await sees("support", "platformUser", id)).toBe(true);
    const pending = await officer("object", {
      ...{ kind: "PLATFORM_USER", id, purpose: "CUSTOMER_SUPPORT", evidence: LETTER },
    });
    expect(permitted(pending)).not.toContain("CUSTOMER_SUPPORT");
    expect(await sees("support", "platformUser", id)).toBe(false);
    const objection = pending.lawfulness!.ledger.find((row) => row.transition === "OBJECTED")!;
    const decision = { id: objection.id, outcome, evidence: LETTER };
    const decided = await officer("decide", decision);
    expect(permitted(decided).includes("CUSTOMER_SUPPORT")).toBe(isOpen);
    expect(await sees("support", "platformUser", id)).toBe(isOpen);
    const before = await traces();
    expect(await officer("decide", decision)).toEqual(decided);
    const otherwise = { ...decision, outcome: isOpen ? "UPHELD" : "OVERRIDDEN" };
    const { userErrors } = await officer("decide", otherwise);
    expect(userErrors).toEqual([{ code: "ALREADY_DECIDED", field: "id" }]);
    expect(await traces()).toBe(before);
  }
});

test("nobody turns off security by objecting, nor a legal obligation", async () => {
  const id = await user();
  const of = { kind: "PLATFORM_USER", id, evidence: LETTER };
  const done = await officer("object", { ...of, purpose: "SECURITY" });
  expect(permitted(done)).toContain("SECURITY");
  expect(done.lawfulness!.ledger.map((row) => row.transition)).toContain("OBJECTED");
  const before = await traces();
  const { userErrors } = await officer("object", { ...of, purpose: "LEGAL_OBLIGATIONS" });
  expect(userErrors).toEqual([{ code: "NOT_IN_REGISTER", field: "purpose" }]);
  expect(await traces()).toBe(before);
});

test("a restricted user is closed to support and administrators but not to security, nor to the person", async () => {
  const id = (
    await api.database.query<{ id: string }>(
      "select id from platform_users where name = 'Tomás Oliveira'",
    )
  ).rows[0]!.id;
  const of = { kind: "PLATFORM_USER", id, evidence: LETTER };
  const done = await officer("restrict", { ...of, ground: "ACCURACY_CONTESTED" });
  expect(permitted(done)).toEqual(["SECURITY"]);
  expect(await sees("support", "platformUser", id)).toBe(false);
  const administrator = await api.as("administrator")(
    "query ($id: ID!) { platformUser(id: $id) { id } }",
    { id },
  );
  expect(administrator.data).toEqual({ platformUser: null });
  for (const role of ["support", "administrator"] as const) {
    const { data } = await api.as(role)(
      "query ($id: ID!) { customer(id: $id) { restrictedRecords { kind id } } }",
      { id: "01990000-0000-7000-8000-c05700000001" },
    );
    expect([role, data]).toEqual([
      ...[role, { customer: { restrictedRecords: [{ kind: "PLATFORM_USER", id }] } }],
    ]);
  }
  const self = await api.as("user")("{ me { id name } }");
  expect(self.data).toEqual({ me: { id, name: "Tomás Oliveira" } });

  const restriction = done.lawfulness!.ledger.find((row) => row.transition === "RESTRICTED")!;
  const lifted = await officer("lift", { id: restriction.id, evidence: LETTER });
  expect(permitted(lifted)).toContain("CUSTOMER_SUPPORT");
  expect(await sees("support", "platformUser", id)).toBe(true);
  expect(await officer("lift", { id: restriction.id, evidence: LETTER })).toEqual(lifted);
});

test("a restricted user can be locked out by an administrator of the same customer, unseen", async () => {
  const { rows } = await api.database.query<{ id: string; customer: string }>(
    `select id, customer_id as customer from platform_users where role = 'USER' and state = 'ACTIVE' and purposes & 1 <> 0
       and customer_id = any ('{01990000-0000-7000-8000-c05700000001,01990000-0000-7000-8000-c05700000002}') order by customer_id, id desc`,
  );
  const own = rows.find(({ customer }) => customer.endsWith("1"))!;
  const foreign = rows.find(({ customer }) => customer.endsWith("2"))!;
  for (const { id } of [own, foreign])
    await officer("restrict", {
      ...{ kind: "PLATFORM_USER", id, ground: "PROCESSING_UNLAWFUL", evidence: LETTER },
    });
  const lockOut = async (id: string) =>
    (
      await api.as("administrator")(
        "mutation ($id: ID!) { platformUserDeactivate(input: { id: $id }) { platformUser { id } userErrors { code } } }",
        { id },
      )
    ).data.platformUserDeactivate;
  expect(await lockOut(foreign.id)).toEqual({
    ...{ platformUser: null, userErrors: [{ code: "NOT_FOUND" }] },
  });
  expect(await lockOut(own.id)).toEqual({ platformUser: null, userErrors: [] });
  const states = await api.database.query(
    "select id, state from platform_users where id = any ($1) order by state",
    [[own.id, foreign.id]],
  );
  expect(states.rows).toEqual([
    { id: foreign.id, state: "ACTIVE" },
    { id: own.id, state: "DEACTIVATED" },
  ]);
});

test("a consent is withdrawn once, and given anew", async () => {
  const id = await subscriber();
  const of = { kind: "SUBSCRIBER", id, purpose: "NEWSLETTER" };
  const gone = await officer("withdraw", { ...of, evidence: LETTER });
  expect(permitted(gone)).toEqual([]);
  const before = await traces();
  expect(await officer("withdraw", { ...of, evidence: LETTER })).toEqual(gone);
  expect(await traces()).toBe(before);
  const anew = await officer("consent", {
    ...{ ...of, noticeVersion: "2021-01-11", evidence: { source: "Form", wording: "Yes." } },
  });
  expect(permitted(anew)).toEqual(["NEWSLETTER"]);
});

test.each([
  ["a consent that the register has not", "consent", { purpose: "SECURITY" }, "NOT_IN_REGISTER"],
  ["an unknown notice", "consent", { noticeVersion: "1999-01-01" }, "INVALID"],
  [
    "a consent older than its notice",
    "consent",
    { evidence: { ...LETTER, at: "2020-12-31T00:00:00Z" } },
    "OLDER_THAN_NOTICE",
  ],
  [
    "a consent of tomorrow",
    "consent",
    { evidence: { ...LETTER, at: "2999-01-01T00:00:00Z" } },
    "INVALID",
  ],
  [
    "a consent without its wording",
    "consent",
    { evidence: { ...LETTER, wording: " " } },
    "REQUIRED",
  ],
  [
    "taking back what was not given by then",
    "withdraw",
    { noticeVersion: undefined, evidence: { ...LETTER, at: "2021-02-01T00:00:00Z" } },
    "NO_SUCH_BASIS",
  ],
  ["a record that is not there", "consent", { id: "nobody" }, "NOT_FOUND"],
] as const)("%s is refused, and leaves no trace", async (_, what, change, code) => {
  const id = await subscriber();
  const before = await traces();
  const { userErrors, lawfulness } = await officer(what, {
    ...{ kind: "SUBSCRIBER", id, purpose: "NEWSLETTER", noticeVersion: "2021-01-11" },
    ...{ evidence: LETTER, ...change },
  });
  expect(userErrors.map((each) => each.code)).toEqual([code]);
  expect(lawfulness).toBeNull();
  expect(await traces()).toBe(before);
});

test("of two who write for one person at once both are obeyed, and the second saw the first", async () => {
  const id = await subscriber();
  const of = { kind: "SUBSCRIBER", id, purpose: "NEWSLETTER", evidence: LETTER };
  const done = await Promise.all([
    ...[officer("object", of), officer("withdraw", of), officer("object", of)],
    ...[
      officer("withdraw", of),
      officer("restrict", { ...of, purpose: undefined, ground: "NEEDED_FOR_CLAIMS" }),
    ],
  ]);
  expect(done.flatMap(({ userErrors }) => userErrors)).toEqual([]);
  const { rows } = await api.database.query(
    "select transition, count(*)::integer as n from lawful_bases where subject_id = $1 group by 1 order by 1",
    [id],
  );
  expect(rows).toEqual([
    { transition: "ESTABLISHED", n: 1 },
    { transition: "WITHDRAWN", n: 1 },
    { transition: "OBJECTED", n: 1 },
    { transition: "RESTRICTED", n: 1 },
  ]);
});

test("each word that is recorded has its evidence, and its entry names the record and no value", async () => {
  const id = await prospect();
  const evidence = { source: "Call of 4 November", wording: "Please stop. – Heard by Nadia." };
  await officer("object", { kind: "PROSPECT", id, purpose: "MARKETING_AND_SALES", evidence });
  const shown = await evidenceOf(api.database, id);
  expect(shown.filter(({ transition }) => transition === "OBJECTED")).toMatchObject([{ evidence }]);
  const entries = await api.database.query(
    "select audience, purpose, fields from audit_entries where operation = 'objectionRecord' and $1 = any (subject_ids)",
    [id],
  );
  expect(entries.rows).toEqual([
    { audience: "PRIVACY_OFFICER", purpose: "ANSWERING_THE_PERSON", fields: ["ledger"] },
  ]);
});
