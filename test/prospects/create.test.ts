// Bringing one prospect in.
import { evidenceOf } from "../lawful-bases/evidence-of";
import { type Api, openApi } from "../setup/api";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

const FIELDS = `prospect { id name kind companyName emailAddress source informedOn version mayEmail permittedPurposes }
  userErrors { code field message }`;

async function create(input: object) {
  const { data, errors } = await api.as("marketing")(
    `mutation ($input: ProspectCreateInput!) { prospectCreate(input: $input) { ${FIELDS} } }`,
    { input: { name: "Wanda Sørby", kind: "PARTNER", source: "Trade fair", ...input } },
  );
  expect(errors).toBeUndefined();
  return data.prospectCreate;
}

const consent = { wording: "Yes, write to me.", givenAt: "2026-01-05T08:00:00Z" };
const counted = async () =>
  (
    await api.database.query(
      `select (select count(*)::int from prospects) as prospects, (select count(*)::int from lawful_bases) as bases,
        (select count(*)::int from basis_evidence) as evidence,
        (select count(*)::int from keys.person_keys) as keys,
        (select count(*)::int from audit_entries where action = 'WRITE') as entries`,
    )
  ).rows[0] as Record<string, number>;

test("with legitimate interests a prospect is held and not mailed, and closes unless informed", async () => {
  const { prospect, userErrors } = await create({
    emailAddress: " Wanda@Fair.Example.com ",
    basis: "LEGITIMATE_INTERESTS",
    companyName: "Sørby & Co",
  });
  expect(userErrors).toEqual([]);
  expect(prospect).toEqual({
    id: expect.any(String) as string,
    name: "Wanda Sørby",
    kind: "PARTNER",
    companyName: "Sørby & Co",
    emailAddress: "Wanda@Fair.Example.com",
    source: "Trade fair",
    informedOn: null,
    version: 1,
    mayEmail: false,
    permittedPurposes: ["SERVICE_IMPROVEMENT", "MARKETING_AND_SALES"],
  });
  const { rows } = await api.database.query(
    `select purpose, lawful_basis, round(extract(epoch from valid_until - recorded_at) / 86400)::int as days
     from lawful_bases where subject_id = $1 and valid_until < 'infinity'`,
    [prospect.id],
  );
  expect(rows).toEqual([
    { purpose: "MARKETING_AND_SALES", lawful_basis: "LEGITIMATE_INTERESTS", days: 30 },
  ]);
  const entries = await api.database.query(
    "select operation, purpose, subject_kind from audit_entries where action = 'WRITE' and $1 = any(subject_ids)",
    [prospect.id],
  );
  expect(entries.rows).toEqual([
    { operation: "prospectCreate", purpose: "MARKETING_AND_SALES", subject_kind: "PROSPECT" },
  ]);
});

test("with consent a prospect may be mailed, and what shows the consent is kept", async () => {
  const { prospect } = await create({
    ...{
      emailAddress: "agreed@fair.example.com",
      basis: "CONSENT",
      consent,
      informedOn: "2026-01-05",
    },
  });
  expect(prospect).toMatchObject({ mayEmail: true, informedOn: "2026-01-05" });
  const { rows } = await api.database.query(
    "select id, lawful_basis, valid_until::text from lawful_bases where subject_id = $1 and lawful_basis = 'CONSENT'",
    [prospect.id],
  );
  expect(rows).toMatchObject([{ lawful_basis: "CONSENT", valid_until: "infinity" }]);
  expect(await evidenceOf(api.database, prospect.id as string)).toEqual([
    {
      ...{ basisId: rows[0].id as string, transition: "ESTABLISHED" },
      evidence: { ...consent, source: "Trade fair" },
    },
  ]);
});

