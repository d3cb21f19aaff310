// A request that the door turns away: a status, a stable code and a sentence that says what to do. It carries
// nothing about any row, and nothing that the request itself said.

type Headers = Record<string, string>;

export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Headers = {},
  ) {
    super(message);
    this.name = "Refusal";
  }
}

/** Tried too often: the header says when to come back (RFC 6585 §4). */
export class RateLimited extends Refusal {
  constructor(seconds: number) {
    const wait = String(Math.max(1, seconds));
    const message = `That was tried too often. Try again in ${wait} seconds.`;
    super(429, "RATE_LIMITED", message, { "retry-after": wait });
  }
}

const RETRY_AFTER_SECONDS = 2;

/** The database is away or has no free connection: the same request will do later. */
export class Unavailable extends Error {
  readonly status = 503;
  readonly code = "UNAVAILABLE";
  readonly headers: Headers = { "retry-after": String(RETRY_AFTER_SECONDS) };
  constructor(options?: ErrorOptions) {
    super("The service is unavailable for a moment. Send the same request again shortly.", options);
    this.name = "Unavailable";
  }
}

/** How every failure reads, with or without GraphQL behind it. */
export const failureBody = (message: string, extensions: Record<string, string>): string =>
  JSON.stringify({ errors: [{ message, extensions }] });
