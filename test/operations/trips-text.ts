// Round trips as a reviewer reads them: as whom and what for, and what was asked.
import { sqlText } from "./sql-text";
import {
  isEntering,
  isForAnotherPurpose,
  isOfTransaction,
  isStatement,
  purposeIn,
  roleIn,
  type Trip,
} from "./trips";

export const textOfTrips = (trips: readonly Trip[]): string =>
  trips.length ? `${trips.map(textOfTrip).join("\n\n")}\n` : "-- no round trip\n";

function textOfTrip(trip: Trip, place: number): string {
  const lines = trip.flatMap((each) => {
    if (isEntering(each)) return [`-- as ${roleIn(each)} for ${purposeIn(each) || "no purpose"}`];
    if (isForAnotherPurpose(each)) return [`-- for ${purposeIn(each)}`];
    return isStatement(each) || isOfTransaction(each) ? [`${sqlText(each.text)};`] : [];
  });
  return [`-- round trip ${place + 1}`, ...lines].join("\n");
}
