// What is told of each round trip to PostgreSQL, to whoever listens, and kept for the operation that made it: when, in which
// role, which fixed texts, how many rows. Never a value, never a row, and nothing at all where nobody wants to know.
import { channel } from "node:diagnostics_channel";
import type { Role } from "./roles";

/** Instants are on the clock of `performance.now()`. */
export type Trip = {
  role: Role;
  startedAt: number;
  endedAt: number;
  hasFailed: boolean;
  /** Those that are not control alone: beginning, entering a role, ending. */
  statementCount: number;
  statements: Told[];
  /** PostgreSQL tells of all statements of a trip together, unless it is asked to tell of each as soon as it is done. */
  isToldApart: boolean;
};
export type Told = {
  text: string;
  isControl: boolean;
  rows: number;
  isAnswered: boolean;
  /** Known where statements are told apart. */
  answeredAt: number;
};

/** What an operation spent on the way to the database and back, in milliseconds; what happens side by side counts twice. */
export type Travels = {
  waited: number;
  travelled: number;
  tripCount: number;
  statementCount: number;
  /** The first of them. */
  trips: Trip[];
};
export type Traveller = { role: Role; travels?: Travels | undefined };

export type Wait = { role: Role; milliseconds: number };

export const TRIPS = "back-office:trips";
export const WAITS = "back-office:waits";
const trips = channel(TRIPS);
const waits = channel(WAITS);

const TRIPS_KEPT = 100;

export const newTravels = (): Travels => ({
  ...{ waited: 0, travelled: 0, tripCount: 0, statementCount: 0, trips: [] },
});

type Sent = { text: string; scope: string };

/** Null where nobody wants to know. */
export function beginTrip(who: Traveller | undefined, sent: readonly Sent[]): Trip | null {
  if (!who || !(who.travels || trips.hasSubscribers)) return null;
  const trip: Trip = {
    role: who.role,
    startedAt: performance.now(),
    endedAt: 0,
    hasFailed: false,
    statementCount: 0,
    statements: [],
    isToldApart: false,
  };
  for (const { text, scope } of sent) {
    const isControl = scope === "";
    trip.statements.push({ text, isControl, rows: 0, isAnswered: false, answeredAt: 0 });
    if (!isControl) trip.statementCount += 1;
    if (apart.size > 0 && apart.has(text)) trip.isToldApart = true;
  }
  return trip;
}

export function answered(trip: Trip, place: number, rows: number): void {
  const told = trip.statements[place]!;
  told.rows = rows;
  told.isAnswered = true;
  if (trip.isToldApart) told.answeredAt = performance.now();
}

/** Once: what fails is told of before the connection says that it is ready again. */
export function endTrip(trip: Trip, { travels }: Traveller, hasFailed: boolean): void {
  if (trip.endedAt > 0) return;
  trip.endedAt = performance.now();
  trip.hasFailed = hasFailed;
  if (travels) {
    travels.travelled += trip.endedAt - trip.startedAt;
    travels.tripCount += 1;
    travels.statementCount += trip.statementCount;
    if (travels.trips.length < TRIPS_KEPT) travels.trips.push(trip);
  }
  if (trips.hasSubscribers) trips.publish(trip);
}

/** Waits for a connection, and tells how long that took. */
export function waitingFor<T>(who: Traveller, connection: Promise<T>): Promise<T> {
  const { role, travels } = who;
  if (!travels && !waits.hasSubscribers) return connection;
  const startedAt = performance.now();
  const note = () => {
    const milliseconds = performance.now() - startedAt;
    if (travels) travels.waited += milliseconds;
    if (waits.hasSubscribers) waits.publish({ role, milliseconds } satisfies Wait);
  };
  void connection.then(note, note);
  return connection;
}

/** Texts that were slow once: of the trips that they are in, each statement is told apart from then on. */
const apart = new Set<string>();
const APART_MAXIMUM = 500;

export function tellApart(text: string): void {
  if (apart.size >= APART_MAXIMUM) apart.clear();
  apart.add(text);
}
