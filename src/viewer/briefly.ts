// What the database was asked is known for a few seconds, and not longer: a request costs no statement of its own, and
// what ends is over within five seconds in every process.

/** How long an answer is believed, in milliseconds; with the time to ask it stays below five seconds. */
const BELIEVED_FOR_MS = 3_000;
const REMEMBERED_MAXIMUM = 10_000;

/** Those who ask the same at once share one answer; a failure is no answer. */
export function briefly<T>() {
  const known = new Map<string, { answer: Promise<T>; until: number }>();
  return (key: string, ask: () => Promise<T>): Promise<T> => {
    const before = known.get(key);
    if (before && before.until > Date.now()) return before.answer;
    const answer = ask();
    known.delete(key); // so that the order of the map is the order of asking
    known.set(key, { answer, until: Date.now() + BELIEVED_FOR_MS });
    answer.catch(() => known.delete(key));
    if (known.size > REMEMBERED_MAXIMUM) known.delete(known.keys().next().value!);
    return answer;
  };
}
