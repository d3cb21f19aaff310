// What goes wrong unexpectedly is told as a reference, which the log has too; no words of the database, of a library or
// of our code reach a client.
import type { GraphQLFieldResolver } from "graphql";
import { STORY_CUSTOMERS, STORY_PEOPLE, type StoryRole } from "../../seeds/story-people";
import { buildFullSchema } from "../../src/graphql/features";
import { PUBLIC_VIEWER } from "../../src/viewer/viewer";
import { type Answer, type Api, openApi } from "../setup/api";
import { keptLog } from "../setup/kept-log";

const { log, lines } = keptLog();
const figures = buildFullSchema().getQueryType()!.getFields().figures!;
const resolve = figures.resolve;
let bug: GraphQLFieldResolver<unknown, unknown> | null = null;
figures.resolve = (...parameters) => (bug ?? resolve!)(...parameters);

let api: Api;
beforeAll(async () => (api = await openApi({ log })));
afterAll(() => api.close());
afterEach(() => (bug = null));

const OF_OUR_INSIDES =
  /constraint|violat|relation|column|syntax|invalid input|encoding|byte sequence|out of range|permission denied|SQL|pg_|at .*\.(ts|js)|Entity|Validat/i;

function expectMasked({ errors, text }: Answer): void {
  expect(errors).toHaveLength(1);
  const { message, extensions } = errors![0]!;
  const reference = String(extensions.reference);
  expect(extensions).toEqual({ code: "INTERNAL", reference });
  expect(message).toBe(
    `Something went wrong on our side. Tell support this reference: ${reference}`,
  );
  expect(text).not.toMatch(OF_OUR_INSIDES);
  expect(
    lines().filter((line) => line.requestId === reference && line.msg === "Fault"),
  ).toHaveLength(1);
}

const createCustomer = (name: string) =>
  api.as("operator")(
    `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { name } userErrors { code } } }`,
    { input: { name, country: "DE" } },
  );

test("a constraint of the database", async () => {
  await api.database.query(
    "alter table customers add constraint planted_check check (name <> 'Planted') not valid",
  );
  const answer = await createCustomer("Planted");
  expectMasked(answer);
  expect(answer.text).not.toMatch(/planted/i);
  const { rowCount } = await api.database.query("select from customers where name = 'Planted'");
  expect(rowCount).toBe(0);
});

test("a number that the database can't hold", async () => {
  await api.database.query(
    `create function overflowing() returns trigger language plpgsql as $$ begin perform 2147483647 + length(new.name); return new; end $$;
     create trigger overflows before insert on customers for each row execute function overflowing()`,
  );
  expectMasked(await createCustomer("Too much"));
  await api.database.query("drop trigger overflows on customers");
});

test("a table that is not as the program knows it", async () => {
  await api.database.query("alter table figures rename column people to persons");
  expectMasked(await api.as("dashboard")("{ figures { month people } }"));
  await api.database.query("alter table figures rename column persons to people");
});

test("a bug in a resolver", async () => {
  bug = () => {
    throw new TypeError("Cannot read properties of undefined (reading 'planted')");
  };
  const answer = await api.as("dashboard")("{ figures { month } }");
  expectMasked(answer);
  expect(answer.text).not.toContain("planted");
});

test("a resolver's error whose code is nobody's of ours", async () => {
  bug = () => {
    throw Object.assign(new Error("planted words"), { code: "23505", detail: "planted detail" });
  };
  const answer = await api.as("dashboard")("{ figures { month } }");
  expectMasked(answer);
  expect(answer.text).not.toContain("planted");
});

const [customer] = STORY_CUSTOMERS;
const NUL = "a\u0000b";

/** Operations with text of every sort: ids, searches, cursors, addresses, batches. */
const operations = (text: string): [StoryRole, string, object?][] => [
  ["support", `query ($id: ID!) { node(id: $id) { id } }`, { id: text }],
  [
    "support",
    `query ($after: String) { customers(after: $after) { nodes { id } } }`,
    { after: text },
  ],
  ["operator", `query ($id: ID!) { job(id: $id) { id } }`, { id: text }],
  [
    "privacy",
    `query ($address: String!) { personSearch(emailAddress: $address) { id } }`,
    { address: text },
  ],
  [
    "marketing",
    `mutation ($input: SuppressionAddInput!) { suppressionAdd(input: $input) { userErrors { code field message } } }`,
    { input: { emailAddress: `${text}@example.com`, reason: text } },
  ],
  [
    "marketing",
    `mutation ($input: ProspectCreateInput!) { prospectCreate(input: $input) { userErrors { code field message } } }`,
    {
      input: {
        ...{ name: text, companyName: text, source: text, emailAddress: `${text}@example.com` },
        ...{
          kind: "VISITOR",
          basis: "CONSENT",
          consent: { wording: text, givenAt: "2026-01-01T00:00:00Z" },
        },
      },
    },
  ],
  [
    "marketing",
    `mutation ($input: ContactsImportInput!) { contactsImport(input: $input) { refused { code column message } userErrors { code field message } } }`,
    {
      input: {
        ...{ kind: "PROSPECTS", source: "Fair" },
        rows: [{ row: 1, emailAddress: `${text}@example.com`, name: text }],
      },
    },
  ],
  [
    "administrator",
    `mutation ($input: PlatformUserUpdateInput!) { platformUserUpdate(input: $input) { userErrors { code field message } } }`,
    { input: { id: customer.user.id, name: text } },
  ],
  [
    "administrator",
    `mutation ($input: PlatformUserDeactivateInput!) { platformUserDeactivate(input: $input) { userErrors { code field message } } }`,
    { input: { id: text } },
  ],
  [
    "operator",
    `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { userErrors { code field message } } }`,
    { input: { name: text, country: text } },
  ],
  [
    "intake",
    `mutation ($input: InteractionRecordInput!) { interactionRecord(input: $input) { refused { code message } userErrors { code field message } } }`,
    {
      input: {
        interactions: [
          { sourceId: text, kind: "EVENT", subject: text, occurredAt: "2026-01-01T00:00:00Z" },
        ],
      },
    },
  ],
  [
    "intake",
    `mutation ($input: ActivityRecordInput!) { activityRecord(input: $input) { refused { code message } userErrors { code field message } } }`,
    {
      input: {
        activities: [
          {
            sourceId: text,
            customerId: text,
            platformUserId: text,
            kind: "SIGNED_IN",
            occurredAt: "2026-01-01T00:00:00Z",
          },
        ],
      },
    },
  ],
];

