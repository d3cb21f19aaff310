// Round trips as a reviewer reads them: as whom and what for, and what was asked.
import { sqlText } from "./sql-text";
import {
  isForAnotherPurpose,
  isOfTransaction,
  isStatement,
  purposeIn,
  roleIn,
  type Trip,
} from "./trips";

export const textOfTrips = (trips: readonly Trip[]): string =>
  trips.length ? `${trips.map(textOfTrip).join("\n\n")}\n` : "-- no round trip\n";

function textOfTrip({ statements, entered }: Trip, place: number): string {
  const lines = statements.flatMap((each) => {
    if (isForAnotherPurpose(each)) return [`-- for ${purposeIn(each)}`];
    return isStatement(each) || isOfTransaction(each) ? [`${sqlText(each.text)};`] : [];
  });
  const who = entered ? ` as ${roleIn(entered)} for ${purposeIn(entered) || "no purpose"}` : "";
  return [`-- round trip ${place + 1}${who}`, ...lines].join("\n");
}
