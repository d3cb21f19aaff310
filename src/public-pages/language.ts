// The languages of the public pages, and which of them somebody is shown: the one that was chosen on a page, else the
// one that the browser wants most (RFC 9110 §12.5.4), else English.

export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

/** As it stands in `<html lang>` and in Content-Language (BCP 47). */
export const LANGUAGE_TAGS: Record<Language, string> = { en: "en-GB", de: "de" };

/** Null where it is none of ours. */
export const languageNamed = (name: unknown): Language | null =>
  LANGUAGES.find((each) => each === name) ?? null;

export function wantedLanguage(acceptLanguage: string | undefined): Language {
  const ranges = (acceptLanguage ?? "").split(",").flatMap(rangeIn);
  const wanted = LANGUAGES.flatMap((language) => {
    const [best] = ranges.filter(({ range }) => rangeHolds(range, language)).sort(byPrecision);
    return best && best.quality > 0 ? [{ language, ...best }] : [];
  });
  return wanted.sort((a, b) => b.quality - a.quality || byPrecision(a, b))[0]?.language ?? "en";
}

type Range = { range: string; quality: number; place: number };

function rangeIn(text: string, place: number): Range[] {
  const [range = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const quality = Number(parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? 1);
  return quality >= 0 && quality <= 1 ? [{ range, quality, place }] : [];
}

const rangeHolds = (range: string, language: Language): boolean =>
  range === "*" || range.split("-")[0] === language;

/** What is named counts before «any other», then what is wanted more, then what was said first. */
const byPrecision = (a: Range, b: Range): number =>
  Number(a.range === "*") - Number(b.range === "*") || b.quality - a.quality || a.place - b.place;
