// What is nested too deeply must not reach code that walks it by calling itself. Brackets are counted token by token, and
// values level by level, so that nothing here can run out of stack.
import { Lexer, Source, TokenKind } from "graphql";

/** Brackets of a document, or levels of its variables, within each other. */
export const NESTING_MAXIMUM = 50;
export const TOKENS_MAXIMUM = 5_000;

const OPENING = new Set<string>([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING = new Set<string>([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

export type Extent = { tokens: number; nesting: number };

/** Counted up to just past a limit. Text that is no GraphQL is left to the parser, which says where. */
export function extentOf(document: string): Extent {
  const lexer = new Lexer(new Source(document));
  const extent = { tokens: 0, nesting: 0 };
  let open = 0;
  try {
    while (lexer.advance().kind !== TokenKind.EOF) {
      const { kind } = lexer.token;
      extent.tokens += 1;
      if (OPENING.has(kind)) open += 1;
      if (CLOSING.has(kind)) open -= 1;
      extent.nesting = Math.max(extent.nesting, open);
      if (extent.nesting > NESTING_MAXIMUM || extent.tokens > TOKENS_MAXIMUM) break;
    }
  } catch {
    return extent;
  }
  return extent;
}

export function isNestedTooDeeply(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth <= NESTING_MAXIMUM; depth += 1) {
    level = level.flatMap((each) => (isContainer(each) ? (Object.values(each) as unknown[]) : []));
    if (level.length === 0) return false;
  }
  return true;
}

const isContainer = (value: unknown): value is object =>
  typeof value === "object" && value !== null;
