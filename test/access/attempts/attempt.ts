// What somebody tries who may not, and how it ends: one line of the drill's table.
import type { Api, Answer } from "../../setup/api";

export type Attempt = {
  name: string;
  /** In a few words; where it ends otherwise, the words are others. */
  expected: string;
  /** Whether any SQL may be sent for it, beside entering, the viewer's state and denials. */
  asksTheDatabase: boolean;
  try(): Promise<string> | string;
};

/** Attempts of one class, in a running world. */
export type AttemptClass = {
  title: string;
  attempts(api: Api, most: { ids: number }): Attempt[] | Promise<Attempt[]>;
};

/** The status and code of a refusal, or what came. */
export const endOf = ({ status, data, errors }: Answer): string =>
  errors ? `${status} ${String(errors[0]?.extensions.code)}` : `${status} ${JSON.stringify(data)}`;

export const NO_SUCH_FIELD = "200 GRAPHQL_VALIDATION_FAILED";

/** Whether all are byte for byte the first. */
export const alike = (texts: string[]): string =>
  texts.every((text) => text === texts[0]) ? "all alike" : `apart: ${texts.join(" / ")}`;

/** Otherwise the limits of signing in would answer. */
export const forgetRates = (api: Api) => api.database.query("delete from sign_in_rates");

export async function addressOfUser(api: Api, id: string): Promise<string> {
  const { rows } = await api.database.query<{ address: string }>(
    "select email_address as address from platform_users where id = $1",
    [id],
  );
  return rows[0]!.address;
}
