// How far a database shall have grown. What is not asked for follows from the contacts, as in a company of that size.

export type Sizes = {
  customers: number;
  users: number;
  contacts: number;
  activities: number;
  /** Changes of contacts, beside their coming. */
  changes: number;
};
/** `asOf`: what has expired by then is not permitted (milliseconds since 1970). */
export type Volume = { sizes: Sizes; seed: number; asOf: number };

const MAXIMUM = 20_000_000;

export const DEFAULTS: Sizes = {
  ...{ customers: 1_000, users: 100_000, contacts: 1_000_000, activities: 500_000 },
  changes: 200_000,
};

/** Null where a size is no whole number from 0 on. A customer is needed for users, a user for activities. */
export function fitSizes(sizes: Sizes): Sizes | null {
  const areWhole = Object.values(sizes).every(
    (size) => Number.isInteger(size) && size >= 0 && size <= MAXIMUM,
  );
  const { customers, users, activities } = sizes;
  return areWhole && (customers > 0 || users === 0) && (users > 0 || activities === 0)
    ? sizes
    : null;
}
