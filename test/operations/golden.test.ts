// What clients ask is answered as it is committed, by the SQL that is committed: a new statement shows in the review, and
// what comes again is answered the same by the quick lane. `npm run generate:operations` writes the files anew.
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { COMPILED_ANSWERS } from "../../src/graphql/quick-lane";
import { type Api, openApi } from "../setup/api";
import { furnishForGolden, goldenFilesOf, leftOver, readGolden } from "./golden-files";
import { goldenOperations, type Operation } from "./operations";
import { type Trips, watchTrips } from "./trips";

const OPERATIONS = goldenOperations();
const named = (operations: readonly Operation[]) =>
  operations.map((operation) => [operation.name, operation] as const);

let trips: Trips;
let api: Api;
let compiled = 0;
const count = () => (compiled += 1);

beforeAll(async () => {
  trips = watchTrips();
  subscribe(COMPILED_ANSWERS, count);
  api = await openApi();
  await furnishForGolden(api);
});
afterAll(async () => {
  await api.close();
  unsubscribe(COMPILED_ANSWERS, count);
  trips.stop();
});

test.each(named(OPERATIONS))("%s is answered as it stands in its files", async (_, operation) => {
  const before = compiled;
  const files = await goldenFilesOf(api, trips, operation);
  for (const [name, text] of files) expect(text).toBe(readGolden(name));
  if (operation.isMutation) return;
  await goldenFilesOf(api, trips, operation); // while it is compiled
  expect(await goldenFilesOf(api, trips, operation)).toEqual(files);
  expect(compiled).toBeGreaterThanOrEqual(before + operation.asked.length);
});

test("each audience that has anything to ask has its operations", () => {
  const audiences = new Set(OPERATIONS.map(({ viewer }) => viewer.audience));
  expect([...audiences].sort()).toEqual([
    ...["ACCOUNT_ADMINISTRATOR", "CONTACT_SYNC", "DASHBOARD", "INTAKE", "MARKETING", "OPERATOR"],
    ...["PLATFORM_USER", "PRIVACY_OFFICER", "PUBLIC", "SUPPORT"],
  ]);
});

test("no file is left of an operation that is gone", () => {
  expect(leftOver()).toEqual([]);
});
