// Sizes of files, as the reader's language writes them.
import { useMemo } from "react";
import { LOCALES } from "./language";
import { useLanguage } from "./words";

const STEP = 1_000;
const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

export function useSizes(): (bytes: number) => string {
  const locale = LOCALES[useLanguage()];
  return useMemo(() => {
    const formats = UNITS.map(
      (unit) =>
        new Intl.NumberFormat(locale, {
          ...{ style: "unit", unit, unitDisplay: "short" },
          maximumSignificantDigits: 3,
        }),
    );
    return (bytes) => {
      const step = Math.min(
        UNITS.length - 1,
        bytes < STEP ? 0 : Math.floor(Math.log(bytes) / Math.log(STEP)),
      );
      return formats[step]!.format(bytes / STEP ** step);
    };
  }, [locale]);
}
