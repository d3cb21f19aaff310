// Rounds in turn, as with requests, but a turn is one file from the first word to the last byte.
import { cpuOf } from "../side-by-side/cpu";
import { type Measured, type Slot, summarised } from "../side-by-side/rounds";
import type { FileContender } from "./file-contender";
import { bytesOf, type Content, contentOf } from "./take-away";

type Settings = { rounds: number; databasePid: number };

/** Of each contender, in files' rows per second. */
export async function filesInTurn(
  contenders: readonly FileContender[],
  { rounds, databasePid }: Settings,
  report: (line: string) => void,
): Promise<Measured[]> {
  const { people } = await refuseDifferences(contenders);
  report(`${people} people in each file`);
  const turns = contenders.map((): Slot[] => []);
  for (let round = 0; round < rounds; round += 1)
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const place = (round + turn) % contenders.length;
      turns[place]!.push(await oneFile(contenders[place]!, people, databasePid));
    }
  return contenders.map(({ name }, place) => summarised(name, turns[place]!, turns[0]!));
}

/** Nobody is timed whose file has other people, or another number of lines. */
async function refuseDifferences(contenders: readonly FileContender[]): Promise<Content> {
  let first: Content | null = null;
  for (const { name, address } of contenders) {
    const content = await contentOf(await address());
    first ??= content;
    if (JSON.stringify(content) !== JSON.stringify(first))
      throw new Error(
        `${name} has ${content.people} people in ${content.lines} lines, not the same as ${contenders[0]!.name}: ${first.people} in ${first.lines}.`,
      );
  }
  return first!;
}

async function oneFile(
  { pids, address, tidyUp }: FileContender,
  people: number,
  databasePid: number,
): Promise<Slot> {
  await tidyUp?.();
  const ownCpu = () => pids.reduce((sum, pid) => sum + cpuOf(pid), 0);
  const before = [ownCpu(), cpuOf(databasePid, true)] as const;
  const startedAt = performance.now();
  await bytesOf(await address());
  const tookMs = performance.now() - startedAt;
  return {
    perSecond: (people / tookMs) * 1_000,
    cpuMs: ownCpu() - before[0],
    databaseCpuMs: cpuOf(databasePid, true) - before[1],
    p99Ms: tookMs,
  };
}
