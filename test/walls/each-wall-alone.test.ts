// Each wall holds alone. Every query of the schema is asked by every audience: with both walls, with wall 1 open, with
// wall 2 open, and with both open, where foreign rows of every sort must appear, or this test could not fail.
import { graphql, type GraphQLSchema } from "graphql";
import { STORY_PEOPLE } from "../../seeds/story-people";
import { type Access, everyone, mergeFragments } from "../../src/access/fragment";
import { audienceSchema } from "../../src/graphql/audience-schema";
import { accessFragments, buildFullSchema } from "../../src/graphql/features";
import { type Audience, AUDIENCES } from "../../src/viewer/audience";
import { PUBLIC_VIEWER, type Viewer } from "../../src/viewer/viewer";
import { type Api, openApi } from "../setup/api";
import { allowedIds, TABLES } from "./allowed";
import { everyQuery } from "./every-query";
import { openPolicies, openScopes } from "./open-walls";
import { EACH, type Planted, plantForeignRows } from "./planted";
import { plantSettings } from "./planted-settings";

// The purpose of an operation guards as well: it is opened together with wall 1.
const mockGuard = { isOpen: false };
jest.mock("../../src/viewer/purpose", () => {
  const actual = jest.requireActual<typeof import("../../src/viewer/purpose")>(
    "../../src/viewer/purpose",
  );
  const purposeOf: typeof actual.purposeOf = (viewer, kind) =>
    mockGuard.isOpen ? "SECURITY" : actual.purposeOf(viewer, kind);
  return { ...actual, purposeOf };
});

type Seen = {
  rows: number;
  foreign: Record<"customer" | "kind" | "purpose", number>;
  queries: number;
};

let api: Api;
let planted: Planted;
let kindOf: Map<string, string>;
const viewers: Viewer[] = [
  PUBLIC_VIEWER,
  ...Object.values(STORY_PEOPLE).map(({ viewer }) => viewer),
];
const full = buildFullSchema();
const access = mergeFragments(accessFragments, full);
const allowingAll: Access = {
  tree: Object.fromEntries(
    Object.entries(access.tree).map(([type, rules]) => [
      type,
      Object.fromEntries(Object.keys(rules).map((f) => [f, everyone])),
    ]),
  ),
  coordinates: {},
};

beforeAll(async () => {
  api = await openApi();
  planted = await plantForeignRows(api.database);
  await plantSettings(api.database);
  await api.database.query(
    "insert into feed (change_number, subject_kind, subject_id) select tid, subject_kind, subject_id from outbox",
  );
  kindOf = new Map();
  for (const type of [
    "Prospect",
    "Subscriber",
    "PlatformUser",
    "CustomerContact",
    "Activity",
    "Interaction",
    "Customer",
  ]) {
    const { rows } = await api.database.query<{ id: string }>(`select id from ${TABLES[type]}`);
    for (const { id } of rows) kindOf.set(id, type);
  }
}, 60_000);
afterAll(() => api.close());

test(`with both walls nobody sees a foreign row, of ${EACH} and more of each sort`, async () => {
  const seen = await askEverything(access);
  expect(seen.foreign).toEqual({ customer: 0, kind: 0, purpose: 0 });
  expect(seen.rows).toBeGreaterThan(1_000);
}, 60_000);

test("with wall 1 open, every verdict «allow» and every filter true, wall 2 alone shows no foreign row", async () => {
  const close = openScopes();
  mockGuard.isOpen = true;
  const seen = await askEverything(allowingAll);
  mockGuard.isOpen = false;
  close();
  expect(seen.foreign).toEqual({ customer: 0, kind: 0, purpose: 0 });
  expect(seen.rows).toBeGreaterThan(1_000);
}, 60_000);

test("with wall 2 open, row security off and every column granted, wall 1 alone shows no foreign row", async () => {
  await openPolicies(api.database);
  const seen = await askEverything(access);
  expect(seen.foreign).toEqual({ customer: 0, kind: 0, purpose: 0 });
  expect(seen.rows).toBeGreaterThan(1_000);
}, 60_000);

test("with both walls open foreign rows of every sort appear", async () => {
  openScopes();
  mockGuard.isOpen = true;
  const { foreign } = await askEverything(allowingAll, hasEverySort);
  mockGuard.isOpen = false;
  expect(foreign.customer).toBeGreaterThan(0);
  expect(foreign.kind).toBeGreaterThan(0);
  expect(foreign.purpose).toBeGreaterThan(0);
}, 60_000);

const hasEverySort = ({ foreign }: Seen) => Object.values(foreign).every((rows) => rows > 0);

/** Everything, or until what was seen says enough. */
async function askEverything(rules: Access, isEnough = (_: Seen) => false): Promise<Seen> {
  const seen: Seen = { rows: 0, queries: 0, foreign: { customer: 0, kind: 0, purpose: 0 } };
  const schemas = new Map<Audience, GraphQLSchema>(
    AUDIENCES.map((audience) => [audience, audienceSchema(full, rules, audience)]),
  );
  for (const viewer of viewers) {
    const allowed = await allowedIds(api.database, viewer);
    for (const source of everyQuery(schemas.get(viewer.audience)!, planted)) {
      const { data, errors } = await graphql({
        schema: schemas.get(viewer.audience)!,
        source,
        contextValue: { viewer: { ...viewer }, budget: { cost: 0 } },
      });
      const invalid = errors?.find(({ path }) => !path);
      if (invalid) throw invalid; // else a query that shows nothing would pass
      seen.queries += 1;
      for (const { type, id } of rowsIn(data)) {
        if (allowed.get(type)?.has(id)) seen.rows += 1;
        else seen.foreign[sortOf(type, id, allowed)] += 1;
      }
      if (isEnough(seen)) return seen;
    }
  }
  return seen;
}

/** Which of the three sorts a row is that should not have been seen. */
function sortOf(
  type: string,
  id: string,
  allowed: Map<string, Set<string>>,
): "customer" | "kind" | "purpose" {
  if (!allowed.has(type)) return "kind";
  return planted.purpose.has(id) ? "purpose" : "customer";
}

/** Every row of an answer. A contact or a search result is a row of the record that it shows. */
function* rowsIn(value: unknown): Generator<{ type: string; id: string }> {
  if (Array.isArray(value)) for (const each of value) yield* rowsIn(each);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return;
  const row = value as Record<string, unknown>;
  const id = row.id as string;
  if (row.__typename === "ContactChange" || row.__typename === "PersonRecord") {
    if (row.contact !== null) yield { type: kindOf.get(id)!, id };
  } else if (typeof row.__typename === "string" && row.__typename in TABLES && id)
    yield { type: row.__typename, id };
  for (const each of Object.values(row)) yield* rowsIn(each);
}
