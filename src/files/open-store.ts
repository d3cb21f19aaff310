// Which store the files lie in.
import { join } from "node:path";
import { diskStore } from "./disk-store";
import { setObjectStore } from "./object-store";

export const openFileStore = ({ dataDir }: { dataDir: string }): void =>
  setObjectStore(diskStore(join(dataDir, "files")));
