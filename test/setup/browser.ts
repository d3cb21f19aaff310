// A real Chromium. The npm package carries one for Linux on x64; elsewhere CHROMIUM_PATH or an installed Chrome.
import type { Browser } from "playwright-core";

export async function openBrowser(): Promise<Browser> {
  const { chromium } = await import("playwright-core");
  const given = process.env.CHROMIUM_PATH;
  if (given) return chromium.launch({ executablePath: given, args: ARGUMENTS });
  if (process.platform !== "linux" || process.arch !== "x64")
    return chromium.launch({ channel: "chrome" });
  const { default: packed } = await import("@sparticuz/chromium");
  return chromium.launch({ executablePath: await packed.executablePath(), args: ARGUMENTS });
}

/** As root, as in containers, Chromium has no sandbox of its own. */
const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"];
