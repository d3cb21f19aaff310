// A mutation sent with an Idempotency-Key happens once, however often, from wherever and at whatever bad moment it is
// sent again.
import { randomUUID } from "node:crypto";
import { peopleOf, STORY_CUSTOMERS, STORY_PEOPLE, type StoryRole } from "../../seeds/story-people";
import { claimKey, newClaim } from "../../src/http/idempotency/claims";
import { sweep } from "../../src/jobs/sweep";
import { type RunningApi, startApi } from "../../src/server";
import type { Viewer } from "../../src/viewer/viewer";
import { type Answer, type Api, openApi } from "../setup/api";

let api: Api;
let second: RunningApi;
beforeAll(async () => {
  api = await openApi();
  second = await startApi(api.config);
});
afterAll(async () => {
  await second.close();
  await api.close();
});

const CREATE = `mutation Create($input: CustomerCreateInput!) {
  customerCreate(input: $input) { customer { id name } userErrors { code field message } }
}`;
const { operator, support } = STORY_PEOPLE;

type Body = { query: string; variables?: object; operationName?: string };
type Sent = { viewer?: Viewer; address?: string; headers?: Record<string, string> };
type Got = { status: number; headers: Headers; text: string; code: string | undefined };

async function send(
  key: string,
  body: Body,
  { viewer = operator.viewer, ...more }: Sent = {},
): Promise<Got> {
  const response = await fetch(`${more.address ?? api.address}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${api.token(viewer)}`,
      "idempotency-key": key,
      ...more.headers,
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  const code = /"code":"([A-Z_]+)"/.exec(text)?.[1];
  return { status: response.status, headers: response.headers, text, code };
}
const customer = (name: string, country = "DE"): Body => ({
  query: CREATE,
  variables: { input: { name, country } },
});
const create = (key: string, name: string, sent?: Sent) => send(key, customer(name), sent);
const isReplay = ({ headers }: Got) => headers.get("idempotency-replayed") === "true";

const customersNamed = async (name: string) =>
  (await api.database.query("select from customers where name = $1", [name])).rowCount;
const entries = async () =>
  (
    await api.database.query(
      "select from audit_entries where operation = 'customerCreate' and action = 'WRITE'",
    )
  ).rowCount!;
const rows = async () => (await api.database.query("select from idempotency_keys")).rowCount;
/** As if all claims were made, and had their deadline, so much earlier. */
const age = (interval: string) =>
  api.database.query(
    "update idempotency_keys set claimed_at = claimed_at - $1::interval, runs_until = runs_until - $1::interval",
    [interval],
  );

describe("sent again", () => {
  test("it is answered as the first time, byte for byte, and nothing more happens", async () => {
    const key = randomUUID();
    const before = await entries();
    const first = await create(key, "Alderway Freight");
    const again = await create(key, "Alderway Freight", { address: second.address });
    expect([first.status, isReplay(first)]).toEqual([200, false]);
    expect([again.status, isReplay(again)]).toEqual([200, true]);
    expect(again.text).toBe(first.text);
    expect(again.headers.get("content-type")).toBe(first.headers.get("content-type"));
    expect(again.headers.get("cache-control")).toBe("no-store");
    expect(await customersNamed("Alderway Freight")).toBe(1);
    expect(await entries()).toBe(before + 1);
  });

  test("a refusal is answered again too, and the quoted key is the bare one", async () => {
    const key = randomUUID();
    const first = await send(key, customer("Brackwater", "Germany"));
    const again = await send(`"${key}"`, customer("Brackwater", "Germany"));
    expect(first.code).toBe("INVALID");
    expect([again.text, isReplay(again)]).toEqual([first.text, true]);
  });

  test("a document that was refused, where nothing ran, is looked at anew", async () => {
    const key = randomUUID();
    const misspelt = { query: "mutation { customerCreates { id } }" };
    const headers = { accept: "application/graphql-response+json" };
    const first = await send(key, misspelt, { headers });
    const again = await send(key, misspelt, { headers });
    expect([first.status, again.status, isReplay(again)]).toEqual([400, 400, false]);
    expect(again.text).toBe(first.text);
  });

  test("with another body, operation or purpose it is refused, and changes nothing", async () => {
    const key = randomUUID();
    await create(key, "Cedar & Sons");
    const others: [Body, Record<string, string>?][] = [
      [customer("Cedar & Daughters")],
      [{ ...customer("Cedar & Sons"), query: `${CREATE} ` }],
      [{ ...customer("Cedar & Sons"), operationName: "Create" }],
      [customer("Cedar & Sons"), { "x-purpose": "SECURITY" }],
    ];
    for (const [body, headers = {}] of others) {
      const got = await send(key, body, { headers });
      expect([got.status, got.code]).toEqual([422, "IDEMPOTENCY_KEY_REUSED"]);
    }
    expect(await customersNamed("Cedar & Daughters")).toBe(0);
  });

  test("by another client the same key is another key", async () => {
    const key = randomUUID();
    const [one, other] = STORY_CUSTOMERS;
    const rename = {
      query: `mutation ($input: PlatformUserUpdateInput!) {
        platformUserUpdate(input: $input) { platformUser { name } userErrors { code } }
      }`,
      variables: { input: { id: other.user.id, name: "Renamed" } },
    };
    const foreign = await send(key, rename, { viewer: peopleOf(one).administrator.viewer });
    const own = await send(key, rename, { viewer: peopleOf(other).administrator.viewer });
    expect(foreign.code).toBe("NOT_FOUND");
    expect([own.status, own.code, isReplay(own)]).toEqual([200, undefined, false]);
    expect(own.text).toContain("Renamed");
  });

  test("after a day it is a new request", async () => {
    const key = randomUUID();
    await create(key, "Elmgate");
    await age("23 hours 59 minutes");
    expect(isReplay(await create(key, "Elmgate"))).toBe(true);
    await age("2 minutes");
    expect(isReplay(await create(key, "Elmgate"))).toBe(false);
    expect(await customersNamed("Elmgate")).toBe(2);
  });
});

test("of twenty at once on two processes one runs; the others get its answer, or are asked to come back", async () => {
  const key = randomUUID();
  const before = await entries();
  const got = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      create(key, "Twinned Haulage", { address: n % 2 ? api.address : second.address }),
    ),
  );
  const answered = got.filter(({ status }) => status === 200);
  const early = got.filter(({ status }) => status !== 200);
  expect(new Set(answered.map(({ text }) => text)).size).toBe(1);
  expect(answered.filter((each) => !isReplay(each))).toHaveLength(1);
  for (const { status, code, headers } of early) {
    expect([status, code]).toEqual([409, "IDEMPOTENCY_IN_PROGRESS"]);
    expect(headers.get("retry-after")).toBe("1");
  }
  expect(await customersNamed("Twinned Haulage")).toBe(1);
  expect(await entries()).toBe(before + 1);
  expect((await create(key, "Twinned Haulage")).text).toBe(answered[0]!.text);
});

