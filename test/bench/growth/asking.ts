// A connection to each world for as long as it is asked: servers close what is idle meanwhile.
import { type Connection, openConnection } from "../side-by-side/connections";
import type { GrownWorld } from "./worlds";

/** The answer, and the milliseconds that it took. Throws where it is refused. */
export type Ask = (request: Buffer) => Promise<{ body: string; milliseconds: number }>;

export async function connectedTo<T>(
  worlds: readonly GrownWorld[],
  work: (asks: readonly Ask[]) => Promise<T>,
): Promise<T> {
  const connections = await Promise.all(worlds.map(({ address }) => openConnection(address)));
  try {
    return await work(connections.map(timed));
  } finally {
    for (const each of connections) each.close();
  }
}

const timed =
  ({ ask }: Connection): Ask =>
  async (request) => {
    const askedAt = performance.now();
    const { status, body } = await ask(request);
    const milliseconds = performance.now() - askedAt;
    if (status === 200) return { body: body.toString(), milliseconds };
    throw new Error(`Answered ${status}: ${body.toString().slice(0, 400)}`);
  };