test.each([
  ["consent that is not shown", { basis: "CONSENT" }, "REQUIRED", "consent"],
  ["consent with other basis", { basis: "LEGITIMATE_INTERESTS", consent }, "INVALID", "consent"],
  [
    "consent that lies ahead",
    { basis: "CONSENT", consent: { ...consent, givenAt: "2100-01-01T00:00:00Z" } },
    "INVALID",
    "consent.givenAt",
  ],
  ["a day that lies ahead", { informedOn: "2100-01-01" }, "INVALID", "informedOn"],
  ["no address", { emailAddress: "nobody" }, "INVALID", "emailAddress"],
  ["two addresses", { emailAddress: "a@example.com\nb@example.com" }, "INVALID", "emailAddress"],
  ["no name", { name: "  " }, "REQUIRED", "name"],
  ["a long name", { name: "x".repeat(201) }, "TOO_LONG", "name"],
  ["no source", { source: "" }, "REQUIRED", "source"],
])("%s is refused without a trace", async (_, input, code, field) => {
  const before = await counted();
  const whole = {
    emailAddress: "refused@fair.example.com",
    basis: "LEGITIMATE_INTERESTS",
    ...input,
  };
  const { prospect, userErrors } = await create(whole);
  expect(prospect).toBeNull();
  expect(userErrors).toEqual([{ code, field, message: expect.any(String) as string }]);
  expect(await counted()).toEqual(before);
});

test("a double in another spelling is answered with the one that is there", async () => {
  const given = { emailAddress: "double@bücher.example.com", basis: "LEGITIMATE_INTERESTS" };
  const { prospect } = await create(given);
  const before = await counted();
  const again = await create({ ...given, emailAddress: "DOUBLE@xn--bcher-kva.example.com." });
  expect(again.prospect).toBeNull();
  expect(again.userErrors[0]).toMatchObject({ code: "ALREADY_EXISTS", field: "emailAddress" });
  expect(again.userErrors[0].message).toContain(prospect.id);
  expect(await counted()).toEqual(before);
});

test("of eight who bring in one address at once, one does", async () => {
  const given = { emailAddress: "race@fair.example.com", basis: "LEGITIMATE_INTERESTS" };
  const answers = await Promise.all(Array.from({ length: 8 }, () => create(given)));
  expect(answers.filter(({ prospect }) => prospect)).toHaveLength(1);
  const codes = answers.flatMap(({ userErrors }) =>
    userErrors.map((e: { code: string }) => e.code),
  );
  expect(codes).toEqual(Array(7).fill("ALREADY_EXISTS"));
});

test("who objected and who is suppressed can't be brought in, and read alike", async () => {
  const { rows } = await api.database.query<{ email_address: string }>(
    "select email_address from prospects where (purposes & 8) = 0 limit 1",
  );
  await api.as("marketing")(
    'mutation { suppressionAdd(input: { emailAddress: "never@fair.example.com", reason: "ASKED" }) { isSuppressed } }',
  );
  const before = await counted();
  const basis = "LEGITIMATE_INTERESTS";
  const objected = await create({ emailAddress: rows[0]!.email_address.toUpperCase(), basis });
  const suppressed = await create({ emailAddress: "Never@fair.example.com", basis });
  expect(objected.userErrors).toMatchObject([{ code: "ADDRESS_CLOSED", field: "emailAddress" }]);
  expect(suppressed).toEqual(objected);
  expect(await counted()).toEqual(before);
});

test("suppressing ends mailing for a prospect who had agreed", async () => {
  const { prospect } = await create({
    ...{
      emailAddress: "later@fair.example.com",
      basis: "CONSENT",
      consent,
      informedOn: "2026-01-05",
    },
  });
  await api.as("marketing")(
    'mutation { suppressionAdd(input: { emailAddress: "LATER@fair.example.com", reason: "ASKED" }) { isSuppressed } }',
  );
  const { data } = await api.as("marketing")(
    "query ($id: ID!) { prospect(id: $id) { mayEmail } }",
    {
      id: prospect.id,
    },
  );
  expect(data.prospect).toEqual({ mayEmail: false });
});

test("whoever acts for the newsletter alone brings no prospect in", async () => {
  const { data, errors } = await api.as("marketing")(
    `mutation { prospectCreate(input: { name: "N", kind: PARTNER, source: "S", emailAddress: "n@fair.example.com",
      basis: LEGITIMATE_INTERESTS }) { prospect { id } } }`,
    undefined,
    { "x-purpose": "NEWSLETTER" },
  );
  expect(data).toBeNull();
  expect(errors?.[0]?.extensions.code).toBe("PURPOSE_NOT_ALLOWED");
});
