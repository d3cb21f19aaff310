// The folder that holds package.json, from src/ and from dist/ alike.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

const holding = (folder: string): string =>
  existsSync(join(folder, "package.json")) ? folder : holding(dirname(folder));

export const PROJECT_ROOT = holding(__dirname);
