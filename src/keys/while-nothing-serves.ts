// What may be done only while nothing serves. The embedded PostgreSQL runs with `npm start` alone, which serves: so it is
// started for the time of the work, on a folder that no server has claimed.
import { EMBEDDED_DATABASE, type Settings } from "../config";
import { startEmbedded } from "../database/embedded";
import { readEmbeddedAddress } from "../database/embedded-address";
import { ownerUrlOf } from "../database/owner";
import { claimDataDir } from "../running-server";

export async function whileNothingServes<T>(
  settings: Settings,
  work: (ownerUrl: string) => Promise<T>,
): Promise<T> {
  const { ownerUrl, database, dataDir } = settings;
  const isEmbedded = !ownerUrl && !database && readEmbeddedAddress(dataDir) !== null;
  if (!isEmbedded) return work(ownerUrlOf(settings));
  const letGo = claimDataDir(dataDir);
  try {
    const embedded = await startEmbedded({ folder: dataDir });
    try {
      return await work(embedded.ownerUrl(EMBEDDED_DATABASE));
    } finally {
      await embedded.stop();
    }
  } finally {
    letGo();
  }
}
