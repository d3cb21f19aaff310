// The limit: COPY through bare HTTP, as it comes.
import { serveLimit } from "../side-by-side/limit";
import type { World } from "../side-by-side/world";
import type { FileContender } from "./file-contender";

export async function limitFile({ databaseUrl }: World): Promise<FileContender> {
  const { address, pid, end } = await serveLimit(databaseUrl);
  return { name: "L2", pids: [pid], address: async () => `${address}/W4`, end };
}
