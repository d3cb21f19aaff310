// While nobody answers, the console says so and tries again; what was typed stays, and is done once.
import type { Browser } from "playwright-core";
import { STORY_STAFF } from "../../seeds/story-people";
import { openBrowser } from "../setup/browser";
import { storyStaff } from "../setup/signing-in";
import { openSite, type Site } from "../setup/site";
import { heading } from "./pressing";
import { giveAddress, signInAsStaff } from "./signing-in";
import { visit } from "./visit";

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
});
beforeEach(() => site.api.database.query("update credentials set totp_last_step = 0"));
afterAll(() => Promise.all([browser?.close(), site?.close()]));

const [, , , OPERATOR] = STORY_STAFF;

const customersCalled = async (name: string) =>
  (await site.api.database.query("select from customers where name = $1", [name])).rowCount;

test("while nobody answers it says so and tries again, and what was typed is done once", async () => {
  const { page, look, faults, close } = await visit(browser, site.address, "OPERATOR");
  await signInAsStaff(page, site.address, "OPERATOR");
  await page.goto(`${site.address}/console/customers?do=create`);
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Company's name").fill("Made once it is back");
  await dialog.getByLabel("Country").fill("CH");
  await page.context().setOffline(true);
  await dialog.getByRole("button", { name: "Create" }).click();
  await dialog.getByText("The server is away").waitFor();
  await look("away-in-a-dialog");
  expect(await dialog.getByLabel("Company's name").inputValue()).toBe("Made once it is back");
  expect(await customersCalled("Made once it is back")).toBe(0);

  await page.context().setOffline(false);
  await heading(page, "Made once it is back").waitFor();
  expect(await page.getByText("The server is away").count()).toBe(0);
  expect(await customersCalled("Made once it is back")).toBe(1);
  expect(faults).toEqual([]);
  await close();
}, 180_000);

test("an answer that is lost on its way is asked for again, and the customer is made once", async () => {
  const { page, faults, close } = await visit(browser, site.address, "OPERATOR");
  await signInAsStaff(page, site.address, "OPERATOR");
  await page.goto(`${site.address}/console/customers?do=create`);
  let isLost = false;
  await page.route("**/graphql", async (route) => {
    const isCreate = route.request().postData()?.includes("customerCreate") ?? false;
    if (!isCreate || isLost) return route.continue();
    isLost = true;
    await route.fetch(); // the server does it; the browser never hears of it
    return route.abort("connectionreset");
  });
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Company's name").fill("Heard of at last");
  await dialog.getByLabel("Country").fill("CH");
  await dialog.getByRole("button", { name: "Create" }).click();
  await heading(page, "Heard of at last").waitFor();
  expect([isLost, await customersCalled("Heard of at last")]).toEqual([true, 1]);
  expect(faults).toEqual([]);
  await close();
}, 120_000);

test("a screen that one goes to while nobody answers comes once somebody does", async () => {
  const { page, look, faults, close } = await visit(browser, site.address, "OPERATOR");
  await signInAsStaff(page, site.address, "OPERATOR");
  await page.context().setOffline(true);
  await page.getByRole("link", { name: "Jobs" }).click();
  await page.getByText("The server is away").waitFor();
  await look("away-on-the-way");
  await page.context().setOffline(false);
  await heading(page, "Jobs").waitFor();
  await page.getByText("The server is away").waitFor({ state: "detached" });
  expect(faults).toEqual([]);
  await close();
}, 120_000);

test("a page that is opened while nobody answers says so, and opens once somebody does", async () => {
  const { page, faults, close } = await visit(browser, site.address, "OPERATOR");
  await signInAsStaff(page, site.address, "OPERATOR");
  await page.route("**/graphql", (route) => route.abort("connectionrefused"));
  await page.route("**/readyz", (route) => route.abort("connectionrefused"));
  await page.reload();
  await page.getByText("The server is away").waitFor();
  await page.unrouteAll();
  await heading(page, "Today").waitFor();
  expect(faults).toEqual([]);
  await close();
}, 120_000);

test("signing out while nobody answers says that one is still signed in", async () => {
  const { page, look, faults, close } = await visit(browser, site.address, "OPERATOR");
  await signInAsStaff(page, site.address, "OPERATOR");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: OPERATOR.name }).click();
  await page.getByRole("menuitem", { name: "Sign out", exact: true }).click();
  await page.getByText("You are still signed in").waitFor();
  await look("sign-out-away");
  await page.context().setOffline(false);
  await page.getByText("The server is away").waitFor({ state: "detached" });
  await page.getByRole("button", { name: OPERATOR.name }).click();
  await page.getByRole("menuitem", { name: "Sign out", exact: true }).click();
  await page.getByLabel("E-mail address").waitFor();
  await page.reload();
  await page.getByLabel("E-mail address").waitFor(); // the cookie is gone too
  await page.context().setOffline(true);
  await giveAddress(page, storyStaff("OPERATOR").address);
  await page.getByText("The server is away").waitFor();
  await look("sign-in-away");
  await page.context().setOffline(false);
  await page.getByLabel("Code").waitFor();
  expect(faults).toEqual([]);
  await close();
}, 120_000);
