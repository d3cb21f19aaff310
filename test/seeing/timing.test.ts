// An operator who asks for it reads in the answer where its time went; nobody else does, and nobody unasked.
import { STORY_PEOPLE, type StoryRole } from "../../seeds/story-people";
import { PUBLIC_VIEWER } from "../../src/viewer/viewer";
import { type Api, openApi } from "../setup/api";

let api: Api;
beforeAll(async () => (api = await openApi()));
afterAll(() => api.close());

const QUERY = "{ customers(first: 2) { nodes { id name } } }";
const ASKED = { "x-timing": "1" };
type Timed = { extensions?: { timing?: Record<string, number>; cost?: object } };
const extensionsOf = ({ text }: { text: string }) => (JSON.parse(text) as Timed).extensions;

test("an operator who asks reads where the time went, in both lanes", async () => {
  for (const lane of ["executor", "executor", "compiled"]) {
    const timing = extensionsOf(await api.as("operator")(QUERY, {}, ASKED))?.timing;
    expect([lane, Object.keys(timing ?? {})]).toEqual([
      lane,
      [
        ...["total", "gates", "validation", "execution", "waiting", "database"],
        ...["roundTrips", "statements"],
      ],
    ]);
    const { total, gates, validation, execution, database, roundTrips, statements } = timing!;
    expect(gates! + validation! + execution!).toBeCloseTo(total!, 1);
    expect(database).toBeGreaterThan(0);
    expect(database).toBeLessThanOrEqual(total!);
    expect([roundTrips, statements]).toEqual([1, 1]);
  }
});

test("a mutation's transaction is several round trips", async () => {
  const { text, data } = await api.as("operator")(
    `mutation { customerCreate(input: { name: "Timed", country: "DE" }) { customer { id } } }`,
    {},
    ASKED,
  );
  expect(data.customerCreate.customer.id).toBeDefined();
  expect(extensionsOf({ text })?.timing?.roundTrips).toBeGreaterThan(1);
});

test("the answer is the same but for it", async () => {
  const plain = await api.as("operator")(QUERY);
  const timed = JSON.parse((await api.as("operator")(QUERY, {}, ASKED)).text) as Timed;
  delete timed.extensions?.timing;
  expect(`${JSON.stringify(timed)}\n`).toBe(plain.text);
  expect(extensionsOf(plain)).toEqual({ cost: expect.anything() });
});

test("nobody unasked, and nobody else however they ask", async () => {
  for (const header of [{}, { "x-timing": "0" }, { "x-timing": "true" }])
    expect((await api.as("operator")(QUERY, {}, header as never)).text).not.toContain("timing");
  const others = (Object.keys(STORY_PEOPLE) as StoryRole[]).filter((role) => role !== "operator");
  for (const ask of [...others.map((role) => api.as(role)), api.asViewer(PUBLIC_VIEWER)]) {
    const { text } = await ask("{ __typename }", {}, ASKED);
    expect(text).toContain('"__typename":"Query"');
    expect(text).not.toContain("timing");
  }
});

test("a replayed answer has a timing of its own", async () => {
  const create = `mutation { customerCreate(input: { name: "Once", country: "DE" }) { customer { id } } }`;
  const once = { ...ASKED, "idempotency-key": "the-timing-of-an-answer-that-was-kept" };
  const first = JSON.parse((await api.as("operator")(create, {}, once)).text) as Timed;
  const again = JSON.parse((await api.as("operator")(create, {}, once)).text) as Timed;
  expect(first.extensions?.timing?.roundTrips).toBeGreaterThan(0);
  expect(again.extensions?.timing).toMatchObject({ execution: 0, roundTrips: 0 });
  const plain = { ...once, "x-timing": "0" };
  expect((await api.as("operator")(create, {}, plain)).text).not.toContain("timing");
});
