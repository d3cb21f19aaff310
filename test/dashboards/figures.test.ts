// Figures are what a count by hand says, over people whose record may improve services; small groups stay hidden.
import { computeFigures } from "../../src/dashboards/compute-figures";
import { type Api, openApi } from "../setup/api";

let api: Api;
beforeAll(async () => {
  api = await openApi();
  await plantActivities("SETTING_CHANGED", 9, 4);
  await plantActivities("COMMENT_ADDED", 10, 3);
  await plantInteractions("EVENT", 9, 5);
  await plantInteractions("EMAIL", 10, 2);
  await computeFigures();
});
afterAll(() => api.close());

/** A month in which nobody of the story did anything. */
const MONTH = "2025-02-01";
const AT = "2025-02-10T10:00:00Z";
const IMPROVING_SERVICES = 4;

const rows = async <T>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await api.database.query(text, values)).rows as T[];

const send = async (mutation: string, argument: string, records: object[]) => {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const { data } = await api.as("intake")(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { recorded } }`,
    { input: { [argument]: records } },
  );
  expect(data[mutation].recorded).toBe(records.length);
};

/** So many people do something so often; beside them somebody does whose record may not be used. */
async function plantActivities(kind: string, people: number, times: number) {
  const users = (isUsed: boolean, limit: number) =>
    rows<{ id: string; customer_id: string }>(
      `select id, customer_id from platform_users where (purposes & $1 <> 0) = $2 order by id limit $3`,
      [IMPROVING_SERVICES, isUsed, limit],
    );
  const all = [...(await users(true, people)), ...(await users(false, 3))];
  const records = all.flatMap(({ id, customer_id }) =>
    Array.from({ length: times }, (_, n) => ({
      ...{ sourceId: `${kind}-${id}-${n}`, customerId: customer_id, platformUserId: id },
      ...{ kind, occurredAt: AT },
    })),
  );
  await send("activityRecord", "activities", records);
}

async function plantInteractions(kind: string, people: number, times: number) {
  const met = await rows<{ id: string; email_address: string }>(
    "select id, email_address from prospects where purposes & 8 <> 0 and purposes & $1 <> 0 order by id limit $2",
    [IMPROVING_SERVICES, people],
  );
  const addresses = [...met.map((p) => p.email_address), "stranger@nowhere.example.com"];
  const records = addresses.flatMap((emailAddress, p) =>
    Array.from({ length: times }, (_, n) => ({
      ...{ sourceId: `${kind}-${p}-${n}`, kind, emailAddress, occurredAt: AT },
    })),
  );
  await send("interactionRecord", "interactions", records);
}

type Figure = {
  month: string;
  subject: string;
  kind: string;
  people: number | null;
  events: number | null;
  isWithheld: boolean;
};
async function figures(range: object = {}): Promise<Figure[]> {
  const { data, errors } = await api.as("dashboard")(
    `query ($fromMonth: Date, $toMonth: Date) { figures(fromMonth: $fromMonth, toMonth: $toMonth) {
      month subject kind people events isWithheld } }`,
    range,
  );
  expect(errors).toBeUndefined();
  return data.figures as Figure[];
}

/** The same, counted one by one from the rows behind the walls. */
async function countedByHand(): Promise<Figure[]> {
  type Event = { at: Date; subject: string; kind: string; person: string };
  const events = await rows<Event>(
    `select a.occurred_at as at, 'ACTIVITY' as subject, a.kind::text, u.id as person
     from activities a, platform_users u where u.id = a.platform_user_id and u.purposes & $1 <> 0
     union all
     select i.occurred_at, 'INTERACTION', i.kind::text, p.id
     from interactions i, prospects p where p.id = i.prospect_id and p.purposes & $1 <> 0`,
    [IMPROVING_SERVICES],
  );
  const groups = new Map<string, Event[]>();
  for (const event of events) {
    const key = `${event.at.toISOString().slice(0, 7)}-01 ${event.subject} ${event.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  return [...groups.keys()].sort().map((key) => {
    const [month, subject, kind] = key.split(" ") as [string, string, string];
    const group = groups.get(key)!;
    const people = new Set(group.map(({ person }) => person)).size;
    const isWithheld = people < 10;
    return {
      ...{ month, subject, kind, isWithheld },
      ...{ people: isWithheld ? null : people, events: isWithheld ? null : group.length },
    };
  });
}
const inOrder = (list: Figure[]) => [...list].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
const keyOf = ({ month, subject, kind }: Figure) => `${month} ${subject} ${kind}`;

test("every figure is the count by hand", async () => {
  const byHand = await countedByHand();
  expect(byHand.length).toBeGreaterThan(50);
  expect(byHand.some(({ isWithheld }) => isWithheld)).toBe(true);
  expect(inOrder(await figures())).toEqual(byHand);
});

test("counted by many at once they are the same", async () => {
  const before = inOrder(await figures());
  await Promise.all(Array.from({ length: 8 }, computeFigures));
  expect(inOrder(await figures())).toEqual(before);
});

test("a group of nine is withheld however often they did it, a group of ten is shown", async () => {
  const planted = inOrder(await figures({ fromMonth: MONTH, toMonth: MONTH }));
  const hidden = { people: null, events: null, isWithheld: true };
  expect(planted).toEqual([
    {
      ...{ month: MONTH, subject: "ACTIVITY", kind: "COMMENT_ADDED" },
      ...{ people: 10, events: 30, isWithheld: false },
    },
    { month: MONTH, subject: "ACTIVITY", kind: "SETTING_CHANGED", ...hidden },
    {
      ...{ month: MONTH, subject: "INTERACTION", kind: "EMAIL" },
      ...{ people: 10, events: 20, isWithheld: false },
    },
    { month: MONTH, subject: "INTERACTION", kind: "EVENT", ...hidden },
  ]);
});

test("nobody is in the table: it holds months, kinds and counts, and no count of a small group", async () => {
  const columns = await rows<{ name: string }>(
    `select column_name || ' ' || udt_name as name from information_schema.columns
     where table_name = 'figures' order by ordinal_position`,
  );
  expect(columns.map(({ name }) => name)).toEqual([
    ...["month date", "subject figure_subject", "kind text", "people int4", "events int4"],
    "computed_at timestamptz",
  ]);
  const kinds = await rows<{ kind: string }>("select distinct kind from figures order by 1");
  for (const { kind } of kinds) expect(kind).toMatch(/^[A-Z_]+$/);
  expect(
    await rows("select from figures where people < 10 or (people is null and events is not null)"),
  ).toEqual([]);
  await expect(
    rows("update figures set people = 9, events = 20 where people is not null"),
  ).rejects.toMatchObject({ code: "23514" });
});

test("months narrow the list from both sides", async () => {
  const all = await figures();
  const some = await figures({ fromMonth: "2026-06-01", toMonth: "2026-08-31" });
  expect(some.length).toBeGreaterThan(0);
  expect(some).toEqual(all.filter(({ month }) => month >= "2026-06-01" && month <= "2026-08-01"));
  expect(all.map(({ month }) => month)).toEqual(all.map(({ month }) => month).sort());
});

test("counting again replaces; who objected meanwhile is counted no more", async () => {
  const before = inOrder(await figures());
  await computeFigures();
  expect(inOrder(await figures())).toEqual(before);
  const [basis] = await rows<{ id: string; subject_id: string; customer_id: string }>(
    `select b.* from lawful_bases b join activities a on a.platform_user_id = b.subject_id
     where b.purpose = 'SERVICE_IMPROVEMENT' and b.transition = 'ESTABLISHED' and a.kind = 'COMMENT_ADDED'
       and a.occurred_at = $1 and (select purposes from platform_users u where u.id = b.subject_id) & 4 <> 0 limit 1`,
    [AT],
  );
  await rows(
    `insert into lawful_bases (id, subject_kind, subject_id, customer_id, purpose, transition)
     select gen_random_uuid(), subject_kind, subject_id, customer_id, purpose, 'OBJECTED'
     from lawful_bases where id = $1`,
    [basis!.id],
  );
  await computeFigures();
  const after = inOrder(await figures());
  expect(after).toEqual(await countedByHand());
  expect(
    after.find(({ month, kind }) => month === MONTH && kind === "COMMENT_ADDED"),
  ).toMatchObject({ people: null, events: null, isWithheld: true });
});

test("figures leave no entry of a person, and are the dashboard's alone", async () => {
  const count = async () => (await rows("select from audit_entries where action = 'READ'")).length;
  const before = await count();
  await figures();
  expect(await count()).toBe(before);
  for (const role of ["support", "operator", "privacy", "administrator", "user"] as const) {
    const { data, errors } = await api.as(role)("{ figures { people } }");
    expect(data).toBeUndefined();
    expect(errors?.[0]?.message).toBe('Cannot query field "figures" on type "Query".');
  }
});
