// One text for one value: JSON with its names in order and without spaces (RFC 8785). What is hashed and signed is this text,
// so that whoever reads a file with any other JSON library comes to the same bytes.

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Numbers are whole ones below 2^53, whose text is the same everywhere. */
export const canonical = (value: Json): string => JSON.stringify(inOrder(value));

function inOrder(value: Json): Json {
  if (typeof value !== "object" || value === null) return value;
  if (isList(value)) return value.map(inOrder);
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, inOrder(value[name]!)]));
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
