// An operation sends as many statements, in as many round trips, for many rows as for few: else something asks for each row
// by itself.
import type { Api } from "../setup/api";
import type { Operation } from "./operations";
import { perform } from "./perform";
import { statementsIn, type Trip, type Trips } from "./trips";

export type Counted = { rows: number; statements: number; roundTrips: number };
export type Growth = { few: Counted; many: Counted };

/** Few and many rows of a page. The few are more than one: one alone is asked for in another way, here and there. */
const FEW = 2;
const MANY = 40;

export async function growthOf(api: Api, trips: Trips, operation: Operation): Promise<Growth> {
  const at = async (first: number): Promise<Counted> => {
    const [asked] = await perform(api, trips, operation, { first });
    if (!asked || asked.answer.errors)
      throw new Error(`${operation.name} with ${first}: ${JSON.stringify(asked?.answer.errors)}`);
    return counted(asked.answer.data, asked.trips);
  };
  return { few: await at(FEW), many: await at(MANY) };
}

export const counted = (data: unknown, trips: readonly Trip[]): Counted => ({
  rows: rowsIn(data),
  statements: statementsIn(trips).length,
  roundTrips: trips.length,
});

/** What is wrong, or null. */
export function faultIn({ few, many }: Growth): string | null {
  if (many.rows <= few.rows)
    return `has no more rows to show than ${few.rows}: that proves nothing`;
  const sent = ({ statements, roundTrips }: Counted) =>
    `${statements} statements in ${roundTrips} round trips`;
  return sent(few) === sent(many)
    ? null
    : `sends ${sent(few)} for ${few.rows} rows, ${sent(many)} for ${many.rows}`;
}

/** The records of the first list: those below it are as many as they are. */
function rowsIn(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce<number>((most, each) => Math.max(most, rowsIn(each)), 0);
}
