// The words stand in one place: each is used, each language has all, and no file of the portal holds one of the
// console's screens.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { words as german } from "../../src/console/words/de/console";
import { words as germanGraphiql } from "../../src/console/words/de/graphiql";
import { words as germanPortal } from "../../src/console/words/de/portal";
import { words as console } from "../../src/console/words/en/console";
import { words as graphiql } from "../../src/console/words/en/graphiql";
import { words as portal } from "../../src/console/words/en/portal";
import { PROJECT_ROOT } from "../../src/project-root";

const SOURCES = join(PROJECT_ROOT, "src", "console");
const sources = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
  .filter(
    (path) => /\.tsx?$/.test(path) && !path.startsWith("words/") && !/documents\.ts$/.test(path),
  )
  .map((path) => readFileSync(join(SOURCES, path), "utf8"))
  .join("\n");

type Leaf = { path: string[]; value: unknown };

const leavesOf = (words: object, path: string[] = []): Leaf[] =>
  Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "object" && value !== null
      ? leavesOf(value, [...path, key])
      : [{ path: [...path, key], value }],
  );

/** A value of an enum is looked up by itself: NAMED_SO. */
const isOfEnum = (key: string) => /^[A-Z][A-Z_]*$/.test(key);
const isUsed = (key: string) => new RegExp(`[.{,]\\s*${key}\\b|"${key}"|\\b${key}:`).test(sources);
/** Of a table that is looked into by a value of an answer: `tasks[task]`. */
const isLookedInto = (table: string) =>
  new RegExp(`\\b${table}\\b\\s*(\\[|\\)|as |,)`).test(sources);

test("every word is used", () => {
  const keys = [console, portal, graphiql]
    .flatMap((words) => leavesOf(words))
    .map(({ path }) => path);
  const unused = keys.filter(
    (path) => !isOfEnum(path.at(-1)!) && !path.every(isUsed) && !isLookedInto(path.at(-2)!),
  );
  expect(keys.length).toBeGreaterThan(100);
  expect(unused.map((path) => path.join("."))).toEqual([]);
});

test("no word is empty in either language", () => {
  const all = [console, german, portal, germanPortal, graphiql, germanGraphiql].flatMap((words) =>
    leavesOf(words),
  );
  const empty = all.filter(({ value }) => value === "");
  expect(empty.map(({ path }) => path.join("."))).toEqual([]);
});

describe("the portal's files", () => {
  const BUILT = join(PROJECT_ROOT, "dist", "console", "portal");
  const files = readdirSync(BUILT, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(js|css|html)$/.test(path))
    .map((path) => readFileSync(join(BUILT, path), "utf8"));

  test("hold no sentence of the console's screens", () => {
    const own = new Set(leavesOf(portal).map(({ value }) => String(value)));
    const { shared: _shared, ...screens } = console;
    const sentences = leavesOf(screens)
      .map(({ value }) => value)
      .filter((value): value is string => typeof value === "string" && value.length > 12)
      .filter((value) => !own.has(value));
    expect(sentences.length).toBeGreaterThan(50);
    const isWhole = (sentence: string) => (file: string) =>
      ['"', "'", "`"].some((mark) => file.includes(mark + sentence + mark));
    const found = sentences.filter((sentence) => files.some(isWhole(sentence)));
    expect(found).toEqual([]);
  });

  test("hold no operation that only our own people ask", () => {
    const documents = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".documents.ts"))
      .flatMap((path) => [
        ...readFileSync(join(SOURCES, path), "utf8").matchAll(
          /export const (\w+) = documentOf<[^(]*\(\s*"\w+",\s*"((?:[^"\\]|\\.)*)",\s*(null|\[[^\]]*\])/g,
        ),
      ])
      .filter(
        ([, , , askers]) =>
          askers !== "null" && !/PUBLIC|ACCOUNT_ADMIN|PLATFORM_USER"/.test(askers!),
      )
      .map(([, , text]) => text!);
    expect(documents.length).toBeGreaterThan(5);
    const found = documents.filter((text) => files.some((file) => file.includes(text)));
    expect(found).toEqual([]);
  });
});
