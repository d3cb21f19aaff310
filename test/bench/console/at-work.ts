// Somebody at work in a list, in a real browser: how long each step keeps them waiting, from the key to what it shows.
import type { Page } from "playwright-core";

export const STEPS = [
  "openMs",
  "firstRowMs",
  "filterMs",
  "searchNameMs",
  "searchAddressMs",
  "frameP95Ms",
  "frameLongestMs",
] as const;
export type Step = (typeof STEPS)[number];
export type Worked = Record<Step, number> & { rowsScrolled: number };

/** Of whom there is one in the world, to be found by the whole address; and how many names begin. */
export type Asked = { address: string; nameOf: string; beginning: string };

const SCROLLED_MS = 4_000;

export async function work(page: Page, base: string, asked: Asked): Promise<Worked> {
  const openMs = await timed(async () => {
    await page.goto(`${base}/console/prospects`);
    await rowsOf(page, "Prospects").first().waitFor();
  });
  await go(page, "Today");
  const firstRowMs = await timed(async () => {
    await go(page, "Subscribers");
    await rowsOf(page, "Subscribers").first().waitFor();
  });
  await go(page, "Prospects");
  const firstRow = rowsOf(page, "Prospects").first();
  await firstRow.waitFor();
  const frames = await scroll(page);

  const filter = page.getByLabel("Name begins with");
  await filter.fill(asked.beginning.slice(0, -1));
  await page.waitForLoadState("networkidle");
  await firstRow.filter({ hasText: new RegExp(asked.beginning.slice(0, -1)) }).waitFor();
  await page.waitForTimeout(500);
  const filterMs = await answered(page, () => filter.press(asked.beginning.at(-1)!));

  const searchNameMs = await search(page, asked.beginning, asked.beginning);
  const searchAddressMs = await search(page, asked.address, asked.nameOf);
  await go(page, "Today"); // the next round finds no filter set
  return { openMs, firstRowMs, filterMs, searchNameMs, searchAddressMs, ...frames };
}

async function go(page: Page, title: string) {
  await page.getByRole("link", { name: title, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
}

/** Of this list, and no other that is about to go. */
const rowsOf = (page: Page, title: string) =>
  page.getByRole("grid", { name: title }).locator("[data-index]");

/** In the palette, from the last key to what it finds. */
async function search(page: Page, text: string, found: string): Promise<number> {
  await page.keyboard.press("Control+K");
  const input = page.getByRole("dialog").getByRole("combobox");
  await input.fill(text.slice(0, -1));
  await page.waitForTimeout(500);
  const hit = page.getByRole("option", { name: found }).first();
  const ms = await timed(async () => {
    await input.press(text.at(-1)!);
    await page.waitForResponse((response) => response.url().endsWith("/graphql"));
    await hit.waitFor();
  });
  await page.keyboard.press("Escape");
  await input.waitFor({ state: "detached" });
  return ms;
}

/** Until the list was asked anew and drawn. */
const answered = (page: Page, act: () => Promise<void>) =>
  timed(async () => {
    const response = page.waitForResponse((each) => each.url().endsWith("/graphql"));
    await act();
    await (await response).finished();
    await page.evaluate(
      "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))",
    );
  });

/** As a wheel does, frame after frame: how long frames take, and how far one comes. */
async function scroll(page: Page) {
  const deltas = await page.evaluate<number[]>(`new Promise((done) => {
    const scroller = document.querySelector("[role=grid]").parentElement;
    const deltas = [];
    const until = performance.now() + ${SCROLLED_MS};
    let last = performance.now();
    const step = (now) => {
      deltas.push(now - last);
      last = now;
      scroller.scrollBy(0, 120);
      if (now < until) requestAnimationFrame(step);
      else done(deltas.slice(1));
    };
    requestAnimationFrame(step);
  })`);
  const sorted = [...deltas].sort((one, other) => one - other);
  const lastRow = page.getByRole("grid").locator("[data-index]").last();
  const rowsScrolled = Number(await lastRow.getAttribute("data-index"));
  return {
    frameP95Ms: Math.round(sorted[Math.floor(sorted.length * 0.95)]!),
    frameLongestMs: Math.round(sorted.at(-1)!),
    rowsScrolled,
  };
}

async function timed(act: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await act();
  return Math.round(performance.now() - startedAt);
}
