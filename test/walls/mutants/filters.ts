// Each filter that a scope registers, replaced by true: the audience's statements find every row of the table.
import { allScopes, defineScope, everywhere } from "../../../src/access/scope";
import { statement } from "../../../src/database/sql";
import type { Audience } from "../../../src/viewer/audience";
import { type Asker, foreignRowsFor, ofAudience } from "../asking";
import type { Mutant } from "./mutant";
import { schemaOf } from "./schemas";

/** Filters whose absence no id betrays, and why. */
const UNBETRAYED: Record<string, string> = {
  "PRIVACY_OFFICER on preferences": "a row is known by its person, and the officer sees everybody",
};

export function filterMutants(askers: readonly Asker[]): Mutant[] {
  return [...allScopes()].flatMap(([table, scope]) =>
    (Object.keys(scope) as Audience[])
      .filter((audience) => filters(table, audience, askers))
      .filter((audience) => !(`${audience} on ${table}` in UNBETRAYED))
      .map((audience) => mutant(table, audience, ofAudience(askers, audience))),
  );
}

/** A reach that is everywhere already has nothing to be replaced. */
const filters = (table: string, audience: Audience, askers: readonly Asker[]) =>
  ofAudience(askers, audience).some(
    ({ viewer }) => statement(allScopes().get(table)![audience]!(viewer)).text !== "true",
  );

function mutant(table: string, audience: Audience, askers: readonly Asker[]): Mutant {
  const foreignRows = async () => {
    const before = allScopes().get(table)!;
    defineScope(table, { ...before, [audience]: everywhere });
    let foreign = 0;
    for (const asker of askers) foreign += await foreignRowsFor(asker, schemaOf(audience));
    defineScope(table, before);
    return foreign;
  };
  return {
    ...{ name: `the filter of ${audience} on ${table}`, sort: "filter", foreignRows },
    isNoticed: async () => (await foreignRows()) > 0,
  };
}
