// The round trips that the program makes while it is watched: who was entered, and what travelled together.
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { type Named, type Sent, STATEMENTS } from "../../src/database/pipeline";

export type Trip = {
  statements: readonly Named[];
  /** How its connection was entered: by itself, or by the first of its transaction. */
  entered: Named | null;
};
export type Trips = {
  /** Those since the last call. */
  taken(): Trip[];
  stop(): void;
};

export function watchTrips(): Trips {
  let trips: Trip[] = [];
  const enteredOf = new WeakMap<object, Named>();
  const hear = (message: unknown) => {
    const { connection, statements } = message as Sent;
    const entering = statements.find(isEntering);
    if (entering) enteredOf.set(connection, entering);
    if (statements.some(({ text }) => STATE_OF_THE_VIEWER.test(text))) return;
    trips.push({ statements, entered: enteredOf.get(connection) ?? null });
  };
  subscribe(STATEMENTS, hear);
  return {
    taken: () => {
      const those = trips;
      trips = [];
      return those;
    },
    stop: () => unsubscribe(STATEMENTS, hear),
  };
}

/** Whether somebody may still act is asked when it was not asked for some seconds: it belongs to no operation. */
const STATE_OF_THE_VIEWER = /as "isAllowed"$/;

export const isEntering = ({ text }: Named) => text.startsWith("select where num_nulls(set_config");
export const isForAnotherPurpose = ({ text }: Named) =>
  text === "select set_config('app.purpose', $1, true)";
const isTiming = ({ text }: Named) => text.startsWith("select set_config('statement_timeout'");
export const isOfTransaction = ({ text }: Named) => /^(begin|commit|rollback)$/.test(text);

/** What was asked for: nothing that only says who asks, how long it may take, or where a transaction begins and ends. */
export const isStatement = (each: Named) =>
  !isEntering(each) && !isForAnotherPurpose(each) && !isTiming(each) && !isOfTransaction(each);

export const statementsIn = (trips: readonly Trip[]): Named[] =>
  trips.flatMap((trip) => trip.statements).filter(isStatement);

/** As whom, and what for. */
export const roleIn = ({ values }: Named) => String(values[0]);
export const purposeIn = (each: Named) => String(each.values[isEntering(each) ? 5 : 0]);
