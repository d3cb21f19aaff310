// A country's name in the reader's language, of its two letters (ISO 3166-1).
import { LOCALES } from "./language";
import { useLanguage } from "./words";

const TWO_LETTERS = /^[A-Z]{2}$/;

export function useCountryName(): (code: string) => string | null {
  const locale = LOCALES[useLanguage()];
  const names = new Intl.DisplayNames(locale, { type: "region", fallback: "none" });
  return (code) => (TWO_LETTERS.test(code) ? (names.of(code) ?? null) : null);
}