test("whatever a verb changes marks its claim in the same transaction", async () => {
  const { rows: agreements } = await api.database.query<{ id: string }>(
    "select id from provider_agreements where ended_at is null limit 1",
  );
  const [{ user }] = STORY_CUSTOMERS;
  const changes: [StoryRole, string, object][] = [
    ["operator", "customerCreate", { name: "Marked", country: "DE" }],
    ["administrator", "platformUserUpdate", { id: user.id, name: "Marked" }],
    ["support", "revealEmailAddress", { kind: "PLATFORM_USER", id: user.id }],
    ["administrator", "platformUserDeactivate", { id: user.id }],
    ["marketing", "suppressionAdd", { emailAddress: "marked@example.com", reason: "Asked" }],
    [
      "marketing",
      "contactsImport",
      {
        ...{ kind: "PROSPECTS", source: "Fair" },
        rows: [{ row: 1, emailAddress: "fair@example.com", name: "Marked" }],
      },
    ],
    [
      "intake",
      "interactionRecord",
      { interactions: [{ sourceId: "m", kind: "EVENT", occurredAt: "2026-01-01T00:00:00Z" }] },
    ],
    ["privacy", "providerAgreementEnd", { id: agreements[0]!.id }],
  ];
  for (const [role, name, input] of changes) {
    await age("1 second");
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`;
    const { viewer } = STORY_PEOPLE[role];
    const { text } = await send(randomUUID(), { query, variables: { input } }, { viewer });
    expect((JSON.parse(text) as Answer).data).toEqual({ [name]: { userErrors: [] } });
    const { rows: claims } = await api.database.query(
      "select applied_at is not null as applied, answer is not null as answered from idempotency_keys order by claimed_at desc limit 1",
    );
    expect([name, claims[0]]).toEqual([name, { applied: true, answered: true }]);
  }
});

describe("a fault", () => {
  const NOT_FAULTY = "alter table customers drop constraint planted_check";
  beforeEach(() =>
    api.database.query(
      "alter table customers add constraint planted_check check (name not like 'Faulty%') not valid",
    ),
  );

  test("is not kept: the same request runs again", async () => {
    const key = randomUUID();
    const failed = await create(key, "Faulty once");
    expect(failed.code).toBe("INTERNAL");
    await api.database.query(NOT_FAULTY);
    const got = await create(key, "Faulty once");
    expect([got.status, isReplay(got)]).toEqual([200, false]);
    expect(await customersNamed("Faulty once")).toBe(1);
  });

  test("behind an effect does not let the effect happen twice", async () => {
    const key = randomUUID();
    const both = {
      query: `mutation {
        good: customerCreate(input: { name: "Good half", country: "DE" }) { customer { id } }
        bad: customerCreate(input: { name: "Faulty half", country: "DE" }) { customer { id } }
      }`,
    };
    expect((await send(key, both)).code).toBe("INTERNAL");
    await api.database.query(NOT_FAULTY);
    const got = await send(key, both);
    expect([got.status, got.code]).toEqual([409, "IDEMPOTENCY_OUTCOME_UNKNOWN"]);
    expect([await customersNamed("Good half"), await customersNamed("Faulty half")]).toEqual([
      1, 0,
    ]);
  });
});

describe("a crash", () => {
  test("between the effect and its answer: never a second effect, and where to look", async () => {
    await api.database.query(
      `create function crash() returns trigger language plpgsql as $$ begin raise exception 'crashed'; end $$;
       create trigger crashes before update on idempotency_keys for each row when (new.answer is not null) execute function crash()`,
    );
    const key = randomUUID();
    expect((await create(key, "Halfway Movers")).status).toBe(200);
    await api.database.query("drop trigger crashes on idempotency_keys");

    expect((await create(key, "Halfway Movers")).code).toBe("IDEMPOTENCY_IN_PROGRESS");
    await age("30 seconds");
    const got = await create(key, "Halfway Movers");
    expect([got.status, JSON.parse(got.text)]).toEqual([
      409,
      {
        errors: [
          {
            message:
              "The first request with this Idempotency-Key was carried out, but its answer was lost. Read the object to see what it did.",
            extensions: { code: "IDEMPOTENCY_OUTCOME_UNKNOWN" },
          },
        ],
      },
    ]);
    expect(await customersNamed("Halfway Movers")).toBe(1);
  });

  test("before any effect: the key is free again after the deadline", async () => {
    const key = randomUUID();
    const body = customer("Ironbridge");
    const dead = newClaim({
      keptToken: null,
      viewer: operator.viewer,
      network: "",
      key,
      body,
      requestId: randomUUID(),
    });
    expect(await claimKey(operator.viewer, dead)).toMatchObject({ state: "CLAIMED" });
    expect((await send(key, body)).code).toBe("IDEMPOTENCY_IN_PROGRESS");
    await age("29 seconds");
    expect((await send(key, body)).code).toBe("IDEMPOTENCY_IN_PROGRESS");
    await age("1 second");
    expect((await send(key, body)).status).toBe(200);
    expect(await customersNamed("Ironbridge")).toBe(1);
  });

  test("a request that outlived its claim takes no effect beside the next", async () => {
    const key = randomUUID();
    await api.database.query("begin; lock table customers in share mode");
    const slow = create(key, "Juniper Line");
    await until(async () => (await waiting()) > 0);
    await api.database.query(
      "update idempotency_keys set claim_id = gen_random_uuid() where claimed_at = (select max(claimed_at) from idempotency_keys)",
    );
    await api.database.query("commit");
    expect((await slow).code).toBe("INTERNAL");
    expect(await customersNamed("Juniper Line")).toBe(0);
  });
});

const waiting = async () =>
  (
    await api.database.query(
      "select from pg_locks where not granted and relation = 'customers'::regclass",
    )
  ).rowCount!;

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let n = 0; n < 200 && !(await isTrue()); n++)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await isTrue()).toBe(true);
}

describe("the header", () => {
  test.each([
    ["nothing", ""],
    ["a space within", "a b"],
    ["256 characters", "a".repeat(256)],
    ["256 quoted characters", `"${"a".repeat(256)}"`],
    ["an empty string", '""'],
    ["half a quotation", '"a'],
    ["a quotation in the middle", 'a"b'],
    ["an escape of nothing", '"a\\b"'],
    ["a parameter", '"a";b=1'],
    ["two keys", '"a", "b"'],
    ["letters of no ASCII", "\u00e4"],
  ])("of %s is refused, before anything runs", async (_name, key) => {
    const got = await create(key, "Never made");
    expect([got.status, got.code]).toEqual([400, "IDEMPOTENCY_KEY_INVALID"]);
    expect(await customersNamed("Never made")).toBe(0);
  });

  test.each([
    ["one character", "~", '"~"'],
    ["255 characters", "k".repeat(255), `"${"k".repeat(255)}"`],
    ["what a quotation escapes", "a\\b", '"a\\\\b"'],
  ])("of %s is a key, bare and quoted", async (name, bare, quoted) => {
    const first = await create(bare, `Key of ${name}`);
    const again = await create(quoted, `Key of ${name}`);
    expect([first.status, again.status, isReplay(again)]).toEqual([200, 200, true]);
  });

  test("means nothing to what only reads", async () => {
    const before = await rows();
    const query = { query: "query mutation { viewer { audience } }" };
    for (const key of ["read", "read", "not a key"]) {
      const got = await send(key, query);
      expect([got.status, isReplay(got)]).toEqual([200, false]);
    }
    const mutation = `mutation { customerCreate(input: { name: "Never made", country: "DE" }) { customer { id } } }`;
    const get = await fetch(`${api.address}/graphql?query=${encodeURIComponent(mutation)}`, {
      headers: { authorization: `Bearer ${api.token(operator.viewer)}`, "idempotency-key": "x y" },
    });
    expect(get.status).toBe(405);
    expect(await rows()).toBe(before);
  });
});

describe("what is kept", () => {
  test("can be read neither for key nor for answer", async () => {
    const key = `planted-key-${randomUUID()}`;
    await create(key, "Planted Name Ltd");
    const { rows: kept } = await api.database.query<{ answer: Buffer }>(
      "select *, answer from idempotency_keys order by claimed_at desc limit 1",
    );
    const bytes = Object.values(kept[0]!).map((value) =>
      Buffer.isBuffer(value) ? value.toString("latin1") : String(value),
    );
    expect(kept[0]!.answer.length).toBeGreaterThan(100);
    expect(bytes.join()).not.toMatch(/planted/i);
  });

  test("no audience reads it, nor settles another's claim", async () => {
    await create(randomUUID(), "Kestrel Post");
    const { rows: claims } = await api.database.query<{ claim_id: string }>(
      "select claim_id from idempotency_keys order by claimed_at desc limit 1",
    );
    const id = claims[0]!.claim_id;
    const before = await rows();
    await api.database.query("begin; set local role audience_support");
    await api.database.query("select set_config('app.viewer', $1, true)", [support.viewer.id]);
    await api.database.query("select keep_answer($1, '\\x00'), release_claim($1)", [id]);
    const reading = api.database.query("select claim_id from idempotency_keys");
    await expect(reading).rejects.toMatchObject({ code: "42501" });
    await api.database.query("rollback");
    expect(await rows()).toBe(before);
  });

  test("is swept after a day", async () => {
    await create(randomUUID(), "Larkfield");
    await age("24 hours");
    const young = randomUUID();
    await create(young, "Larkfield");
    await sweep();
    expect(await rows()).toBe(1);
    expect(isReplay(await create(young, "Larkfield"))).toBe(true);
  });

  test("says nothing to whoever may not change anything", async () => {
    const got = await create("support's", "Never made", { viewer: support.viewer });
    expect(got.code).toBe("GRAPHQL_VALIDATION_FAILED");
    expect(await customersNamed("Never made")).toBe(0);
  });
});
