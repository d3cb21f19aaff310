// Which columns a person wants in a list, and how dense.
import { useState } from "react";
import type { Density } from "../design/list/data-table";

export type ListPreferences = { columns: string[] | null; density: Density };

export function useListPreferences(_list: string) {
  const [preferences, set] = useState<ListPreferences>({ columns: null, density: "COMPACT" });
  return { preferences, set };
}
