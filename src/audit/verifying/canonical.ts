// One text for one value: JSON with its names in order and without spaces (RFC 8785). What is hashed and signed is this text,
// so that whoever reads a file with any other JSON library comes to the same bytes.

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Numbers are whole ones below 2^53, whose text is the same everywhere. */
export function canonical(value: Json): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonical).join(",")}]`;
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name]!)}`).join(",")}}`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
