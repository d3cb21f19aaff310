// Each verdict that keeps a field from an audience, replaced by «allow» together with what the field returns: in a type
// that the audience meets at all, or no question would come as far.
import {
  getNamedType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isObjectType,
} from "graphql";
import type { Client } from "pg";
import { type ObjectField, objectFieldsOf } from "../../../src/access/places";
import { propertiesOfField, shapeOf } from "../../../src/access/record";
import { settle } from "../../../src/access/settle";
import { audienceRole } from "../../../src/database/roles";
import { snakeCase } from "../../../src/database/sql";
import { newId } from "../../../src/database/uuid";
import { type Audience, AUDIENCES } from "../../../src/viewer/audience";
import {
  callsOf,
  documentOf,
  type IdPlace,
  idPlaces,
  placeWithoutId,
} from "../../access/id-places";
import { contentOf } from "../../access/whole-database";
import { type Asker, ask, ofAudience, SMALL } from "../asking";
import { everyQuery } from "../every-query";
import { openScopes } from "../open-walls";
import { readableBy } from "../raw";
import type { Mutant } from "./mutant";
import { access, fullSchema, schemaAllowing, schemaOf } from "./schemas";

type Kept = ObjectField & { audience: Audience };
const ROOTS = [fullSchema.getQueryType()?.name, fullSchema.getMutationType()?.name];

export function verdictMutants(standing: Client, askers: readonly Asker[]): Mutant[] {
  return AUDIENCES.flatMap((audience) =>
    objectFieldsOf(fullSchema)
      .filter(({ type }) => ROOTS.includes(type.name) || schemaOf(audience).getType(type.name))
      .filter(({ type, field }) => settle(access.tree[type.name]![field.name]!, audience) !== true)
      .map((kept) => mutant(standing, { ...kept, audience }, ofAudience(askers, audience))),
  );
}

function mutant(standing: Client, kept: Kept, askers: readonly Asker[]): Mutant {
  const { audience, place, type } = kept;
  const mutated = () => schemaAllowing(audience, new Set([place, ...behind(kept)]));
  const operations = (schema: GraphQLSchema, asker: Asker) =>
    type === fullSchema.getMutationType() ? mutations(kept, schema) : queries(kept, schema, asker);
  return {
    name: `the verdict on ${place} for ${audience}`,
    sort: "verdict",
    async isNoticed() {
      const schema = mutated();
      const close = openScopes();
      try {
        for (const asker of askers)
          for (const { source, variables } of operations(schema, asker)) {
            const asWas = { variables, mayBeInvalid: true };
            const before = await ask(asker, schemaOf(audience), source, asWas);
            if ((await ask(asker, schema, source, { variables })).text !== before.text) return true;
          }
        return false;
      } finally {
        close();
      }
    },
    async foreignRows() {
      const schema = mutated();
      const isUngranted = await readsUngranted(standing, kept);
      const before = await contentOf(standing);
      let foreign = 0;
      for (const asker of askers)
        for (const { source, variables } of operations(schema, asker)) {
          const answer = await ask(asker, schema, source, { variables });
          foreign += answer.foreign + (isUngranted ? valuesIn(answer.data, kept) : 0);
        }
      const after = await contentOf(standing);
      const written = Object.keys(after).filter((table) => after[table] !== before[table]);
      return foreign + written.filter((table) => !WRITTEN_BY_READING.includes(table)).length;
    },
  };
}

/** A pull of the feed leaves a Disclosure. */
const WRITTEN_BY_READING = ["disclosures"];

/** The fields and values of the types that the field takes or returns and the audience never meets. */
function behind({ audience, field }: Kept): string[] {
  const places: string[] = [];
  const walked = new Set<string>();
  const taken = field.args.map((argument) => getNamedType(argument.type));
  const next: GraphQLNamedType[] = [getNamedType(field.type), ...taken];
  for (let type = next.pop(); type; type = next.pop()) {
    if (walked.has(type.name) || schemaOf(audience).getType(type.name)) continue;
    walked.add(type.name);
    if (isAbstractType(type)) next.push(...fullSchema.getPossibleTypes(type));
    if (isEnumType(type))
      places.push(...type.getValues().map(({ name }) => `${type.name}.${name}`));
    if (!isObjectType(type) && !isInputObjectType(type)) continue;
    for (const below of Object.values(type.getFields())) {
      places.push(`${type.name}.${below.name}`);
      next.push(getNamedType(below.type as GraphQLOutputType));
    }
  }
  return places;
}

type Operation = { source: string; variables?: object };

function queries({ field }: Kept, schema: GraphQLSchema, { asksWith }: Asker): Operation[] {
  const isAsked = new RegExp(`\\b${field.name}\\b`);
  return everyQuery(schema, asksWith, SMALL)
    .filter((source) => isAsked.test(source))
    .map((source) => ({ source }));
}

/** The mutation once for each place of an id, or as it is where it takes none. */
function mutations({ field }: Kept, schema: GraphQLSchema): Operation[] {
  const places: IdPlace[] = idPlaces(schema).filter((each) => each.field.name === field.name);
  const own = schema.getMutationType()?.getFields()[field.name];
  if (!own) return [];
  return (places.length ? places : [placeWithoutId("mutation", own)]).flatMap((place) =>
    callsOf(place).map(({ variablesWith }) => ({
      source: documentOf(place, schema),
      variables: variablesWith(newId()),
    })),
  );
}

/** Whether the field is made of a column that the audience's role is not granted. */
async function readsUngranted(database: Client, { audience, type, field }: Kept): Promise<boolean> {
  const table = shapeOf(type.name)?.table;
  const readable = await readableBy(database, audienceRole(audience));
  const granted = readable.find(({ relation }) => relation === table)?.columns ?? [];
  return propertiesOfField(type.name, field.name).some((one) => !granted.includes(snakeCase(one)));
}

/** How often the field has a value in an answer. */
function valuesIn(value: unknown, { type, field }: Kept): number {
  if (typeof value !== "object" || value === null) return 0;
  const row = value as Record<string, unknown>;
  const isShown =
    row.__typename === type.name && (row[field.name] ?? row[`${type.name}_${field.name}`] ?? null);
  return Object.values(row).reduce<number>(
    (sum, each) => sum + valuesIn(each, { type, field } as Kept),
    isShown ? 1 : 0,
  );
}
