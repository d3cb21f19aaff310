// A list's filters and order stand in the address, so that a link shows what its sender saw. What names a person stays
// out of it: it goes with the entry of the tab's history, which nobody is sent and no server logs.
import { useCallback, useMemo } from "react";
import { useLocation, useNavigate, useSearchParams } from "react-router";

export type FilterValues = Readonly<Record<string, string>>;

export type Filter = {
  name: string;
  title: string;
  kind: "TEXT" | "CHOICE" | "YES" | "DAY";
  choices?: readonly { value: string; title: string }[];
  /** Names a person: not in the address, not in a kept view. */
  isPersonal?: boolean;
  hint?: string;
};

export type ListState = {
  values: FilterValues;
  order: string | null;
  hasFilters: boolean;
  /** What a kept view remembers. */
  search: string;
  set(name: string, value: string): void;
  setOrder(order: string): void;
  clear(): void;
};

type Kept = { personal?: Record<string, string> } | null;

const ORDER = "orderBy";

export function useListState(filters: readonly Filter[]): ListState {
  const [parameters] = useSearchParams();
  const { state } = useLocation() as { state: Kept };
  const navigate = useNavigate();
  const search = parameters.toString();
  const personal = useMemo(() => state?.personal ?? {}, [state]);

  const values = useMemo(() => {
    const known = new URLSearchParams(search);
    const read = ({ name, isPersonal }: Filter) =>
      [name, (isPersonal ? personal[name] : known.get(name)) ?? ""] as const;
    return Object.fromEntries(filters.map(read).filter(([, value]) => value !== ""));
  }, [filters, search, personal]);

  const go = useCallback(
    (next: URLSearchParams, nextPersonal: Record<string, string>) =>
      void navigate(
        { search: next.toString() },
        { replace: true, state: { personal: nextPersonal } satisfies Kept },
      ),
    [navigate],
  );
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    if (filters.find((each) => each.name === name)?.isPersonal) {
      return go(next, { ...personal, [name]: value });
    }
    if (value) next.set(name, value);
    else next.delete(name);
    go(next, personal);
  };
  return {
    values,
    order: parameters.get(ORDER),
    hasFilters: Object.keys(values).length > 0,
    search,
    set,
    setOrder: (order) => {
      const next = new URLSearchParams(search);
      next.set(ORDER, order);
      go(next, personal);
    },
    clear: () => {
      const kept = parameters.get(ORDER);
      go(new URLSearchParams(kept ? { [ORDER]: kept } : {}), {});
    },
  };
}
