// Everything that a viewer can ask, and which rows beyond its reach come of it. What is beyond reach was asked of the
// second wall before anything was broken.
import { type DocumentNode, execute, type GraphQLSchema, parse, validate } from "graphql";
import type { Client } from "pg";
import { STORY_PEOPLE } from "../../seeds/story-people";
import { settleVisibleProperties } from "../../src/access/visible";
import { audienceRole } from "../../src/database/roles";
import { newId } from "../../src/database/uuid";
import type { Audience } from "../../src/viewer/audience";
import { PUBLIC_VIEWER, type Viewer } from "../../src/viewer/viewer";
import { callsOf, documentOf, idPlaces } from "../access/id-places";
import { idsBeyond, idsByReach } from "../access/ids-by-reach";
import { type Arguments, everyQuery, type PageSizes } from "./every-query";
import type { Planted } from "./planted";
import { readableBy } from "./raw";

/** A viewer with what it must not see, and the ids and addresses it asks with. */
export type Asker = {
  viewer: Viewer;
  beyond: ReadonlySet<string>;
  asksWith: Arguments;
  /** A tool that only writes: whatever it names lies beyond its reading. */
  readsNothing: boolean;
};
/** What must not be seen comes first in every list. */
export const SMALL: PageSizes = { first: 20, below: 5 };

export type Answer = { foreign: number; text: string; data: unknown };

/** The story's people, and a tool of each provider beside its own. */
export async function askers(database: Client, planted: Planted): Promise<Asker[]> {
  const { rows } = await database.query<{ id: string }>("select id from service_providers");
  const { sync } = STORY_PEOPLE;
  const viewers = [
    PUBLIC_VIEWER,
    ...Object.values(STORY_PEOPLE).map(({ viewer }) => viewer),
    ...rows
      .filter(({ id }) => id !== sync.viewer.serviceProviderId)
      .map(({ id }) => ({ ...sync.viewer, id: newId(), serviceProviderId: id })),
  ];
  const made: Asker[] = [];
  for (const viewer of viewers) {
    const { foreign, own } = await idsByReach(database, viewer);
    const ids = [...foreign, ...own.slice(0, 2), ...planted.ids];
    const readable = await readableBy(database, audienceRole(viewer.audience));
    const beyond = await idsBeyond(database, viewer);
    beyond.delete(viewer.id ?? ""); // who asks may be told who asks, without reading one's own row
    made.push({
      ...{ viewer, readsNothing: readable.length === 0 },
      beyond,
      asksWith: { ids, addresses: planted.addresses },
    });
  }
  return made;
}

export const ofAudience = (all: readonly Asker[], audience: Audience) =>
  all.filter(({ viewer }) => viewer.audience === audience);

/** One operation, executed as the server would. Throws where it isn't valid, unless that is what is asked. */
export async function ask(
  { viewer, beyond }: Asker,
  schema: GraphQLSchema,
  source: string,
  { variables, mayBeInvalid = false }: { variables?: object; mayBeInvalid?: boolean } = {},
): Promise<Answer> {
  settleOnce(viewer.audience, schema);
  const { document, invalid } = read(schema, source);
  if (invalid && !mayBeInvalid) throw new Error(`${invalid} In: ${source.slice(0, 300)}`);
  if (invalid) return { foreign: 0, data: undefined, text: invalid };
  const { data, errors } = await execute({
    ...{ schema, document, contextValue: { viewer: { ...viewer }, budget: { cost: 0 } } },
    variableValues: variables as Record<string, unknown>,
  });
  const unfit = errors?.find(({ path }) => !path)?.message;
  if (unfit && !mayBeInvalid) throw new Error(`${unfit} In: ${source.slice(0, 300)}`);
  const told = errors?.map(({ message, path }) => ({ message, path }));
  const foreign = [...rowsIn(data)].filter((id) => beyond.has(id)).length;
  return { foreign, data, text: JSON.stringify({ data, told }) };
}

let settled: { audience: Audience; schema: GraphQLSchema } | null = null;

function settleOnce(audience: Audience, schema: GraphQLSchema): void {
  if (settled?.audience === audience && settled.schema === schema) return;
  settleVisibleProperties(audience, schema);
  settled = { audience, schema };
}

type Read = { document: DocumentNode; invalid: string | undefined };
const alreadyRead = new WeakMap<GraphQLSchema, Map<string, Read>>();

/** Parsed and validated once for each schema: the same is asked over and over. */
function read(schema: GraphQLSchema, source: string): Read {
  const known = alreadyRead.get(schema) ?? new Map<string, Read>();
  alreadyRead.set(schema, known);
  const made = known.get(source) ?? {
    document: parse(source),
    invalid: validate(schema, parse(source))[0]?.message,
  };
  known.set(source, made);
  return made;
}

/** Foreign rows in all answers to a viewer: every query, and every mutation with an id beyond reach. */
export async function foreignRowsFor(asker: Asker, schema: GraphQLSchema): Promise<number> {
  const found = await someAtOnce(everyQuery(schema, asker.asksWith, SMALL), (query) =>
    ask(asker, schema, query),
  );
  const foreign = found.reduce((sum, answer) => sum + answer.foreign, 0);
  return foreign + (await reachedByMutations(asker, schema));
}

const AT_ONCE = 4;

async function someAtOnce<T, A>(all: readonly T[], work: (each: T) => Promise<A>): Promise<A[]> {
  const done: A[] = [];
  for (let from = 0; from < all.length; from += AT_ONCE)
    done.push(...(await Promise.all(all.slice(from, from + AT_ONCE).map(work))));
  return done;
}

/** How many ids beyond reach a mutation answers otherwise than one that nobody has. */
async function reachedByMutations(asker: Asker, schema: GraphQLSchema): Promise<number> {
  let reached = 0;
  for (const place of asker.readsNothing ? [] : idPlaces(schema)) {
    if (place.root !== "mutation") continue;
    const document = documentOf(place, schema);
    for (const { variablesWith } of callsOf(place)) {
      const answerTo = async (id: string) =>
        (await ask(asker, schema, document, { variables: variablesWith(id) })).text;
      const nobody = await answerTo(newId());
      const beyond = asker.asksWith.ids.filter((id) => asker.beyond.has(id));
      const answers = await someAtOnce(beyond, answerTo);
      reached += answers.filter((answer) => answer !== nobody).length;
    }
  }
  return reached;
}

/** What an address opens, by its first part. */
const OPENED = /\/exports\/([0-9a-f-]{36})\./;

/** What names a record and shows nothing of it: why it may be processed, that it is restricted. */
const NO_ROWS = ["Lawfulness", "RestrictedRecord"];

/** The ids of all rows in an answer, and of the files that its addresses open. A tombstone names a contact that is not shown, and is no row. */
function* rowsIn(value: unknown): Generator<string> {
  const opened = typeof value === "string" ? OPENED.exec(value)?.[1] : undefined;
  if (opened) yield opened;
  if (typeof value !== "object" || value === null) return;
  const { __typename: type, id, contact } = value as Record<string, unknown>;
  const isRow = typeof type === "string" && !NO_ROWS.includes(type) && contact !== null;
  if (isRow && typeof id === "string") yield id;
  for (const each of Object.values(value)) yield* rowsIn(each);
}
