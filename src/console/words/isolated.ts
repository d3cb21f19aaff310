// A name within a sentence: what it is written in, and marks of direction in it, don't turn what stands beside it
// (Unicode Standard Annex 9). What is written from left to right stays as it is.

const EXPLICIT_MARKS = /[\u202a-\u202e\u2066-\u2069]/g;
const TURNS = /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}\u200f\u061c]/u;
const FIRST_STRONG_ISOLATE = "\u2068";
const END_OF_ISOLATE = "\u2069";

const withoutMarks = (text: string): string => text.replace(EXPLICIT_MARKS, "");

export function isolated(text: string): string {
  const plain = withoutMarks(text);
  return TURNS.test(plain) ? FIRST_STRONG_ISOLATE + plain + END_OF_ISOLATE : plain;
}

/** The same words; whatever text is put into one of them is isolated. */
export function isolating<Words>(words: Words): Words {
  if (typeof words === "function") {
    const say = words as unknown as (...given: unknown[]) => unknown;
    return ((...given: unknown[]) =>
      say(
        ...given.map((each) => (typeof each === "string" ? isolated(each) : each)),
      )) as unknown as Words;
  }
  if (typeof words !== "object" || words === null || Array.isArray(words)) return words;
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [key, isolating(value as unknown)]),
  ) as Words;
}

/** Whether it was typed as it stands there: marks of direction are not seen. */
export const readsTheSame = (typed: string, text: string): boolean =>
  withoutMarks(typed).trim() === withoutMarks(text).trim();
