// npm passes a signal on to the shell in which it started us, and that shell to nobody. What we notice is that our
// parent is gone; started by anything but npm, we may well outlive it.

const LOOK_EVERY_MS = 1_000;

export function whenOrphaned(end: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    end();
  }, LOOK_EVERY_MS);
  looking.unref();
}
