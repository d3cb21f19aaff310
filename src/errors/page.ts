// The page of all codes, for whoever writes a client.
import { INPUT_ERRORS, OPERATION_ERRORS, REQUEST_ERRORS } from "./catalogue";

type Entry = { status?: number; meaning: string; next: string };

export const errorsMarkdown = (): string =>
  [
    "# Errors",
    "",
    "Programs go by `code`, people by `message`. Codes stay; messages may be worded better. No message says anything of a record that you may not see, and _not yours_ reads like _not there_.",
    "",
    "Each answer has the header `x-request-id`. Whatever goes wrong unexpectedly says no more than that, as its `reference`: our log has it too.",
    "",
    "## In `userErrors` of a mutation",
    "",
    "What was sent is of the right type, and still can't be done. Nothing was changed. `field` names the input, `message` says what to do.",
    "",
    ...table(INPUT_ERRORS),
    "",
    "## In `errors` of an answer",
    "",
    "With `Accept: application/json` a document that is refused (`GRAPHQL_…`, `OPERATION_…`, `BAD_USER_INPUT`) is a 200, as GraphQL over HTTP has it. An answer with `data` has status 200, whatever its `errors`.",
    "",
    ...table(OPERATION_ERRORS),
    "",
    "## Instead of an answer",
    "",
    "The request did not get as far as its operation. The body is `{ errors: [{ message, extensions: { code } }] }` all the same.",
    "",
    ...table(REQUEST_ERRORS),
    "",
  ].join("\n");

function table(entries: Readonly<Record<string, Entry>>): string[] {
  const hasStatus = Object.values(entries).some(({ status }) => status !== undefined);
  const columns = ["code", ...(hasStatus ? ["status"] : []), "meaning", "what next"];
  const rows = Object.entries(entries).map(([code, { status, meaning, next }]) => [
    `\`${code}\``,
    ...(status === undefined ? [] : [String(status)]),
    meaning,
    next,
  ]);
  return [columns, columns.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
}
