// Days and moments as a form takes them, in the time of whoever types, and as the server does.
export const today = (): string => dayOf(new Date());

const dayOf = (at: Date): string =>
  [at.getFullYear(), at.getMonth() + 1, at.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");

/** The day that lies so many days ahead. */
export const inDays = (count: number): string =>
  dayOf(new Date(Date.now() + count * 24 * 60 * 60 * 1_000));

/** What a field for a day and a time holds; null while it is empty. */
export const instantOf = (typed: string): string | null =>
  typed ? new Date(typed).toISOString() : null;

/** When a day begins. */
export const beginningOf = (day: string): string => new Date(`${day}T00:00`).toISOString();
