// A marketing tool in the tests: pulls all there is, once everything committed has its number.
import type { Client } from "pg";
import type { Ask } from "../setup/api";

export type Change = {
  changeNumber: number;
  kind: "PROSPECT" | "SUBSCRIBER";
  id: string;
  contact: {
    name: string;
    companyName: string | null;
    emailAddress: string;
    mayEmail: boolean;
  } | null;
};

export const CHANGES = `query ($first: Int!, $after: String) { contactChanges(first: $first, after: $after) {
  nodes { changeNumber kind id contact { name companyName emailAddress mayEmail } } pageInfo { hasNextPage endCursor } } }`;

/** Waits for the sequencer. */
export async function numbered(database: Client): Promise<void> {
  for (;;) {
    const { rows } = await database.query<{ count: string }>("select count(*) from outbox");
    if (rows[0]?.count === "0") return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export async function pullAll(
  ask: Ask,
  after: string | null = null,
  { first = 1_000, headers = {} }: { first?: number; headers?: Record<string, string> } = {},
): Promise<{ changes: Change[]; cursor: string | null; pulls: number }> {
  const changes: Change[] = [];
  let cursor = after;
  for (let pulls = 1; ; pulls += 1) {
    const { data, errors } = await ask(CHANGES, { first, after: cursor }, headers);
    if (errors) throw new Error(errors[0]?.message);
    changes.push(...data.contactChanges.nodes);
    cursor = data.contactChanges.pageInfo.endCursor;
    if (!data.contactChanges.pageInfo.hasNextPage) return { changes, cursor, pulls };
  }
}
