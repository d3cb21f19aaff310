// Support at a customer's page: a contact's address revealed, all its users, and who did what.
import type { Browser } from "playwright-core";
import { STORY_CUSTOMERS } from "../../seeds/story-people";
import { openBrowser } from "../setup/browser";
import { openSite, type Site } from "../setup/site";
import { signInAsStaff } from "./signing-in";
import { visit } from "./visit";

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
});
afterAll(() => Promise.all([browser?.close(), site?.close()]));

const [CUSTOMER] = STORY_CUSTOMERS;

test("support sees a customer in one page, reveals a contact's address, and goes on to its users", async () => {
  const { page, look, faults, close } = await visit(browser, site.address, "SUPPORT");
  await signInAsStaff(page, site.address, "SUPPORT");
  await page.goto(`${site.address}/console/customers/${CUSTOMER.id}`);
  await page.getByRole("heading", { level: 1, name: CUSTOMER.name }).waitFor();
  await page.getByText("This is what you read it for.").waitFor();
  await page.getByRole("region", { name: "Activity" }).getByRole("listitem").first().waitFor();
  await look("customer-support");

  const contacts = page.getByRole("region", { name: "Contacts" });
  await contacts.getByRole("button", { name: "Reveal" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Reveal" }).click();
  await contacts.locator("[data-revealed]").waitFor();
  const { rows } = await site.api.database.query(
    "select audience, purpose, fields from audit_entries where action = 'REVEAL'",
  );
  expect(rows).toEqual([
    { audience: "SUPPORT", purpose: "CUSTOMER_SUPPORT", fields: ["emailAddress"] },
  ]);

  await page.getByRole("link", { name: "All users of this customer" }).click();
  await page.getByRole("heading", { level: 1, name: `Users of ${CUSTOMER.name}` }).waitFor();
  await page.getByLabel("Role").selectOption("ACCOUNT_ADMINISTRATOR");
  await page.getByRole("row", { name: /Marta Lindqvist/ }).waitFor();
  await page.getByRole("row", { name: /Tomás Oliveira/ }).waitFor({ state: "detached" });
  await look("users-of-customer");
  expect(faults).toEqual([]);
  await close();
}, 180_000);
