// Every operation that takes an id × every audience × ids within reach, beyond it, of nobody and of no form at all.
// What is beyond reach answers byte for byte like what there is not, and leaves no trace.
import { newId } from "../../src/database/uuid";
import type { Viewer } from "../../src/viewer/viewer";
import { prepared } from "../bulk-actions/acting";
import { OWN_USE, start } from "../exports/taking";
import { prepare } from "../imports/sending";
import { type Api, openApi } from "../setup/api";
import { answerTo, documentFor, namedIds, pairs, VIEWERS } from "./id-matrix";
import { callsOf, type IdPlace } from "./id-places";
import { idsByReach, type IdsByReach } from "./ids-by-reach";
import { contentOf } from "./whole-database";

const counted = { alike: 0, withoutOperation: 0, found: 0 };
let api: Api;
let jobId: string;
const reach = new Map<Viewer, IdsByReach>();

beforeAll(async () => {
  // thousands of questions by nobody: how many may be asked in a while is another test's matter
  api = await openApi({ change: (config) => ({ ...config, pointsPerSecond: 10_000_000 }) });
  const { rows } = await api.database.query<{ id: string }>(
    "select id from graphile_worker.add_job('compute_figures', '{}')",
  );
  jobId = String(rows[0]!.id);
  await api.database.query(
    `insert into sessions (id, credential_id, person_id, customer_id, audience, expires_at)
     select gen_random_uuid(), id, person_id, customer_id, 'PLANTED', now() + interval '1 hour' from credentials`,
  );
  await prepare(api, "Email,Name\nsomebody@file.example.com,Somebody\n");
  await prepared(api, { kind: "SET_KIND", prospectKind: "PARTNER", filter: {} });
  await start(api, "marketing", { kind: "SUBSCRIBERS", ...OWN_USE });
  await start(api, "administrator", { kind: "PLATFORM_USERS", ...OWN_USE });
  await start(api, "privacy", { kind: "DISCLOSURES", ...OWN_USE });
  await plant();
  for (const viewer of VIEWERS) reach.set(viewer, await idsByReach(api.database, viewer));
});
afterAll(() => {
  process.stdout.write(
    `Ids beyond reach, answered like ids of nobody: ${JSON.stringify(counted)}\n`,
  );
  return api.close();
});

/** Somebody who is still to be told, and something that is held. */
async function plant(): Promise<void> {
  const { rows } = await api.database.query<{ id: string }>("select id from subscribers limit 1");
  const planted = [
    await api.as("marketing")(
      `mutation { done: prospectCreate(input: { name: "Somebody", kind: VISITOR, emailAddress: "told@later.example.com",
        source: "List", basis: LEGITIMATE_INTERESTS }) { userErrors { code } } }`,
    ),
    await api.as("privacy")(
      `mutation ($id: ID!) { done: legalHoldPlace(input: { kind: SUBSCRIBER, id: $id, items: ["name"], reason: "A lawsuit.",
        endsOn: "2999-12-31" }) { userErrors { code } } }`,
      { id: rows[0]!.id },
    ),
  ];
  expect(planted.map(({ data }) => data.done.userErrors)).toEqual([[], []]);
}

type Pair = { viewer: Viewer; place: IdPlace };
const titled = (all: Pair[]) =>
  all.map((pair) => [pair.viewer.audience, pair.place.name, pair] as const);

test.each(titled(pairs(true)))(
  "%s asks %s with ids beyond reach",
  async (_audience, _name, { viewer, place }) => {
    const asked = { viewer, document: documentFor(viewer, place) };
    const before = await contentOf(api.database);
    const named = await namedIds(api, place);
    const beyond = reach.get(viewer)!.foreign.filter((id) => !named.includes(id));
    for (const { variablesWith } of callsOf(place)) {
      const ask = (id: string) => answerTo(api, asked, variablesWith(id), id);
      const nobody = await ask(newId());
      expect(nobody.status).toBe(200);
      for (const id of [...beyond, newId(), "no uuid"]) {
        expect([id, await ask(id)]).toEqual([id, nobody]);
        counted.alike += 1;
      }
    }
    expect(await contentOf(api.database)).toEqual(before);
  },
);

test("whoever lacks the operation is refused it, with whatever id, and nothing but a denial is entered", async () => {
  const before = await contentOf(api.database);
  for (const [audience, name, { viewer, place }] of titled(pairs(false))) {
    const asked = { viewer, document: documentFor(viewer, place) };
    const { own, foreign } = reach.get(viewer)!;
    const [{ variablesWith }] = callsOf(place) as [ReturnType<typeof callsOf>[number]];
    const ask = (id: string) => answerTo(api, asked, variablesWith(id), id);
    const nobody = await ask(newId());
    expect([audience, name, nobody]).toMatchObject([audience, name, { entries: 1 }]);
    expect(nobody.text).toMatch(/^{"errors":/);
    for (const id of [own[0], foreign[0], foreign.at(-1)].filter((each) => each !== undefined)) {
      expect([audience, name, await ask(id)]).toEqual([audience, name, nobody]);
      counted.withoutOperation += 1;
    }
  }
  expect(await contentOf(api.database)).toEqual(before);
}, 120_000);

/** What may end somebody's right to ask comes after all that they ask, and what ends a whole customer's at the very end. */
const ENDS = [
  / \w*(Deactivate|RoleEnd|Update|Revoke|SecretEnd)\(/,
  /^ACCOUNT_ADMINISTRATOR customerEndContract\(/,
  /^OPERATOR customer(Close|EndContract)\(/,
];
const ending = ({ viewer, place }: Pair) =>
  ENDS.findIndex((each) => each.test(`${viewer.audience} ${place.name}`));
const endingLast = pairs(true).sort((one, other) => ending(one) - ending(other));

test.each(titled(endingLast))(
  "%s finds by %s what is within reach, or nothing was shown here",
  async (_audience, name, { viewer, place }) => {
    const asked = { viewer, document: documentFor(viewer, place) };
    for (const [index, { variablesWith }] of callsOf(place).entries()) {
      const nobody = await answerTo(api, asked, variablesWith(UNKNOWN), UNKNOWN);
      let isFound = false;
      for (const id of [...(await namedIds(api, place)), ...reach.get(viewer)!.own, jobId]) {
        if (isFound) break;
        const own = await answerTo(api, asked, variablesWith(id), id);
        isFound = own.text !== nobody.text;
      }
      if (!isFound)
        throw new Error(
          `No id within reach is found by call ${index} of ${name}: say in id-examples.ts what it needs.`,
        );
      counted.found += 1;
    }
  },
);

const UNKNOWN = newId();

test("all of it was a great many", () => {
  expect(counted.alike).toBeGreaterThan(250);
  expect(counted.withoutOperation).toBeGreaterThan(300);
  expect(counted.found).toBeGreaterThanOrEqual(pairs(true).length);
});
