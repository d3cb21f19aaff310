// Which rows are chosen: some of those shown, or all that match, wherever they are.
import { useCallback, useState } from "react";

export type Selection = { isAll: boolean; ids: ReadonlySet<string> };

const NONE: Selection = { isAll: false, ids: new Set() };

export function useSelection() {
  const [selection, set] = useState<Selection>(NONE);
  const toggle = useCallback(
    (id: string) =>
      set(({ ids }) => {
        const next = new Set(ids);
        if (!next.delete(id)) next.add(id);
        return { isAll: false, ids: next };
      }),
    [],
  );
  return {
    selection,
    toggle,
    take: (ids: readonly string[]) => set({ isAll: false, ids: new Set(ids) }),
    takeAll: () => set({ isAll: true, ids: new Set() }),
    clear: () => set(NONE),
  };
}

export type Selecting = ReturnType<typeof useSelection>;
