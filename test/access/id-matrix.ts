// Every operation that takes an id × every audience, and what each is answered.
import { STORY_PEOPLE } from "../../seeds/story-people";
import { mergeFragments } from "../../src/access/fragment";
import { audienceSchema } from "../../src/graphql/audience-schema";
import { accessFragments, buildFullSchema } from "../../src/graphql/features";
import { PUBLIC_VIEWER, type Viewer } from "../../src/viewer/viewer";
import type { Api } from "../setup/api";
import { NAMED_BY_WRITERS } from "./id-examples";
import { documentOf, examplesOf, type IdPlace, idPlaces } from "./id-places";
import { entriesIn } from "./whole-database";

const full = buildFullSchema();
const access = mergeFragments(accessFragments, full);
const places = idPlaces(full);

export const VIEWERS: readonly Viewer[] = [
  PUBLIC_VIEWER,
  ...Object.values(STORY_PEOPLE).map(({ viewer }) => viewer),
];
const schemas = new Map(
  VIEWERS.map((viewer) => [viewer, audienceSchema(full, access, viewer.audience)]),
);

/** Who has an operation that takes an id there, or who lacks it. */
export const pairs = (wanted: boolean): { viewer: Viewer; place: IdPlace }[] =>
  places.flatMap((place) =>
    VIEWERS.filter((viewer) => has(viewer, place) === wanted).map((viewer) => ({ viewer, place })),
  );

const has = (viewer: Viewer, { root, field }: IdPlace) => {
  const schema = schemas.get(viewer)!;
  const type = root === "query" ? schema.getQueryType() : schema.getMutationType();
  return field.name in (type?.getFields() ?? {});
};

/** As the viewer can ask it; whoever lacks the operation asks it as the whole schema has it. */
export const documentFor = (viewer: Viewer, place: IdPlace): string =>
  documentOf(place, has(viewer, place) ? schemas.get(viewer)! : full);

/** What an example names at this place is found, and so is what a tool that reads nothing may name. */
export async function namedIds(api: Api, place: IdPlace): Promise<string[]> {
  const field = place.path.at(-1)!;
  const inExamples = examplesOf(place).flatMap((each) => (each[field] as string | undefined) ?? []);
  const asked = NAMED_BY_WRITERS[`${place.field.name} ${field}`];
  if (asked === undefined) return inExamples;
  const { rows } = await api.database.query<{ id: string }>(asked);
  return [...inExamples, ...rows.map(({ id }) => id)];
}

export type AnswerToId = { status: number; text: string; entries: number };

/** What is answered for an id, with the entries that it left. The id itself may come back as it was given. */
export async function answerTo(
  api: Api,
  { viewer, document }: { viewer: Viewer; document: string },
  variables: object,
  id: string,
): Promise<AnswerToId> {
  const before = await entriesIn(api.database);
  const { status, text } = await api.asViewer(viewer)(document, variables);
  const entries = (await entriesIn(api.database)) - before;
  return { status, text: text.replaceAll(id, "‹id›"), entries };
}
