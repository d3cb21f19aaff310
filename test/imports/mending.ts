// Mending rows of a file, as marketing does it, and looking at what became of it.
import { STORY_PEOPLE } from "../../seeds/story-people";
import type { Api } from "../setup/api";
import { prepare } from "./sending";

export const { viewer: MARKETING } = STORY_PEOPLE.marketing;
const ROW = "row cells { field text } isMended prediction code message";
export const lines = (...all: string[]) => `${all.join("\n")}\n`;
export const person = (name: string, said = "Somebody") => `${name}@mend.example.com,${said},Acme`;

export type Answer = { row: Record<string, unknown> | null; userErrors: object[] };
type Look = { rows: Record<string, unknown>[]; counts: Record<string, number> } & Record<
  string,
  unknown
>;

/** Of an API that is opened later. */
export function mendingOf(of: () => Api) {
  const prepared = async (...rows: string[]): Promise<string> =>
    (await prepare(of(), lines("Email,Name,Company", ...rows), "PROSPECTS")).import.id;

  async function alter(verb: string, input: object, as = MARKETING): Promise<Answer> {
    const type = verb === "importRowMend" ? "ImportRowMendInput" : "ImportRowInput";
    const { data, errors } = await of().asViewer(as)(
      `mutation ($input: ${type}!) { ${verb}(input: $input) { row { ${ROW} } userErrors { code field message } } }`,
      { input },
    );
    if (errors) throw new Error(errors[0]?.message);
    return data[verb];
  }
  const mend = (id: string, row: number, cells: Record<string, string>, as = MARKETING) =>
    alter(
      "importRowMend",
      { id, row, cells: Object.entries(cells).map(([field, text]) => ({ field, text })) },
      as,
    );
  const leaveOut = (id: string, row: number) =>
    alter("importRowMend", { id, row, isLeftOut: true });
  const unmend = (id: string, row: number, as = MARKETING) =>
    alter("importRowUnmend", { id, row }, as);

  async function look(id: string, rows = "", arg = ""): Promise<Look> {
    const { data, errors } = await of().as("marketing")(
      `query ($id: ID!) { importPreview(id: $id${arg}) { rowsLookedAt isWholeFile counts { prediction count } rows${rows} { ${ROW} } } }`,
      { id },
    );
    if (errors) throw new Error(errors[0]?.message);
    const { counts, ...more } = data.importPreview;
    return {
      ...more,
      counts: Object.fromEntries(
        counts
          .filter(({ count }: { count: number }) => count)
          .map(({ prediction, count }: { prediction: string; count: number }) => [
            prediction,
            count,
          ]),
      ),
    };
  }

  const prospect = async (name: string) =>
    (
      await of().database.query<object>(
        "select name, company_name, purposes from prospects where email_canonical = $1",
        [`${name}@mend.example.com`],
      )
    ).rows[0];
  const count = async (text: string, ...values: unknown[]) =>
    Number(
      (await of().database.query<{ n: string }>(`select count(*) as n ${text}`, values)).rows[0]!.n,
    );

  return { prepared, alter, mend, leaveOut, unmend, look, prospect, count };
}
