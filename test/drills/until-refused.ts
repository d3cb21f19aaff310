// How long a token is taken after its right ended.
import { setTimeout as sleep } from "node:timers/promises";
import { send } from "./send";

const LOOKED_EVERY_MS = 25;
const PATIENCE_MS = 15_000;

/** Whether a token still lets anybody ask. */
export const isTaken = async (address: string, token: string): Promise<boolean> =>
  (await send(address, "{ viewer { audience } }", {}, token)).status === 200;

/** How long after a moment it was refused for the first time, in milliseconds. */
export async function untilRefused(address: string, token: string, since: number): Promise<number> {
  while (performance.now() - since < PATIENCE_MS) {
    if (!(await isTaken(address, token))) return performance.now() - since;
    await sleep(LOOKED_EVERY_MS);
  }
  return Infinity;
}
