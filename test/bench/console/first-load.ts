// What a browser takes before somebody can work: the files that a page asks for, by their size as gzip sends them.
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { PROJECT_ROOT } from "../../../src/project-root";

const BUILT = join(PROJECT_ROOT, "dist", "console");

export type Loaded = { kB: number; files: number };

/** All files that were asked for until now, in kB (1,000 bytes): scripts and styles as gzip, fonts and pictures as they are. */
export function loading(page: Page): () => Loaded {
  const paths = new Set<string>();
  page.on("requestfinished", (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/(console|portal)\/assets\//.test(pathname)) paths.add(pathname);
  });
  return () => {
    const bytes = [...paths].reduce((sum, path) => sum + gzipBytes(path), 0);
    return { kB: Math.round(bytes / 1_000), files: paths.size };
  };
}

function gzipBytes(path: string): number {
  const file = join(BUILT, path);
  return statSync(existsSync(`${file}.gz`) ? `${file}.gz` : file).size;
}

/** Until somebody can type their address. */
export async function firstLoad(browser: Browser, address: string, door: "console" | "portal") {
  const context = await browser.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  const loaded = loading(page);
  await page.goto(`${address}/${door}`, { waitUntil: "networkidle" });
  await page.getByLabel("E-mail address").waitFor();
  const { kB, files } = loaded();
  await context.close();
  return { kB, files };
}
