// What is refused of an operation before it is validated, at next to no cost: too long, too deep, too often the same. The
// limits hold for everybody, and say what they are.
import { type DocumentNode, parse } from "graphql";
import { refusal, type Refusal } from "../http/refusal";
import { type Asked, askedIn } from "./asked";
import { type Complexity, complexityOf, MAXIMA } from "./complexity";
import { extentOf, isNestedTooDeeply, NESTING_MAXIMUM, TOKENS_MAXIMUM } from "./nesting";

/** Throws a refusal (400). What is no GraphQL at all passes: the parser says where it is not. */
export function refuseHostile(request: Parameters<typeof askedIn>[0]): void {
  const { query, variables, extensions }: Asked = askedIn(request);
  if (extensions?.persistedQuery !== undefined) throw refusal("PERSISTED_QUERY_NOT_SUPPORTED");
  if (isNestedTooDeeply(variables)) throw tooComplex(NESTING_MAXIMUM, "levels in its variables");
  if (query === undefined || harmless.has(query)) return;
  const { tokens, nesting } = extentOf(query);
  if (tokens > TOKENS_MAXIMUM) throw tooComplex(TOKENS_MAXIMUM, "tokens");
  if (nesting > NESTING_MAXIMUM) throw tooComplex(NESTING_MAXIMUM, "nested brackets");
  const document = parsed(query);
  if (!document) return;
  refuseExcess(complexityOf(document));
  remember(query);
}

function parsed(query: string): DocumentNode | null {
  try {
    return parse(query, { noLocation: true });
  } catch {
    return null;
  }
}

function refuseExcess(complexity: Complexity): void {
  for (const name of Object.keys(MAXIMA) as (keyof typeof MAXIMA)[])
    if (complexity[name] > MAXIMA[name]) throw tooComplex(MAXIMA[name], name, complexity[name]);
}

/** Programs send the same documents over and over: those that passed are not measured again. */
const harmless = new Set<string>();
const REMEMBERED_MAXIMUM = 1_000;
const REMEMBERED_LENGTH = 8_192;

function remember(query: string): void {
  if (query.length > REMEMBERED_LENGTH) return;
  if (harmless.size >= REMEMBERED_MAXIMUM) harmless.clear();
  harmless.add(query);
}

function tooComplex(allowed: number, what: string, asked?: number): Refusal {
  const found = asked === undefined ? `more than ${allowed}` : String(asked);
  return refusal("QUERY_TOO_COMPLEX", { found, what, allowed: String(allowed) });
}