test.each([
  ["U+0000", NUL],
  ["what is no UUID", "not-a-uuid"],
  ["a UUID with more behind it", `${customer.id}' or true --`],
  ["a number past any integer", "9".repeat(40)],
])("%s is answered in our own words wherever text is taken", async (_name, text) => {
  for (const [role, query, variables] of operations(text)) {
    const answer = await api.as(role)(query, variables);
    const told = [
      ...(answer.errors ?? []).map(({ message }) => message),
      ...(answer.text.match(/"message":"[^"]*"/g) ?? []),
    ];
    expect([query, answer.status]).toEqual([query, 200]);
    expect([query, ...told.filter((words) => OF_OUR_INSIDES.test(words))]).toEqual([query]);
    const ofNoArgument = answer.errors?.filter(({ extensions }) => !extensions.argumentName);
    expect([query, ofNoArgument ?? []]).toEqual([query, []]);
  }
});

test("an integer past 32 bits is refused before anything runs", async () => {
  const query = `mutation ($input: PlatformUserUpdateInput!) { platformUserUpdate(input: $input) { userErrors { code } } }`;
  const { errors, text } = await api.as("administrator")(query, {
    input: { id: customer.user.id, name: "A", version: 2_147_483_648 },
  });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(["BAD_USER_INPUT"]);
  expect(text).not.toMatch(/integer out of range/);
});

test("while the database is away: 503, and when to come back", async () => {
  const connect = (verb: string) => api.database.query(`${verb} login_machines`);
  const { database } = api.config.database;
  await connect(`revoke connect on database ${database} from`);
  try {
    await api.database.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'login_machines'",
    );
    const response = await fetch(`${api.address}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${api.token(STORY_PEOPLE.dashboard.viewer)}`,
      },
      body: JSON.stringify({ query: "{ figures { month } }" }),
    });
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "2"]);
    expect(await response.json()).toEqual({
      errors: [
        {
          message: "The service is unavailable for a moment. Send the same request again shortly.",
          extensions: { code: "UNAVAILABLE" },
        },
      ],
    });
  } finally {
    await connect(`grant connect on database ${database} to`);
  }
  expect((await api.as("dashboard")("{ figures { month } }")).status).toBe(200);
});

test("a misspelt value of a variable is neither guessed nor repeated", async () => {
  const query = `mutation ($input: RevealEmailAddressInput!) { revealEmailAddress(input: $input) { emailAddress } }`;
  const input = { kind: "PLATFORM_USERS", id: customer.user.id };
  const { errors } = await api.as("support")(query, { input });
  expect(errors?.map(({ message }) => message)).toEqual([
    'Variable "$input" got an invalid value at "input.kind". There is no such value in "MaskedKind".',
  ]);
});

test.each([
  [
    "in a field of another name",
    { emailAdress: "secret@person.example.com", password: "a secret" },
  ],
  [
    "of another type",
    { emailAddress: ["secret@person.example.com"], password: { is: "a secret; secret" } },
  ],
  ["as a whole", "secret"],
])("what was given %s is not told again", async (_, input) => {
  const { errors } = await api.asViewer(PUBLIC_VIEWER)(
    "mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }",
    { input },
  );
  expect(errors?.[0]?.message).toMatch(/^Variable "\$input" got an invalid value/);
  expect(JSON.stringify(errors)).not.toMatch(/secret/);
  const inPlace = await api.asViewer(PUBLIC_VIEWER)(
    'mutation { signIn(input: { emailAddress: ["a secret"], password: { is: "a secret" } }) { userErrors { code } } }',
  );
  expect(JSON.stringify(inPlace.errors)).not.toMatch(/secret/);
});

test("a persisted query is told to be none of ours", async () => {
  const response = await fetch(`${api.address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      query: "{ viewer { audience } }",
      extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } },
    }),
  });
  expect(response.status).toBe(400);
  const { errors } = (await response.json()) as Answer;
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual([
    "PERSISTED_QUERY_NOT_SUPPORTED",
  ]);
});
