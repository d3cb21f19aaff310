// SQL as a reviewer reads it: a line for each clause and each condition, queries within queries further in. The words are
// those that are sent; only the room between them is ours.

const WIDTH = 110;
/** A query so short stands in the line of the one around it. */
const SHORT = 60;

type Group = { parts: Part[]; isQuery: boolean };
type Part = string | Group;

export const sqlText = (text: string): string => queryText(partsOf(wordsIn(text)), 0);

const WORDS =
  /'(?:[^']|'')*'|"[^"]*"|\s+|[()]|(?:left join|cross join|union all|order by|group by|insert into|delete from|on conflict)\b|[^\s()'"]+/g;
const wordsIn = (text: string): string[] =>
  (text.trim().match(WORDS) ?? []).map((word) => (/^\s+$/.test(word) ? " " : word));

function partsOf(words: string[]): Part[] {
  const parts: Part[] = [];
  for (let word = words.shift(); word !== undefined && word !== ")"; word = words.shift()) {
    if (word !== "(") {
      parts.push(word);
      continue;
    }
    const inner = partsOf(words);
    const first = inner.find((part) => part !== " ");
    parts.push({ parts: inner, isQuery: typeof first === "string" && QUERY.test(first) });
  }
  return parts;
}

const QUERY = /^(select|insert into|delete from|update|with)$/;
const CLAUSE =
  /^(with|select|from|join|left join|cross join|union all|where|order by|group by|having|limit|insert into|values|update|set|delete from|returning|on conflict)$/;

function queryText(parts: readonly Part[], indent: number): string {
  const clauses: Part[][] = [[]];
  for (const part of parts) {
    if (typeof part === "string" && (CLAUSE.test(part) || part === "and")) clauses.push([]);
    clauses.at(-1)!.push(part);
  }
  return clauses
    .map((clause) => {
      const inward = clause[0] === "and" ? indent + 1 : indent;
      return { inward, text: wrapped(partsText(clause, inward).trim(), inward) };
    })
    .filter(({ text }) => text !== "")
    .map(({ inward, text }) => margin(inward) + text)
    .join("\n");
}

const partsText = (parts: readonly Part[], indent: number): string =>
  parts.map((part) => (typeof part === "string" ? part : groupText(part, indent))).join("");

function groupText({ parts, isQuery }: Group, indent: number): string {
  const flat = partsText(parts, indent).trim();
  if (!isQuery || (flat.length <= SHORT && !flat.includes("\n"))) return `(${flat})`;
  return `(\n${queryText(parts, indent + 1)}\n${margin(indent)})`;
}

const margin = (indent: number) => "  ".repeat(indent);

/** What is too long for a line goes on in the next, behind a comma. */
function wrapped(text: string, indent: number): string {
  const [line = "", ...below] = text.split("\n");
  const lines = [""];
  for (const piece of line.split(/(?<=, )/)) {
    const fits = margin(indent + 2).length + lines.at(-1)!.length + piece.length <= WIDTH;
    if (fits || lines.at(-1) === "") lines[lines.length - 1] += piece;
    else lines.push(piece);
  }
  const whole = lines.map((each) => each.trimEnd()).join(`\n${margin(indent + 2)}`);
  return [whole, ...below].join("\n");
}
