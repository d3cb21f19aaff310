// Token buckets: each key may spend what its bucket holds, and the bucket fills again by and by. In the memory of this
// process; a bucket that is full again is forgotten.

/** Points that a bucket holds, and that come back each second. */
export type Rate = { capacity: number; perSecond: number };
type Level = { points: number; at: number; rate: Rate };

export type Buckets = {
  /** Takes the points and answers 0, or takes nothing and answers the seconds until there are enough. */
  take(key: string, rate: Rate, points: number): number;
  /** Takes the points though there be less: what is missing is owed. */
  owe(key: string, rate: Rate, points: number): void;
  left(key: string, rate: Rate): number;
};

const SWEPT_FROM = 10_000;

export function buckets(now: () => number = () => performance.now() / 1_000): Buckets {
  const levels = new Map<string, Level>();
  let sweptFrom = SWEPT_FROM;

  const left = (key: string, rate: Rate): number => pointsIn(levels.get(key), rate, now());

  function take(key: string, rate: Rate, points: number): number {
    const missing = points - left(key, rate);
    if (missing > 0) return missing / rate.perSecond;
    owe(key, rate, points);
    return 0;
  }

  function owe(key: string, rate: Rate, points: number): void {
    levels.set(key, { points: left(key, rate) - points, at: now(), rate });
    if (levels.size > sweptFrom) sweep();
  }

  function sweep(): void {
    for (const [key, level] of levels)
      if (pointsIn(level, level.rate, now()) >= level.rate.capacity) levels.delete(key);
    sweptFrom = Math.max(SWEPT_FROM, 2 * levels.size);
  }

  return { take, owe, left };
}

const pointsIn = (level: Level | undefined, rate: Rate, at: number): number =>
  level ? Math.min(rate.capacity, level.points + (at - level.at) * rate.perSecond) : rate.capacity;
