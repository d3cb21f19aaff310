// A moment as a field of date and time takes it, in the reader's own time, and back.
const MINUTE_MS = 60_000;

/** «2026-04-12T14:00» of here. */
export function localOf(at: string | number): string {
  const moment = new Date(at);
  const shifted = new Date(moment.getTime() - moment.getTimezoneOffset() * MINUTE_MS);
  return shifted.toISOString().slice(0, 16);
}

/** Null where it isn't a moment, or not yet one. */
export function momentOf(local: string): string | null {
  const time = new Date(local).getTime();
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
