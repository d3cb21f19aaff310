// Whatever an audience is offered, page after page, and the first record of each list: each is one that a screen reader
// finds its way in, in both modes, and asks nothing that it may not.
import type { Browser } from "playwright-core";
import { openBrowser } from "../setup/browser";
import { openSite, type Site } from "../setup/site";
import { ADMINISTRATOR, signInAsStaff, signInAtPortal, USER } from "./signing-in";
import { visit, type Visit } from "./visit";

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
});
afterAll(() => Promise.all([browser?.close(), site?.close()]));

const STAFF = ["SUPPORT", "MARKETING", "PRIVACY_OFFICER", "OPERATOR"] as const;
const CUSTOMERS = [
  ["ACCOUNT_ADMINISTRATOR", ADMINISTRATOR],
  ["PLATFORM_USER", USER],
] as const;

test.each(STAFF)(
  "every page that %s is offered at the console",
  async (audience) => {
    const each = await visit(browser, site.address, audience);
    await signInAsStaff(each.page, site.address, audience);
    expect(await walk(each, audience)).toBeGreaterThan(3);
    expect(each.faults).toEqual([]);
    await each.close();
  },
  240_000,
);

test.each(CUSTOMERS)(
  "every page that %s is offered at the portal",
  async (audience, address) => {
    const each = await visit(browser, site.address, audience);
    await signInAtPortal(each.page, site.address, address);
    expect(await walk(each, audience)).toBeGreaterThan(3);
    expect(each.faults).toEqual([]);
    await each.close();
  },
  240_000,
);

/** Answers how many pages there were. */
async function walk({ page, look, settled }: Visit, audience: string): Promise<number> {
  const links = page.getByRole("navigation").first().getByRole("link");
  const addresses = await links.evaluateAll((all) => all.map(String));
  const hrefs = addresses.map((address) => new URL(address).pathname);
  for (const href of hrefs) {
    const name = [audience, ...href.split("/").slice(2)].filter(Boolean).join("-").toLowerCase();
    await links.and(page.locator(`[href="${href}"]`)).click();
    await settled();
    await look(name);
    const row = page.getByRole("grid").locator("[data-index='0']");
    if ((await row.count()) === 0) continue;
    await row.press("Enter");
    await settled();
    const isDialog = (await page.getByRole("dialog").count()) > 0;
    if (isDialog || !page.url().endsWith(href)) await look(`${name}-first`);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }
  return hrefs.length;
}
