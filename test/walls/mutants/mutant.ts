// One hole in one wall. Where the other wall is open it must be noticed, or nothing would tell that it was ever shut;
// where the other wall stands it must show nobody a foreign row.
export type Mutant = {
  name: string;
  sort: "filter" | "verdict" | "policy" | "grant";
  /** With the other wall open: whether anything differs. */
  isNoticed(): Promise<boolean>;
  /** With the other wall standing: how many foreign rows come. */
  foreignRows(): Promise<number>;
};
