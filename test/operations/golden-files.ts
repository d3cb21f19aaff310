// Golden triples: an operation, what it answers, and the SQL that it sends. The last two are written by the program, and
// committed: a statement that is new shows in the review.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sealNow } from "../audit/seal-now";
import { type Api } from "../setup/api";
import { furnish, numberFeed } from "./furnish";
import { furnishPrepared } from "./furnish-prepared";
import { GOLDEN_FOLDER, goldenOperations, type Operation } from "./operations";
import { goldenTexts, perform } from "./perform";
import type { Trips } from "./trips";

/** Rows of each kind that the story world lacks. */
const FEW = 3;

/** In a story world where nothing was asked yet. */
export async function furnishForGolden(api: Api): Promise<void> {
  await furnish(api.database, FEW);
  await furnishPrepared(api.database);
  await numberFeed(api.database);
  await sealNow(api.config);
}

export async function goldenFilesOf(api: Api, trips: Trips, operation: Operation) {
  const { json, sql } = goldenTexts(await perform(api, trips, operation));
  return new Map([
    [`${operation.name}.json`, json],
    [`${operation.name}.sql`, sql],
  ]);
}

export const readGolden = (name: string): string | null => {
  try {
    return readFileSync(join(GOLDEN_FOLDER, name), "utf8");
  } catch {
    return null;
  }
};

/** Files that belong to no operation. */
export function leftOver(): string[] {
  const names = goldenOperations().flatMap(({ name }) =>
    ["graphql", "json", "sql"].map((end) => `${name}.${end}`),
  );
  return readdirSync(GOLDEN_FOLDER).filter((file) => !names.includes(file));
}

export function writeGolden(files: ReadonlyMap<string, string>): void {
  for (const file of leftOver()) rmSync(join(GOLDEN_FOLDER, file));
  for (const [name, text] of files) writeFileSync(join(GOLDEN_FOLDER, name), text);
}
