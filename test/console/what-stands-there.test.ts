// What stands where an answer is not, and where the keyboard is: empty lists, what somebody may not see, what failed, and
// a mark on whatever has the focus.
import type { Browser, Page } from "playwright-core";
import { STORY_CUSTOMERS } from "../../seeds/story-people";
import { openBrowser } from "../setup/browser";
import { openSite, type Site } from "../setup/site";
import { heading } from "./pressing";
import { ADMINISTRATOR, signInAsStaff, signInAtPortal } from "./signing-in";
import { visit } from "./visit";

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
});
beforeEach(() => site.api.database.query("update credentials set totp_last_step = 0"));
afterAll(() => Promise.all([browser?.close(), site?.close()]));

const [, ANOTHER] = STORY_CUSTOMERS;

test("an empty list says what to do first, and a filter that nothing matches how to go on", async () => {
  const { page, look, faults, close } = await visit(browser, site.address, "MARKETING");
  await signInAsStaff(page, site.address, "MARKETING");
  await page.goto(`${site.address}/console/exports`);
  await page.getByText("No export").first().waitFor();
  await look("list-empty");
  await page.goto(`${site.address}/console/prospects`);
  await page.getByLabel("Name begins with").fill("Nobody is called so");
  await page.getByText("Nothing matches these filters.").waitFor();
  await look("list-nothing-matches");
  await page.getByRole("button", { name: "Clear filters" }).click();
  await page.getByRole("row").nth(1).waitFor();
  await page.keyboard.press("Control+K");
  await page.getByRole("dialog").getByRole("combobox").fill("Nobody is called so");
  await page.getByText("Nothing found.").waitFor();
  await look("palette-nothing");
  expect(faults).toEqual([]);
  await close();
}, 180_000);

test("a link to what one may not see leads to the same page as one to nothing", async () => {
  const { rows } = await site.api.database.query(
    `select (select id from prospects limit 1) as prospect,
      (select id from platform_users where customer_id = $1 limit 1) as foreign_user`,
    [ANOTHER.id],
  );
  const [{ prospect, foreign_user: foreignUser }] = rows;
  const support = await visit(browser, site.address, "SUPPORT");
  await signInAsStaff(support.page, site.address, "SUPPORT");
  await support.page.goto(`${site.address}/console/prospects/${prospect}`);
  await support.page.getByText("There is nothing at this address").waitFor();
  await support.look("not-found-console");
  const said = await support.page.locator("main").innerText();
  await support.page.goto(`${site.address}/console/customers/${prospect}`);
  await support.page.getByText("There is nothing at this address").waitFor();
  expect(await support.page.locator("main").innerText()).toBe(said);

  const administrator = await visit(browser, site.address, "ACCOUNT_ADMINISTRATOR");
  await signInAtPortal(administrator.page, site.address, ADMINISTRATOR);
  await administrator.page.goto(`${site.address}/portal/users/${foreignUser}`);
  await administrator.page.getByText("There is nothing at this address").waitFor();
  await administrator.look("not-found-portal");
  expect([...support.faults, ...administrator.faults]).toEqual([]);
  await Promise.all([support.close(), administrator.close()]);
}, 180_000);

test("a failure is told with its reference, and trying again shows the list", async () => {
  const { page, look, faults, close } = await visit(browser, site.address, "OPERATOR");
  await signInAsStaff(page, site.address, "OPERATOR");
  await site.api.database.query("alter table api_clients rename to api_clients_elsewhere");
  try {
    await page.getByRole("link", { name: "API clients" }).click();
    await page.getByText(/^Reference [\w-]{8,}$/).waitFor();
    await page.getByText("Something went wrong on our side.").waitFor();
    await look("failed-list");
  } finally {
    await site.api.database.query("alter table api_clients_elsewhere rename to api_clients");
  }
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("row").nth(1).waitFor();
  expect(faults).toEqual([]);
  await close();
}, 120_000);

/** Walks by the keyboard, and names whatever looks the same with the focus as without. */
async function unmarkedAmong(page: Page, steps: number): Promise<string[]> {
  const unmarked: (string | null)[] = [];
  for (let step = 0; step < steps; step += 1) {
    await page.keyboard.press("Tab");
    unmarked.push(await page.evaluate<string | null>(LAST_LEFT));
  }
  return unmarked.filter((each) => each !== null);
}

const LAST_LEFT = `(() => {
  const seen = (element) => [element, element.parentElement, element.parentElement?.querySelector("fieldset")]
    .filter((each) => each && getComputedStyle(each).opacity !== "0")
    .map((each) => getComputedStyle(each))
    .map((style) => [style.outlineStyle === "none" ? "" : style.outline, style.boxShadow, style.border,
      style.backgroundColor, style.top].join())
    .join();
  const last = window.lastSeen;
  const now = document.activeElement;
  window.lastSeen = now === document.body ? undefined : { element: now, look: seen(now) };
  return last && last.element !== now && last.element.isConnected && seen(last.element) === last.look
    ? last.element.outerHTML.slice(0, 200)
    : null;
})()`;

test("whatever has the focus is marked: in a list, a form, a choice and a dialog", async () => {
  const { page, faults, close } = await visit(browser, site.address, "MARKETING");
  await signInAsStaff(page, site.address, "MARKETING");
  const unmarked: Record<string, string[]> = {};
  for (const [path, title] of [
    ["prospects", "Prospects"],
    ["prospects/new", "New prospect"],
    ["exports/new", "New export"],
  ] as const) {
    await page.goto(`${site.address}/console/${path}`);
    await heading(page, title).waitFor();
    unmarked[path] = await unmarkedAmong(page, 36);
  }
  await page.goto(`${site.address}/console/prospects`);
  await page.getByRole("button", { name: "Suppress an address" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  unmarked["a dialog"] = await unmarkedAmong(page, 8);
  expect(unmarked).toEqual({
    prospects: [],
    "prospects/new": [],
    "exports/new": [],
    "a dialog": [],
  });
  expect(faults).toEqual([]);
  await close();
}, 180_000);
