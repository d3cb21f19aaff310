// A table keeps a text from being taken for a formula by an apostrophe before it: ours do, and so do others'. Read, it
// is the text again.

const NEUTRALISED = /^'+[=+@\t\r-]/;

export const withoutApostrophe = (cell: string): string =>
  NEUTRALISED.test(cell) ? cell.slice(1) : cell;
