// Which store the files lie in.
import { createRequire } from "node:module";
import { join } from "node:path";
import { diskStore } from "./disk-store";
import { setObjectStore } from "./object-store";
import type { S3Address } from "./s3-settings";

/** What speaks to S3 is large, and of no use elsewhere. */
const loadWhenNeeded = createRequire(__filename);

export function openFileStore({ dataDir, s3 }: { dataDir: string; s3: S3Address | null }): void {
  if (!s3) return setObjectStore(diskStore(join(dataDir, "files")));
  const { s3Store } = loadWhenNeeded("./s3-store") as typeof import("./s3-store");
  setObjectStore(s3Store(s3));
}
