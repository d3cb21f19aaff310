// SQL as fragments: text with parameters, put together without writing a value into the text; for
// what takes no parameters, with literals that PostgreSQL's driver escapes.
import { escapeLiteral } from "pg";

/** Texts and the values between them, as a template has them; a value may be a fragment again. */
export type Fragment = {
  readonly texts: readonly string[];
  readonly values: readonly unknown[];
  /** A large result is left as the texts that came, column by column, and made into what is needed by whoever asked. */
  readonly isTexts?: boolean;
};
export type Statement = {
  text: string;
  values: unknown[];
  isTexts: boolean;
  /** What this text is called, under each role. */
  names: Map<string, string>;
};

const isFragment = (candidate: unknown): candidate is Fragment =>
  typeof candidate === "object" && candidate !== null && "texts" in candidate;

/** Text with values as parameters and fragments put in as they are. */
export const sql = (texts: TemplateStringsArray, ...values: unknown[]): Fragment => ({
  texts,
  values,
});

/** Fixed text of the program: a table, a column, a constant. Never anything that came in from outside. */
export const raw = (text: string): Fragment => ({ texts: [text], values: [] });

export const asTexts = (fragment: Fragment): Fragment => ({ ...fragment, isTexts: true });

const lists = new WeakMap<readonly string[], Fragment>();

/** Column names, with the property names of the record as their aliases. */
export function columnList(columns: readonly string[]): Fragment {
  const known = lists.get(columns);
  if (known) return known;
  const list = raw(columns.map((name) => `${snakeCase(name)} as "${name}"`).join(", "));
  lists.set(columns, list);
  return list;
}

const joints = new Map<string, readonly string[]>();

export function join(fragments: readonly Fragment[], separator: string): Fragment {
  if (fragments.length === 0) return raw("");
  const key = `${fragments.length}${separator}`;
  const between = Array<string>(fragments.length - 1).fill(separator);
  const texts = joints.get(key) ?? ["", ...between, ""];
  joints.set(key, texts);
  return { texts, values: fragments };
}

export const every = (conditions: readonly Fragment[]) =>
  conditions.length ? join(conditions, " and ") : raw("true");

/** A statement that was put together before, of the same templates in the same order, has its text already. */
type Place = { next: Map<unknown, Place>; text?: string; names: Map<string, string> };
const newPlace = (): Place => ({ next: new Map(), names: new Map() });
const VALUE = Symbol("value");
const PLACES_MAXIMUM = 50_000;
let root = newPlace();
let places = 0;

export function statement(fragment: Fragment): Statement {
  if (places > PLACES_MAXIMUM) {
    root = newPlace();
    places = 0;
  }
  const values: unknown[] = [];
  const place = placeOf(root, fragment, values);
  place.text ??= textOf(fragment, () => "$");
  return { text: place.text, values, isTexts: fragment.isTexts ?? false, names: place.names };
}

function placeOf(from: Place, { texts, values }: Fragment, collected: unknown[]): Place {
  // a template is known by its texts, which are the same object each time; a lone text by itself
  let place = step(from, texts.length === 1 ? texts[0] : texts);
  for (const value of values) {
    if (isFragment(value)) place = placeOf(place, value, collected);
    else {
      collected.push(value);
      place = step(place, VALUE);
    }
  }
  return place;
}

function step(from: Place, key: unknown): Place {
  const known = from.next.get(key);
  if (known) return known;
  const place = newPlace();
  places += 1;
  from.next.set(key, place);
  return place;
}

/** With its values written into the text as literals, for what takes no parameters. */
export const withLiterals = (fragment: Fragment): string => textOf(fragment, literal);

/** `written`: how a value stands in the text; "$" is a parameter. */
function textOf(fragment: Fragment, written: (value: unknown) => string): string {
  let count = 0;
  const write = ({ texts, values }: Fragment): string =>
    texts
      .map((text, place) => {
        if (place === texts.length - 1) return text;
        const value = values[place];
        if (isFragment(value)) return text + write(value);
        const word = written(value);
        return text + (word === "$" ? `$${(count += 1)}` : word);
      })
      .join("");
  return write(fragment);
}

function literal(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "string") return escapeLiteral(value);
  if (typeof value === "number" || typeof value === "boolean") return `'${value}'`;
  throw new TypeError("This value has no literal.");
}

export const snakeCase = (name: string) => name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
