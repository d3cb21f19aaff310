// The drill of bad files: each is sent, looked at and begun as it is. A table tells what becomes of it, and how much memory
// the API and the worker took at the most by then.
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { STORY_PEOPLE } from "../../seeds/story-people";
import { loadKeys } from "../../src/viewer/keys";
import { issueToken } from "../../src/viewer/tokens";
import { BAD_FILES, type BadFile } from "../imports/bad-files";
import type { Drill, Outcome } from "./drill";
import { ownCluster } from "./own-cluster";
import { peakOf } from "./peak-memory";
import { type RunningProcess, startProcess } from "./processes";
import { send } from "./send";

const MEMORY_MIB = 300;

export const badFiles: Drill = {
  name: "bad-files",
  summary:
    "Whatever a file is like, it is refused or read with a clear answer, and in little memory.",
  options: {
    megabytes: {
      default: 1_000,
      minimum: 1,
      maximum: 1_000,
      meaning: "length of the longest line",
    },
  },
  async run({ megabytes = 1_000 }, report) {
    const cluster = await ownCluster();
    const processes: RunningProcess[] = [];
    try {
      const api = await startProcess("api", cluster.config);
      processes.push(api);
      const worker = await startProcess("worker", cluster.config);
      processes.push(worker);
      const { dataDir, publicUrl } = cluster.config;
      const token = issueToken(await loadKeys(dataDir), {
        ...{ publicUrl, viewer: STORY_PEOPLE.marketing.viewer, secondsToLive: 3_600 },
      });
      return await drill({ api, worker, token, megabytes, report });
    } finally {
      await Promise.all(processes.map((each) => each.end()));
      await cluster.close();
    }
  },
};

type Parts = {
  api: RunningProcess;
  worker: RunningProcess;
  token: string;
  megabytes: number;
  report: (line: string) => void;
};

async function drill(parts: Parts): Promise<Outcome> {
  const { api, worker, report } = parts;
  report(line("file", "what becomes of it", "API MiB", "worker MiB"));
  let held = 0;
  for (const file of BAD_FILES) {
    const end = await endOf(parts, file);
    const isHeld = end === file.expected;
    if (isHeld) held += 1;
    const told = isHeld ? end : `✗ ${end} instead of ${file.expected}`;
    report(line(file.name, told, String(peakOf(api)), String(peakOf(worker))));
  }
  const [apiMiB, workerMiB] = [peakOf(api), peakOf(worker)];
  return {
    checks: [
      [`each of ${BAD_FILES.length} files came to its answer`, held === BAD_FILES.length],
      [`memory stayed under ${MEMORY_MIB} MiB`, Math.max(apiMiB, workerMiB) < MEMORY_MIB],
    ],
    figures: { files: BAD_FILES.length, held, apiMiB, workerMiB },
  };
}

type Change = { import: { id: string } | null; userErrors: { code: string }[] };
type Ended = {
  state: string;
  added: number;
  refused: number;
  failure: string | null;
  refusals: { code: string }[];
};

async function endOf(parts: Parts, file: BadFile): Promise<string> {
  const { api, token } = parts;
  const sent = await fetch(`${api.address}/uploads`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "text/csv", ...file.headers },
    body: Readable.toWeb(Readable.from(bytesOf(file, parts.megabytes))) as never,
    duplex: "half",
  });
  const answer = (await sent.json()) as {
    fileId: string;
    errors?: { extensions: { code: string } }[];
  };
  if (!sent.ok) return `refused: ${answer.errors?.[0]?.extensions.code}`;
  const verb = async (name: string, type: string, input: object): Promise<Change> => {
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { import { id } userErrors { code } } }`;
    return (await send<Record<string, Change>>(api.address, query, { input }, token)).data[name]!;
  };
  const { import: prepared, userErrors } = await verb("importPrepare", "ImportPrepareInput", {
    ...{ fileId: answer.fileId, kind: "PROSPECTS" },
  });
  if (!prepared) return `refused: ${userErrors[0]?.code}`;
  await verb("importStart", "ImportStartInput", { id: prepared.id, source: "A bad file" });
  return ended(parts, prepared.id);
}

function* bytesOf({ pieces }: BadFile, megabytes: number): Generator<Buffer> {
  for (const piece of pieces(megabytes)) yield Buffer.from(piece);
}

async function ended({ api, token }: Parts, id: string): Promise<string> {
  const query =
    "query ($id: ID!) { import(id: $id) { state added refused failure refusals { code } } }";
  for (let tries = 1_200; tries; tries -= 1) {
    const { data } = await send<{ import: Ended }>(api.address, query, { id }, token);
    const { state, added, refused, failure, refusals } = data.import;
    const codes = [...new Set(refusals.map(({ code }) => code))].join(", ");
    if (state === "DONE") return `added ${added}, refused ${refused}${codes && `: ${codes}`}`;
    if (state === "FAILED") return `failed: ${failure}`;
    await sleep(100);
  }
  return "never ended";
}

const line = (name: string, end: string, api: string, worker: string): string =>
  `${name.padEnd(46)} ${end.padEnd(34)} ${api.padStart(8)} ${worker.padStart(11)}`;
