// When things happened in a grown database.
import { STORY_NOW } from "../records";

const DAY = 86_400_000;
const YEARS_MS = 2 * 365 * DAY;

/** The time of the n-th of so many, spread evenly over the two years before the story's present. */
export const timeOf = (n: number, of: number): number =>
  STORY_NOW - YEARS_MS + Math.floor((n / Math.max(1, of)) * (YEARS_MS - DAY));
export const daysAfter = (at: number, days: number): number =>
  Math.min(STORY_NOW, at + Math.round(days * DAY));
export const stamp = (at: number): string => new Date(at).toISOString();
