// Support at the console: finds a user, opens the page, reveals an address, and the audit has it.
import type { Browser } from "playwright-core";
import { openBrowser } from "../setup/browser";
import { openSite, type Site } from "../setup/site";
import { storyStaff } from "../setup/signing-in";
import { signInAsStaff } from "./signing-in";
import { visit } from "./visit";

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
});
afterAll(() => Promise.all([browser?.close(), site?.close()]));

test("support finds a user by the keyboard alone and reveals an address, which the audit has", async () => {
  const { page, look, faults, close } = await visit(browser, site.address, "SUPPORT");
  await page.goto(`${site.address}/console`);
  await page.getByLabel("E-mail address").waitFor();
  await look("sign-in");
  await signInAsStaff(page, site.address, "SUPPORT");
  await look("start-support");

  await page.keyboard.press("Control+K");
  await page.getByRole("combobox").waitFor();
  await page.keyboard.type("Marta");
  await page.getByRole("option", { name: /Marta Lindqvist/ }).waitFor();
  await look("palette");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Marta Lindqvist" }).waitFor();
  await look("platform-user");

  const reveal = page.getByRole("button", { name: "Reveal" });
  await reveal.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await look("platform-user-reveal");
  await page.getByRole("dialog").getByRole("button", { name: "Reveal" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText("user0@harbour-finch-logistics.example.com").waitFor();
  expect(faults).toEqual([]);

  const { rows } = await site.api.database.query(
    `select audience, purpose, fields from audit_entries where action = 'REVEAL' and viewer_id = $1`,
    [storyStaff("SUPPORT").id],
  );
  expect(rows).toEqual([
    { audience: "SUPPORT", purpose: "CUSTOMER_SUPPORT", fields: ["emailAddress"] },
  ]);
  await close();
}, 120_000);

test("the sign-in page speaks the language of the system", async () => {
  const { page, look, faults, close } = await visit(browser, site.address, "SUPPORT", {
    locale: "de-DE",
  });
  await page.goto(`${site.address}/console`);
  await page.getByLabel("E-Mail-Adresse").waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("de-DE");
  await look("sign-in-german");
  expect(faults).toEqual([]);
  await close();
}, 60_000);
