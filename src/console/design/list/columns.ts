// The columns of a list: which there are, which are shown, and what sorts.
import type { ReactNode } from "react";

export type Column<Row> = {
  /** Kept with the person's choice: it stays as it is. */
  name: string;
  title: string;
  /** A track of a grid: «minmax(10rem, 2fr)». */
  width: string;
  cell(row: Row): ReactNode;
  /** Not shown until it is chosen. */
  isExtra?: boolean;
  /** The value of the list's `orderBy` that sorts by it. */
  order?: string;
};

/** In the order of the list itself, whatever the order of choosing. */
export function shownColumns<Row>(
  columns: readonly Column<Row>[],
  chosen: readonly string[] | null,
): Column<Row>[] {
  const [first, ...others] = columns;
  if (!first) return [];
  const isShown = ({ name, isExtra }: Column<Row>) => (chosen ? chosen.includes(name) : !isExtra);
  return [first, ...others.filter(isShown)]; // the first says what the row is
}
