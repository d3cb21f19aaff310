// A country's name in the reader's language, from its code (ISO 3166-1 alpha-2).
import { useMemo } from "react";
import { LOCALES } from "../words/language";
import { useLanguage } from "../words/words";

export function useCountries(): (code: string) => string {
  const locale = LOCALES[useLanguage()];
  return useMemo(() => {
    const names = new Intl.DisplayNames([locale], { type: "region", fallback: "code" });
    return (code) => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code);
  }, [locale]);
}
