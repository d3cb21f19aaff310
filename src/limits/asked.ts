// What a request asks, wherever it stands: in the body of a POST, or in the address of a GET.
import { parsedJson } from "../http/body";
import type { Operation } from "../http/stages";

export type Asked = {
  query?: string;
  variables?: unknown;
  extensions?: { persistedQuery?: unknown } | null;
};

/** The executor refuses what is not of its type or given twice. Half a surrogate pair is refused here (400). */
export function askedIn({ body, search }: Pick<Operation, "body" | "search">): Asked {
  if (body) return body;
  const address = new URLSearchParams(search);
  const jsonIn = (name: string): unknown => {
    const text = address.get(name);
    return text === null ? undefined : parsedJson(text, `«${name}»`);
  };
  return {
    query: address.get("query") ?? undefined,
    variables: jsonIn("variables"),
    extensions: jsonIn("extensions") as Asked["extensions"],
  };
}
