// Identifiers of a grown database: uuids of version 7 that sort by time of creation, the same at every seeding.

const SERIES = {
  ...{ customer: "b01", contact: "b02", user: "b03", activity: "b04", prospect: "b05" },
  ...{ interaction: "b06", subscriber: "b07", basis: "b08", credential: "b09", session: "b0a" },
  ...{ disclosure: "b0b", entry: "b0c", ending: "b0d" },
};
export type Series = keyof typeof SERIES;

/** Of the n-th of its series, made at that time (milliseconds since 1970). */
export function volumeId(series: Series, n: number, at: number): string {
  const time = at.toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8${SERIES[series]}-${n.toString(16).padStart(12, "0")}`;
}
