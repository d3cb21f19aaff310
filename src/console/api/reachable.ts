// Whether the server answers at the moment. While it doesn't, it is asked whether it is back, so that what says so goes
// by itself.
import { useSyncExternalStore } from "react";

const ASKED_EVERY_MS = 2_000;

let isAway = false;
let asking: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

export const reachable = (): void => set(false);
export const unreachable = (): void => set(true);

export const isThere = (): Promise<boolean> =>
  fetch("/readyz", { cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );

function set(next: boolean): void {
  if (isAway === next) return;
  isAway = next;
  clearInterval(asking);
  if (isAway) asking = setInterval(() => void askWhetherBack(), ASKED_EVERY_MS);
  for (const listener of listeners) listener();
}

async function askWhetherBack(): Promise<void> {
  if (await isThere()) reachable();
}

export const useIsAway = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isAway,
  );
