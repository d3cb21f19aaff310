// Whether the server answers at the moment: the banner says when it doesn't, and when it is tried again.
import { useSyncExternalStore } from "react";

export type Reach = { isAway: boolean; retryAfterSeconds: number };

const HERE: Reach = { isAway: false, retryAfterSeconds: 0 };
let reach: Reach = HERE;
const listeners = new Set<() => void>();

function set(next: Reach): void {
  if (reach.isAway === next.isAway) return;
  reach = next;
  for (const listener of listeners) listener();
}

export const reachable = (): void => set(HERE);
export const unreachable = (retryAfterSeconds: number): void =>
  set({ isAway: true, retryAfterSeconds });

export const useReach = (): Reach =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => reach,
  );
