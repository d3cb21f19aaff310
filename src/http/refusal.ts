// A request that the door turns away: a status, a stable code and a sentence that says what to do. It carries
// nothing about any row, and nothing that the request itself said.
import { REQUEST_ERRORS, type RequestCode } from "../errors/catalogue";
import { fill, type Values, type ValuesOf } from "../errors/template";

type Headers = Record<string, string>;
type Entry = { status: number; meaning: string; message?: string; headers?: Headers };

export class Refusal extends Error {
  readonly status: number;
  readonly headers: Headers;

  constructor(
    readonly code: RequestCode,
    values: Values = {},
    options?: ErrorOptions,
  ) {
    const { status, meaning, message = meaning, headers = {} }: Entry = REQUEST_ERRORS[code];
    super(fill(message, values), options);
    this.name = "Refusal";
    this.status = status;
    this.headers = Object.fromEntries(
      Object.entries(headers).map(([name, template]) => [name, fill(template, values)]),
    );
  }
}

/** Tried too often: the header says when to come back (RFC 6585 §4). */
export const rateLimited = (seconds: number): Refusal =>
  refusal("RATE_LIMITED", { seconds: String(Math.max(1, seconds)) });

/** The refusal of this code, with the values that its texts ask for. */
export const refusal = <Code extends RequestCode>(
  code: Code,
  ...[values]: ValuesOf<(typeof REQUEST_ERRORS)[Code]>
): Refusal => new Refusal(code, values);

const RETRY_AFTER_SECONDS = 2;

/** The database is away or has no free connection: the same request will do later. */
export class Unavailable extends Refusal {
  constructor(options?: ErrorOptions) {
    super("UNAVAILABLE", { seconds: RETRY_AFTER_SECONDS }, options);
    this.name = "Unavailable";
  }
}

/** How every failure reads, with or without GraphQL behind it. */
export const failureBody = (message: string, extensions: Record<string, string>): string =>
  JSON.stringify({ errors: [{ message, extensions }] });
