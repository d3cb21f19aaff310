// The public pages as a reader meets them: on a phone and on a screen, light and dark, with scripts switched off.
import type { Browser } from "playwright-core";
import { visit } from "../console/visit";
import { openBrowser } from "../setup/browser";
import { openSite, type Site } from "../setup/site";

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
});
afterAll(() => Promise.all([browser?.close(), site?.close()]));

const PAGES = [
  ["home", "/"],
  ["notice", "/notice"],
  ["invitation", "/invitation?token=known-to-nobody"],
  ["password", "/password?token=known-to-nobody"],
  ["not-found", "/nowhere-at-all"],
] as const;
const PHONE = { width: 390, height: 844 };

test.each(PAGES)(
  "%s fits a phone and a screen, and is read without eyes",
  async (name, path) => {
    for (const [device, options] of [
      ["phone", { viewport: PHONE, deviceScaleFactor: 2 }],
      ["screen", {}],
    ] as const) {
      const { page, look, faults, close } = await visit(browser, site.address, "PUBLIC", options);
      const scripts: string[] = [];
      page.on("request", (request) => {
        if (request.resourceType() === "script") scripts.push(request.url());
      });
      await page.goto(site.address + path);
      await look(`public-${name}-${device}`);
      const isWider = "document.documentElement.scrollWidth > document.documentElement.clientWidth";
      expect(await page.evaluate(isWider)).toBe(false);
      expect(scripts).toEqual([]);
      expect(faults).toEqual([]);
      await close();
    }
  },
  60_000,
);

test("it is all there where scripts are switched off", async () => {
  const { page, faults, close } = await visit(browser, site.address, "PUBLIC", {
    javaScriptEnabled: false,
    locale: "de-DE",
  });
  await page.goto(site.address);
  await page
    .getByRole("link", { name: /Datenschutz/ })
    .first()
    .click();
  await page.waitForURL(/\/notice/);
  expect(await page.locator("html").getAttribute("lang")).toBe("de");
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toMatch(/Datenschutz/);
  expect(faults).toEqual([]);
  await close();
}, 60_000);
