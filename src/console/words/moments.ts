// Moments, days and numbers, as the reader's language writes them.
import { useMemo } from "react";
import { LOCALES } from "./language";
import { useLanguage } from "./words";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  { unit: "day", ms: DAY },
  { unit: "hour", ms: HOUR },
  { unit: "minute", ms: MINUTE },
] as const;
/** Beyond it the day says more than how long ago. */
const AGO_MAXIMUM_MS = 6 * DAY;

export function useMoments() {
  const locale = LOCALES[useLanguage()];
  return useMemo(() => {
    const moments = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
    const exact = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "long" });
    const days = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });
    const times = new Intl.DateTimeFormat(locale, { timeStyle: "short" });
    const ago = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
    const lists = new Intl.ListFormat(locale, { type: "conjunction" });
    const numbers = new Intl.NumberFormat(locale);
    const moment = (at: string) => moments.format(new Date(at));
    return {
      moment,
      time: (at: string) => times.format(new Date(at)),
      exact: (at: string) => exact.format(new Date(at)),
      /** A day without a time, or the day of a moment. */
      day: (at: string) => days.format(new Date(at)),
      list: (texts: readonly string[]) => lists.format(texts),
      number: (value: number) => numbers.format(value),
      /** «3 minutes ago», «in 2 days»; further off, the day. */
      near: (at: string) => {
        const apart = new Date(at).getTime() - Date.now();
        if (Math.abs(apart) > AGO_MAXIMUM_MS) return days.format(new Date(at));
        const step = STEPS.find(({ ms }) => Math.abs(apart) >= ms);
        return step ? ago.format(Math.round(apart / step.ms), step.unit) : ago.format(0, "second");
      },
    };
  }, [locale]);
}
