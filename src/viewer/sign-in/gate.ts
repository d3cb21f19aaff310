// Hashing a password is made to be slow; a few at a time leave the process quick for everybody else.
import { Unavailable } from "../../http/refusal";

/** Runs at most so many at once; up to `waiting` more stand in line, and the rest are asked to come back. */
export function gate(atOnce: number, waiting: number) {
  const line: (() => void)[] = [];
  let running = 0;
  const enter = (): Promise<void> => {
    if (running < atOnce) {
      running += 1;
      return Promise.resolve();
    }
    if (line.length >= waiting) return Promise.reject(new Unavailable());
    return new Promise((resolve) => line.push(resolve));
  };
  const leave = () => {
    const next = line.shift();
    if (next) next();
    else running -= 1;
  };
  return async <T>(work: () => Promise<T>): Promise<T> => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
