// Reach: which rows of a kind exist for which viewer. A feature's reads and writes all start from its scope, so a
// foreign row is simply not found. An audience that a scope doesn't name reaches nothing.
import { type Fragment, raw } from "../database/sql";
import type { Audience } from "../viewer/audience";
import type { Viewer } from "../viewer/viewer";

export type Reach = (viewer: Viewer) => Fragment;
export type Scope = Partial<Record<Audience, Reach>>;

const scopes = new Map<string, Scope>();

/** Declares the reach of each audience into a table; the only way to it. */
export function defineScope(table: string, scope: Scope): void {
  scopes.set(table, scope);
}

/** The viewer's rows of a table, as a condition. */
export const reachOf = (viewer: Viewer, table: string): Fragment =>
  scopes.get(table)?.[viewer.audience]?.(viewer) ?? raw("false");

/** For the checks that open or count the filters of this wall. */
export const allScopes = (): ReadonlyMap<string, Scope> => scopes;

/** Rows of every customer, or of none in particular. */
export const everywhere: Reach = () => raw("true");
