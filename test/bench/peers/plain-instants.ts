// Instants as the limit writes them: with no more of a second than there is, and Z.

const INSTANT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d+)(?:Z|\+00:00)$/;

/** All those in an answer. */
export const withPlainInstants = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data), (_key, value: unknown) =>
    typeof value === "string" ? value.replace(INSTANT, plain) : value,
  );

const plain = (_whole: string, seconds: string, fraction: string) =>
  `${seconds}${fraction.replace(/\.?0+$/, "")}Z`;
