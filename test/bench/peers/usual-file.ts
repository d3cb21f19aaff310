// The usual build's download as a contender.
import { serveIn } from "../side-by-side/serving-child";
import type { World } from "../side-by-side/world";
import type { FileContender } from "../whole-file/file-contender";
import { PEERS } from "./installed";

export async function usualFile({ databaseUrl }: World): Promise<FileContender> {
  const { address, pid, end } = await serveIn(require.resolve("./usual-build/file-server"), {
    env: { DATABASE_URL: databaseUrl },
    cwd: PEERS, // where TypeORM finds the package that it streams with
  });
  return { name: "the usual build", pids: [pid], address: async () => address, end };
}
