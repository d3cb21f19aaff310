// An operation as its audience sends it, over HTTP: what was answered, and the round trips that it took.
import type { Answer, Api } from "../setup/api";
import type { Operation, Variables } from "./operations";
import { withPlaceholders } from "./placeholders";
import { textOfTrips } from "./trips-text";
import type { Trip, Trips } from "./trips";

export type Asked = {
  variables: Variables;
  answer: Pick<Answer, "data" | "errors">;
  trips: Trip[];
};

/** Each time that it is asked; `more` are variables that stand in for its own. */
export async function perform(
  api: Api,
  trips: Trips,
  operation: Operation,
  more: Variables = {},
): Promise<Asked[]> {
  const ask = api.asViewer(operation.viewer);
  const asked: Asked[] = [];
  let cursor: string | null = null;
  for (const own of operation.asked) {
    const given = { ...own, ...more };
    const variables = given.after === "<cursor>" ? { ...given, after: cursor } : given;
    trips.taken();
    const { data, errors } = await ask(operation.query, variables);
    asked.push({
      variables: given,
      answer: errors ? { data, errors } : { data },
      trips: trips.taken(),
    });
    cursor = endCursorIn(data);
  }
  return asked;
}

/** Of the first list in the answer. */
function endCursorIn(data: unknown): string | null {
  const [list] = Object.values((data ?? {}) as Record<string, unknown>);
  return (list as { pageInfo?: { endCursor?: string } } | null)?.pageInfo?.endCursor ?? null;
}

/** The two files that stand beside the operation. */
export function goldenTexts(asked: readonly Asked[]): { json: string; sql: string } {
  const answers = withPlaceholders(asked.map(({ answer }) => answer)) as unknown[];
  const parts = asked.map(({ variables, trips }) =>
    asked.length > 1
      ? `-- asked with ${JSON.stringify(variables)}\n\n${textOfTrips(trips)}`
      : textOfTrips(trips),
  );
  return {
    json: `${JSON.stringify(asked.length > 1 ? answers : answers[0], null, 2)}\n`,
    sql: parts.join("\n"),
  };
}
