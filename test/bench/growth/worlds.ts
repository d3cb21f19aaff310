// Three databases of one company, each ten times as large as the one before, and the program on each of them.
import { STORY_PEOPLE } from "../../../seeds/story-people";
import { DEFAULTS, type Sizes } from "../../../seeds/volume/sizes";
import { loadKeys } from "../../../src/viewer/keys";
import { issueToken } from "../../../src/viewer/tokens";
import { type RunningProcess, startProcess } from "../../drills/processes";
import { operationBytes } from "../side-by-side/graphql-request";
import { openWorld, type World } from "../side-by-side/world";

const SHARES = [0.01, 0.1, 1];
const POINTS = 1_000_000_000;

export type Role = "marketing" | "support" | "sync";
export type GrownWorld = World & {
  sizes: Sizes;
  /** What is sent for a question of this role. */
  bytesOf(role: Role, query: string, variables?: object): Buffer;
  /** Where the program answers. */
  address: string;
};

/** From the least to the largest. The largest is kept in the folder itself, the others beside it. */
export async function openWorlds(
  contacts: number,
  { seed, folder }: { seed: number; folder: string | null },
  report: (line: string) => void,
): Promise<GrownWorld[]> {
  const worlds: GrownWorld[] = [];
  try {
    for (const share of SHARES) {
      const sizes = sizesOf((share * contacts) / DEFAULTS.contacts);
      const own = folder && share < 1 ? `${folder}-${sizes.contacts}` : folder;
      report(`${sizes.contacts} contacts`);
      worlds.push(await openServed(sizes, { seed, folder: own }, report));
    }
    return worlds;
  } catch (error) {
    for (const each of worlds) await each.close();
    throw error;
  }
}

const sizesOf = (share: number) =>
  Object.fromEntries(
    Object.entries(DEFAULTS).map(([name, size]) => [name, Math.round(size * share)]),
  ) as Sizes;

async function openServed(
  sizes: Sizes,
  where: { seed: number; folder: string | null },
  report: (line: string) => void,
): Promise<GrownWorld> {
  const world = await openWorld(sizes, where, report);
  const { publicUrl, dataDir } = world.config;
  let server: RunningProcess | null = null;
  const close = async () => {
    await server?.end();
    await world.close();
  };
  try {
    server = await startProcess("api", { ...world.config, pointsPerSecond: POINTS });
    const keys = await loadKeys(dataDir);
    const tokenOf = (role: Role) => {
      const { viewer } = STORY_PEOPLE[role];
      return issueToken(keys, { publicUrl, viewer, secondsToLive: 24 * 60 * 60 });
    };
    const tokens: Record<Role, string> = {
      ...{ marketing: tokenOf("marketing"), support: tokenOf("support"), sync: tokenOf("sync") },
    };
    return {
      ...world,
      sizes,
      address: server.address,
      bytesOf: (role, query, variables = {}) => operationBytes(query, variables, tokens[role]),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
