// What the drills of faults have in common: a cluster, processes that end with the drill, and tokens of the story's people.
import { STORY_PEOPLE, type StoryRole } from "../../../seeds/story-people";
import type { Config } from "../../../src/config";
import { loadKeys } from "../../../src/viewer/keys";
import { issueToken } from "../../../src/viewer/tokens";
import type { Outcome } from "../drill";
import { type OwnCluster, ownCluster } from "../own-cluster";
import { type RunningProcess, startProcess } from "../processes";

export type Stage = {
  cluster: OwnCluster;
  start(word: "api" | "worker", change?: Partial<Config>): Promise<RunningProcess>;
  token(role: StoryRole): string;
};

/** People of a drill ask as fast as they can. */
const POINTS = 1_000_000_000;

export async function onStage(work: (stage: Stage) => Promise<Outcome>): Promise<Outcome> {
  const cluster = await ownCluster();
  const processes: RunningProcess[] = [];
  try {
    const config = { ...cluster.config, pointsPerSecond: POINTS };
    const keys = await loadKeys(config.dataDir);
    return await work({
      cluster,
      start: async (word, change) => {
        const started = await startProcess(word, { ...config, ...change });
        processes.push(started);
        return started;
      },
      token: (role) =>
        issueToken(keys, {
          publicUrl: config.publicUrl,
          viewer: STORY_PEOPLE[role].viewer,
          secondsToLive: 3_600,
        }),
    });
  } finally {
    await Promise.all(processes.map((each) => each.end().catch(() => undefined)));
    await cluster.close();
  }
}
