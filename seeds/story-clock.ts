// The story's time: everything happened from March 2026 up to a fixed day, so that the world is the same
// whenever it is seeded. Instants fall in working hours, so that no time zone moves one into another month.
import type { Random } from "./random";

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** Noon of a day, in milliseconds since the epoch. */
export const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`);

export const STORY_START = noonOf("2026-03-02");
export const STORY_NOW = noonOf("2026-11-20");

/** The day of an instant, as a date column takes it. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** A moment of some working day between two instants; the first of them where there is none. */
export function workingMoment(random: Random, from: number, until: number): number {
  for (let attempt = 0; attempt < 40; attempt++) {
    const midnight = Math.floor((from + random.fraction() * (until - from)) / DAY) * DAY;
    const at = midnight + random.between(7 * 60, 17 * 60 + 50) * MINUTE + random.between(0, 59_999);
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && at >= from && at <= until) return at;
  }
  return from;
}
