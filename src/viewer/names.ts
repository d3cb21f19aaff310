// What whoever is signed in is called, and their customer: asked where somebody wants to know, once in a request. Of
// machines and of nobody in particular there is nothing to ask.
import { sql } from "../database/sql";
import { loaderOf } from "../graphql/reads/loaders";
import { inSharedTrip } from "../graphql/reads/trip";
import { isPerson } from "./audience";
import type { Viewer } from "./viewer";

type Names = { name: string | null; customerName: string | null };
const NOBODY: Names = { name: null, customerName: null };

export function namesOf(viewer: Viewer): Promise<Names> {
  if (!isPerson(viewer.audience)) return Promise.resolve(NOBODY);
  return loaderOf(viewer, "names of the viewer", async (asked: readonly string[]) => {
    const query = sql`select name, customer_name as "customerName" from viewer_names
      where person_id = ${viewer.id}::uuid and customer_id is not distinct from ${viewer.customerId}::uuid`;
    const { rows } = await inSharedTrip(viewer, "SESSION", query, false);
    return asked.map(() => (rows[0] as Names | undefined) ?? NOBODY);
  }).load("own");
}
