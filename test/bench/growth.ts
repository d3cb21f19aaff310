// A database of ten thousand contacts beside one of a million: the first page of a list, one address, and the feed, asked of
// both in turn.
import { STORY_PEOPLE } from "../../seeds/story-people";
import { contactOf } from "../../seeds/volume/contacts";
import { personOf } from "../../seeds/volume/people";
import { DEFAULTS, type Sizes } from "../../seeds/volume/sizes";
import { seedVolume } from "../../seeds/volume/volume";
import { loadHashKeys } from "../../src/keys/hash-keys";
import { loadKeys } from "../../src/viewer/keys";
import { issueToken } from "../../src/viewer/tokens";
import { type OwnCluster, ownCluster } from "../drills/own-cluster";
import { type RunningProcess, startProcess } from "../drills/processes";
import { median, send } from "../drills/send";
import type { Bench } from "./bench";

const SMALL = 10_000;
const ROUNDS = 200;
const WARM_UP = 20;

export const growth: Bench = {
  name: "growth",
  summary: "List, address and feed with ten thousand contacts, against a million.",
  options: {
    contacts: {
      ...{ default: DEFAULTS.contacts, minimum: SMALL, maximum: 5_000_000 },
      meaning: "contacts of the larger database; the rest grows with them",
    },
  },
  async run({ seed, contacts = DEFAULTS.contacts }, report) {
    const worlds: World[] = [];
    try {
      for (const count of [SMALL, contacts]) worlds.push(await openWorld(count, seed, report));
      const figures: Record<string, number> = {};
      const [small, large] = worlds as [World, World];
      for (const [name, question] of Object.entries(QUESTIONS)) {
        const times = await inTurn(small, large, question);
        const [least, most] = times.map(median) as [number, number];
        report(
          `${name}: ${least.toFixed(2)} ms with ${SMALL} contacts, ${most.toFixed(2)} ms with ${contacts}`,
        );
        figures[name] = Number((most / least).toFixed(2));
      }
      return { contacts, seedSeconds: large.seedSeconds, ...figures };
    } finally {
      for (const each of worlds) await each.close();
    }
  },
};

type World = {
  contacts: number;
  seedSeconds: number;
  ask(role: "marketing" | "sync", query: string): Promise<number>;
  close(): Promise<void>;
};

async function openWorld(contacts: number, seed: number, report: (line: string) => void) {
  const cluster: OwnCluster = await ownCluster();
  const processes: RunningProcess[] = [];
  const close = async () => {
    for (const each of processes) await each.end().catch(() => undefined);
    await cluster.close();
  };
  try {
    const { config } = cluster;
    loadHashKeys(config.dataDir);
    const share = contacts / DEFAULTS.contacts;
    const sizes = Object.fromEntries(
      Object.entries(DEFAULTS).map(([name, size]) => [name, Math.round(size * share)]),
    ) as Sizes;
    const startedAt = performance.now();
    await seedVolume(
      [await cluster.superuser(), await cluster.superuser()],
      { sizes, seed },
      report,
    );
    const seedSeconds = Math.round((performance.now() - startedAt) / 1_000);
    report(`${contacts} contacts grown in ${seedSeconds} s`);
    const server = await startProcess("api", config);
    processes.push(server);
    const keys = await loadKeys(config.dataDir);
    const { publicUrl } = config;
    const tokens = Object.fromEntries(
      (["marketing", "sync"] as const).map((role) => [
        role,
        issueToken(keys, { publicUrl, viewer: STORY_PEOPLE[role].viewer, secondsToLive: 3_600 }),
      ]),
    );
    const ask: World["ask"] = async (role, query) => {
      const { status, milliseconds } = await send(server.address, query, {}, tokens[role]);
      if (status !== 200) throw new Error(`Answered ${status}.`);
      return milliseconds;
    };
    return { contacts, seedSeconds, ask, close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Question = (world: World, round: number) => Promise<number>;

const QUESTIONS: Record<string, Question> = {
  firstPage: ({ ask }) =>
    ask("marketing", "{ subscribers { nodes { id name emailAddress mayEmail createdAt } } }"),
  firstPageByName: ({ ask }) =>
    ask("marketing", "{ prospects(orderBy: NAME) { nodes { id name companyName emailAddress } } }"),
  search: ({ ask, contacts }, round) => {
    const n = (round * 7_919) % contacts;
    const isProspect = contactOf(n, sized(contacts)).kind === "PROSPECT";
    const { email_address } = personOf(n, isProspect ? "shop" : "reads");
    const list = isProspect ? "prospects" : "subscribers";
    return ask(
      "marketing",
      `{ ${list}(filter: { emailAddress: "${email_address}" }) { nodes { id name } } }`,
    );
  },
  feed: ({ ask }) =>
    ask("sync", "{ contactChanges { nodes { changeNumber kind contact { name emailAddress } } } }"),
};

const sized = (contacts: number) => ({ sizes: { ...DEFAULTS, contacts }, seed: 1, asOf: 0 });

async function inTurn(small: World, large: World, question: Question): Promise<number[][]> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1)
    for (const [place, world] of [small, large].entries()) {
      const milliseconds = await question(world, round);
      if (round >= WARM_UP) times[place]!.push(milliseconds);
    }
  return times;
}
