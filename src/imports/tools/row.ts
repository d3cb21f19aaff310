// A record of a file as a row of an import: its cells by field, its times understood, and what its status means.
import { ImportKind, type ImportRefusal } from "../batch";
import { checkRow, type Person, refusal } from "../check-row";
import { ImportField as Field, type Mapping } from "./fields";
import { withoutApostrophe } from "./formula";
import { leavesOneList, standingOf, type Stop } from "./status";
import { givenAddress } from "../../prospects/given-address";

/** Somebody not to be mailed any more: a hash, whoever it belongs to. */
export type Stopped = { row: number; hash: Buffer; reason: Stop };
/** Somebody said that the row is not to be brought in. */
export type LeftOut = { row: number; isLeftOut: true };
export type Understood = Person | Stopped | ImportRefusal | LeftOut;

/** `unmappedStops`: columns that are read for stops alone. */
export type Reading = {
  kind: ImportKind;
  mapping: Mapping;
  unmappedStops: Mapping;
  confirmedAt: string | null;
};

/** Longest text of a field that is worth reading, in characters; the checks' own limits are below. */
export const TEXT_MAXIMUM = 1_000;

export function understand(reading: Reading, row: number, cells: readonly string[]): Understood {
  const stopped = stopIn(reading, row, cells);
  if (stopped) return stopped;
  const { kind, mapping, confirmedAt } = reading;
  const text = textIn(mapping, cells);
  for (const field of Object.keys(mapping) as Field[])
    if (text(field).length > TEXT_MAXIMUM)
      return refusal(row, field, "TOO_LONG", "The text is too long.");
  const standing = standingOf(text, kind === ImportKind.SUBSCRIBERS);
  if (standing.is === "REFUSED") return refusal(row, "STATUS", standing.code, standing.message);
  if (standing.is === "STOP")
    return refusal(row, Field.EMAIL_ADDRESS, "INVALID", "This is no e-mail address.");
  const times = [text(Field.OPT_IN_AT), text(Field.CONFIRMED_AT)] as const;
  const [optInAt, confirmed] = times.map(instantIn);
  for (const [at, field] of [Field.OPT_IN_AT, Field.CONFIRMED_AT].entries())
    if (times[at] && ![optInAt, confirmed][at])
      return refusal(row, field, "INVALID", "This is no time such as 2026-02-28 08:00:00.");
  return checkRow(kind, {
    row,
    emailAddress: text(Field.EMAIL_ADDRESS),
    name: nameIn(text),
    companyName: text(Field.COMPANY_NAME) || null,
    optInAt: optInAt ?? null,
    confirmedAt: confirmed ?? confirmedAt,
  });
}

/** The widest stop that a row tells, be the rest of it as it may. Null where it tells none, or not whose. */
export function stopIn(
  reading: Pick<Reading, "mapping" | "unmappedStops">,
  row: number,
  cells: readonly string[],
  reasons: readonly Stop[] = reasonsIn(reading, cells),
): Stopped | null {
  const reason = reasons.find((each) => !leavesOneList(each)) ?? reasons[0];
  if (!reason) return null;
  const address = givenAddress(textIn(reading.mapping, cells)(Field.EMAIL_ADDRESS));
  return address && { row, hash: address.hash, reason };
}

/** Every stop that a row tells. */
export const reasonsIn = (
  { mapping, unmappedStops }: Pick<Reading, "mapping" | "unmappedStops">,
  cells: readonly string[],
): Stop[] =>
  [mapping, unmappedStops].flatMap((read) => {
    const standing = standingOf(textIn(read, cells), false);
    return standing.is === "STOP" ? [standing.reason] : [];
  });

const textIn =
  (mapping: Mapping, cells: readonly string[]) =>
  (field: Field): string => {
    const column = mapping[field];
    return column === undefined ? "" : withoutApostrophe((cells[column] ?? "").trim());
  };

const nameIn = (text: (field: Field) => string): string =>
  text(Field.NAME) || `${text(Field.FIRST_NAME)} ${text(Field.LAST_NAME)}`.trim();

const INSTANT =
  /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(:\d\d(?:\.\d{1,9})?)?\s?(Z|UTC|[+-]\d\d:?\d\d)?)?$/i;

/** An ISO instant; without a zone in UTC, without a time of day at its beginning. Null where it is none. */
function instantIn(text: string): string | null {
  const [whole, day, time = "00:00", seconds = ":00", zone = "Z"] = INSTANT.exec(text) ?? [];
  if (whole === undefined || day === undefined) return null;
  const offset = zone.toUpperCase() === "UTC" ? "Z" : zone.replace(/^(...)(\d\d)$/, "$1:$2");
  const instant = new Date(`${day}T${time}${seconds}${offset}`);
  const isReal = !Number.isNaN(instant.getTime()) && isDay(day);
  return isReal ? instant.toISOString() : null;
}

const isDay = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};
