// `npm run generate:operations` asks every golden operation of a story world of its own, and writes what came of it.
import "../../src/production";
import "reflect-metadata";
import { ownCluster } from "../drills/own-cluster";
import { openApiOf } from "../setup/api";
import { furnishForGolden, goldenFilesOf, writeGolden } from "./golden-files";
import { goldenOperations } from "./operations";
import { watchTrips } from "./trips";

async function generate(): Promise<void> {
  const trips = watchTrips();
  const cluster = await ownCluster();
  try {
    const world = {
      config: cluster.config,
      asOwner: await cluster.superuser(),
      drop: cluster.close,
    };
    const api = await openApiOf(world);
    try {
      await furnishForGolden(api);
      const files = new Map<string, string>();
      for (const operation of goldenOperations())
        for (const [name, text] of await goldenFilesOf(api, trips, operation))
          files.set(name, text);
      writeGolden(files);
      console.log(`Wrote ${files.size} files.`);
    } finally {
      await api.close();
    }
  } finally {
    await cluster.close();
    trips.stop();
  }
}

generate().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
