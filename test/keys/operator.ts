// `npm run keys` as the operator of a test's database runs it.
import type { Config } from "../../src/config";
import { embeddedOwnerUrl, readEmbeddedAddress } from "../../src/database/embedded-address";
import { connectAsOwner } from "../../src/database/owner";
import { keys } from "../../src/keys/command";

const ownerUrlFor = ({ database }: Config): string => {
  const { folder } = JSON.parse(process.env.TEST_CLUSTER!) as { folder: string };
  return embeddedOwnerUrl(readEmbeddedAddress(folder)!, database.database);
};

export const ownerOf = (config: Config) => connectAsOwner(ownerUrlFor(config), "test");

/** Whether all went well, and the lines that were printed. */
export async function operator(config: Config, ...args: string[]) {
  const lines: string[] = [];
  const env = { DATA_DIR: config.dataDir, DATABASE_OWNER_URL: ownerUrlFor(config) };
  const isWhole = await keys(args, env, (line) => lines.push(line));
  return { isWhole, lines };
}
