// An operator takes in a customer: the record, its lawful bases and one entry, or none of them.
import { type Api, openApi } from "../setup/api";
import { entriesFromNow } from "../platform-users/people";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

const CREATE = `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) {
  customer { id name country state permittedPurposes } userErrors { code field } } }`;
const create = (input: object) => api.as("operator")(CREATE, { input });
const count = async () =>
  (
    await api.database.query(
      `select (select count(*)::int from customers) as customers, (select count(*)::int from lawful_bases) as bases`,
    )
  ).rows[0] as { customers: number; bases: number };

test("a new customer comes with four bases, what they permit, and one entry", async () => {
  const before = await count();
  const made = await entriesFromNow(api.database);
  const { data } = await create({ name: " Quayside Parcels ", country: "NL" });
  const { customer, userErrors } = data.customerCreate;
  expect(userErrors).toEqual([]);
  expect(customer).toEqual({
    ...{ id: expect.any(String), name: "Quayside Parcels", country: "NL", state: "ACTIVE" },
    permittedPurposes: ["SERVICE_PERFORMANCE", "LEGAL_OBLIGATIONS", "CUSTOMER_SUPPORT", "SECURITY"],
  });
  const bases = await api.database.query(
    "select purpose, lawful_basis from lawful_bases where subject_id = $1 order by purpose",
    [customer.id],
  );
  expect(bases.rows).toEqual([
    { purpose: "SERVICE_PERFORMANCE", lawful_basis: "CONTRACT" },
    { purpose: "LEGAL_OBLIGATIONS", lawful_basis: "LEGAL_OBLIGATION" },
    { purpose: "CUSTOMER_SUPPORT", lawful_basis: "LEGITIMATE_INTERESTS" },
    { purpose: "SECURITY", lawful_basis: "LEGITIMATE_INTERESTS" },
  ]);
  expect(await count()).toEqual({ customers: before.customers + 1, bases: before.bases + 4 });
  expect(await made()).toMatchObject([
    {
      action: "WRITE",
      operation: "customerCreate",
      subject_kind: "CUSTOMER",
      subject_ids: [customer.id],
    },
  ]);
  const seen = await api.as("support")(
    "query ($id: ID!) { customer(id: $id) { name platformUserCount } }",
    {
      id: customer.id,
    },
  );
  expect(seen.data.customer).toEqual({ name: "Quayside Parcels", platformUserCount: 0 });
});

test.each([
  [{ name: "", country: "NL" }, [{ code: "REQUIRED", field: "name" }]],
  [{ name: "A", country: "XX" }, [{ code: "INVALID", field: "country" }]],
  [{ name: "x".repeat(201), country: "NL" }, [{ code: "TOO_LONG", field: "name" }]],
  [{ name: "A\u0000B", country: "NL" }, [{ code: "INVALID", field: "name" }]],
  [{ name: "Quay", country: "nl" }, [{ code: "INVALID", field: "country" }]],
  [{ name: "Quay", country: "NL\n" }, [{ code: "INVALID", field: "country" }]],
  [
    { name: " ", country: "Netherlands" },
    [
      { code: "REQUIRED", field: "name" },
      { code: "INVALID", field: "country" },
    ],
  ],
])("%j is refused and leaves no trace", async (input, userErrors) => {
  const before = await count();
  const made = await entriesFromNow(api.database);
  const { data } = await create(input);
  expect(data.customerCreate).toEqual({ customer: null, userErrors });
  expect(await count()).toEqual(before);
  expect(await made()).toEqual([]);
});

test.each(["administrator", "support", "marketing", "privacy"] as const)(
  "%s has no such mutation",
  async (role) => {
    const { data, errors } = await api.as(role)(
      'mutation { customerCreate(input: { name: "Quay", country: "NL" }) { userErrors { code } } }',
    );
    expect(data ?? null).toBeNull();
    expect(errors?.length).toBeGreaterThan(0);
  },
);
