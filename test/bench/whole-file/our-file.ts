// The export as marketing has it for a provider: asked for, made by the worker under both walls, kept sealed, entered as a
// Disclosure, taken away. And the same file taken away once more, which is the download alone.
import { STORY_SERVICE_PROVIDER } from "../../../seeds/story-people";
import { type RunningProcess, startProcess } from "../../drills/processes";
import { addressOf, cancel, made } from "../../exports/taking";
import { apiElsewhere } from "../../setup/api-elsewhere";
import type { World } from "../side-by-side/world";
import type { FileContender } from "./file-contender";

const PATIENCE_SECONDS = 600;
const ASKED = { kind: "SUBSCRIBERS", format: "CSV", serviceProviderId: STORY_SERVICE_PROVIDER.id };

export async function ourFile({ config }: World): Promise<[FileContender, FileContender]> {
  const processes: RunningProcess[] = [];
  const end = async () => void (await Promise.all(processes.map((each) => each.end())));
  try {
    for (const word of ["api", "worker"] as const) processes.push(await startProcess(word, config));
  } catch (error) {
    await end();
    throw error;
  }
  const api = await apiElsewhere(processes[0]!.address, config);
  let last: { id: string; downloadUrl: string | null } | null = null;
  /** How many files one may have is bounded. */
  const tidyUp = async () => {
    if (last) await cancel(api, "marketing", last.id);
    last = null;
  };
  const whole: FileContender = {
    name: "with all guards",
    pids: processes.map(({ pid }) => pid),
    address: async () => {
      last = await made(api, "marketing", ASKED, PATIENCE_SECONDS);
      return addressOf(api, last!);
    },
    tidyUp,
    end: () => tidyUp().finally(end),
  };
  const again: FileContender = {
    ...whole,
    name: "taken once more",
    address: async () => addressOf(api, last!),
    tidyUp: undefined,
    end: async () => undefined,
  };
  return [whole, again];
}
