// Every operation that takes an id × every audience × ids within reach, beyond it, of nobody and of no form at all.
// What is beyond reach answers byte for byte like what there is not, and leaves no trace.
import { STORY_PEOPLE } from "../../seeds/story-people";
import { mergeFragments } from "../../src/access/fragment";
import { newId } from "../../src/database/uuid";
import { accessFragments, buildFullSchema } from "../../src/graphql/features";
import { audienceSchema } from "../../src/graphql/audience-schema";
import { PUBLIC_VIEWER, type Viewer } from "../../src/viewer/viewer";
import { type Api, openApi } from "../setup/api";
import { callsOf, documentOf, examplesOf, type IdPlace, idPlaces } from "./id-places";
import { NAMED_BY_WRITERS } from "./id-examples";
import { idsByReach, type IdsByReach } from "./ids-by-reach";
import { contentOf, entriesIn } from "./whole-database";

const full = buildFullSchema();
const access = mergeFragments(accessFragments, full);
const places = idPlaces(full);
const viewers: Viewer[] = [
  PUBLIC_VIEWER,
  ...Object.values(STORY_PEOPLE).map((each) => each.viewer),
];
const counted = { alike: 0, withoutOperation: 0, found: 0 };

let api: Api;
let jobId: string;
const reach = new Map<Viewer, IdsByReach>();
const schemas = new Map(
  viewers.map((viewer) => [viewer, audienceSchema(full, access, viewer.audience)]),
);

beforeAll(async () => {
  api = await openApi();
  const { rows } = await api.database.query<{ id: string }>(
    "select id from graphile_worker.add_job('compute_figures', '{}')",
  );
  jobId = String(rows[0]!.id);
  await api.database.query(
    `insert into sessions (id, credential_id, person_id, customer_id, audience, expires_at)
     select gen_random_uuid(), id, person_id, customer_id, 'PLANTED', now() + interval '1 hour' from credentials`,
  );
  for (const viewer of viewers) reach.set(viewer, await idsByReach(api.database, viewer));
});
afterAll(() => {
  process.stdout.write(
    `Ids beyond reach, answered like ids of nobody: ${JSON.stringify(counted)}\n`,
  );
  return api.close();
});

const has = (viewer: Viewer, { root, field }: IdPlace) => {
  const schema = schemas.get(viewer)!;
  const type = root === "query" ? schema.getQueryType() : schema.getMutationType();
  return field.name in (type?.getFields() ?? {});
};
/** What an example names at this place is found, and so is what a tool that reads nothing may name. */
async function namedIds(place: IdPlace): Promise<string[]> {
  const field = place.path.at(-1)!;
  const inExamples = examplesOf(place).flatMap((each) => (each[field] as string | undefined) ?? []);
  const asked = NAMED_BY_WRITERS[`${place.field.name} ${field}`];
  if (asked === undefined) return inExamples;
  const { rows } = await api.database.query<{ id: string }>(asked);
  return [...inExamples, ...rows.map(({ id }) => id)];
}

const pairs = (wanted: boolean) =>
  places.flatMap((place) =>
    viewers
      .filter((viewer) => has(viewer, place) === wanted)
      .map((viewer) => [viewer.audience, place.name, viewer, place] as const),
  );

/** What is answered for an id, with the entries that it left. The id itself may come back as it was given. */
async function answerTo(viewer: Viewer, document: string, variables: object, id: string) {
  const before = await entriesIn(api.database);
  const { status, text } = await api.asViewer(viewer)(document, variables);
  const entries = (await entriesIn(api.database)) - before;
  return { status, text: text.replaceAll(id, "‹id›"), entries };
}

test.each(pairs(true))(
  "%s asks %s with ids beyond reach",
  async (_audience, _name, viewer, place) => {
    const document = documentOf(place, schemas.get(viewer)!);
    const before = await contentOf(api.database);
    const named = await namedIds(place);
    const beyond = reach.get(viewer)!.foreign.filter((id) => !named.includes(id));
    for (const { variablesWith } of callsOf(place)) {
      const ask = (id: string) => answerTo(viewer, document, variablesWith(id), id);
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
  for (const [audience, name, viewer, place] of pairs(false)) {
    const document = documentOf(place, full);
    const { own, foreign } = reach.get(viewer)!;
    const [{ variablesWith }] = callsOf(place) as [ReturnType<typeof callsOf>[number]];
    const ask = (id: string) => answerTo(viewer, document, variablesWith(id), id);
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

/** What may end somebody's right to ask comes after all that they ask. */
const endsSomebody = (name: string) =>
  /^\w*(Deactivate|RoleEnd|Update|Revoke|SecretEnd)\(/.test(name);
const endingLast = [...pairs(true)].sort(
  ([, one], [, other]) => Number(endsSomebody(one)) - Number(endsSomebody(other)),
);

test.each(endingLast)(
  "%s finds by %s what is within reach, or nothing was shown here",
  async (_audience, name, viewer, place) => {
    const document = documentOf(place, schemas.get(viewer)!);
    for (const [index, { variablesWith }] of callsOf(place).entries()) {
      const nobody = await answerTo(viewer, document, variablesWith(UNKNOWN), UNKNOWN);
      let isFound = false;
      for (const id of [...(await namedIds(place)), ...reach.get(viewer)!.own, jobId]) {
        if (isFound) break;
        const own = await answerTo(viewer, document, variablesWith(id), id);
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
