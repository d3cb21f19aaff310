// Two who bring in the same address at once: the database lets one win, and the other looks again.

/** A key taken (23505) or a row gone (23503) meanwhile, or two who waited for each other (40P01). */
const LOST_RACES = ["23505", "23503", "40P01"];

/** Runs a unit of work, and once more where it lost a race: then it sees what the winner did. */
export async function againAfterRace<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!LOST_RACES.includes((error as { code?: string } | null)?.code ?? "")) throw error;
    return work();
  }
}
