// Operators at the console: a client made and its secret used, a role that waits for a second operator, and a customer
// from its first day to the end of its contract.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright-core";
import { STORY_STAFF, storyAddress, storySecret } from "../../seeds/story-people";
import { openBrowser } from "../setup/browser";
import { openSite, type Site } from "../setup/site";
import { answer, heading, press } from "./pressing";
import { signInAs, signInAsStaff } from "./signing-in";
import { visit } from "./visit";

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
});
// a code is good once: the next journey begins in the same half minute
beforeEach(() => site.api.database.query("update credentials set totp_last_step = 0"));
afterAll(() => Promise.all([browser?.close(), site?.close()]));

const [SUPPORT, , , , SECOND_OPERATOR] = STORY_STAFF;

async function doByPalette(page: Page, command: string) {
  await page.keyboard.press("Control+K");
  await page.getByRole("combobox").waitFor();
  await page.keyboard.type(command);
  await page.getByRole("option", { name: command }).waitFor();
  await page.keyboard.press("Enter");
}

test("an operator makes a client, sees its secret once, and calls the API with what the console says", async () => {
  const { page, look, faults, close } = await visit(browser, site.address, "OPERATOR");
  await signInAsStaff(page, site.address, "OPERATOR");
  await look("start-operator");
  await doByPalette(page, "New API client");
  await heading(page, "New API client").waitFor();
  await page.getByLabel("Acts as").selectOption("CONNECTOR");
  await page.getByLabel("Name").fill("Warehouse");
  await page.getByRole("combobox", { name: "Customer" }).fill("Nord");
  await page.getByRole("option", { name: "Nordwind Versand" }).click();
  await look("new-client");
  await press(page, "Make the client");

  await page.getByText("It is shown only now.").waitFor();
  await look("client-secret");
  await page.keyboard.press("Escape");
  const line = page.getByRole("region", { name: "Paste this into a terminal" }).locator("code");
  const { stdout } = await promisify(execFile)("bash", ["-c", await line.innerText()]);
  expect(JSON.parse(stdout)).toMatchObject({ data: { viewer: { audience: "CONNECTOR" } } });

  await press(page, "I have kept it");
  await heading(page, "Warehouse").waitFor();
  await page.getByText("Nordwind Versand").waitFor();
  expect(await page.content()).not.toContain("zbk_live_");
  await press(page, "Add a secret");
  await answer(page, "Add a secret");
  await press(page, "I have kept it");
  await page.getByText("Ends by itself", { exact: true }).waitFor();
  await look("client");
  await press(page, "Revoke");
  await answer(page, "Revoke");
  await page.getByText("Revoked by").waitFor();
  expect(faults).toEqual([]);
  await close();
}, 180_000);

test("a role that is power over others waits, and a second operator finds it on the start page and confirms it", async () => {
  const first = await visit(browser, site.address, "OPERATOR");
  await signInAsStaff(first.page, site.address, "OPERATOR");
  await first.page.goto(`${site.address}/console/staff`);
  await first.page.getByRole("row", { name: SUPPORT.name }).click();
  await heading(first.page, SUPPORT.name).waitFor();
  await press(first.page, "Grant a role");
  await first.page.getByRole("dialog").getByRole("combobox").selectOption("PRIVACY_OFFICER");
  await answer(first.page, "Grant a role");
  await first.page.getByText("Waits for confirmation").waitFor();
  expect(await first.page.getByRole("button", { name: "Confirm" }).count()).toBe(0);
  await first.look("staff-member");

  const second = await visit(browser, site.address, "OPERATOR");
  await signInAs(second.page, site.address, {
    address: storyAddress(SECOND_OPERATOR.name),
    secret: storySecret(SECOND_OPERATOR.id),
  });
  await second.page.getByRole("link", { name: SUPPORT.name }).click();
  await press(second.page, "Confirm");
  await second.look("role-confirm");
  await answer(second.page, "Confirm");
  await second.page.getByText("may act as Privacy officer now").waitFor();
  const { rows } = await site.api.database.query(
    "select is_in_force from staff_roles where staff_id = $1 and audience = 'PRIVACY_OFFICER'",
    [SUPPORT.id],
  );
  expect(rows).toEqual([{ is_in_force: true }]);
  expect([...first.faults, ...second.faults]).toEqual([]);
  await Promise.all([first.close(), second.close()]);
}, 180_000);

test("a customer comes in, its first administrator is invited, and its contract ends once its name is typed", async () => {
  const { page, look, faults, close } = await visit(browser, site.address, "OPERATOR");
  await signInAsStaff(page, site.address, "OPERATOR");
  await doByPalette(page, "New customer");
  const name = "Mango & Moss <b>Ltd</b>";
  await page.getByLabel("Company's name").fill(name);
  await page.getByLabel("Country").last().fill("ch");
  await page.getByText("Switzerland").waitFor();
  await look("new-customer");
  await answer(page, "Create");
  await heading(page, name).waitFor();

  await press(page, "Invite the first administrator");
  await page.getByRole("dialog").getByLabel("Name").fill("Ruth Baumann");
  await page.getByRole("dialog").getByLabel("E-mail address").fill("ruth@mango.example.com");
  await answer(page, "Send the invitation");
  await page.getByRole("listitem").filter({ hasText: "Ruth Baumann" }).waitFor();
  await look("customer-operator");

  await press(page, "End the contract");
  const end = page.getByRole("dialog").getByRole("button", { name: "End the contract" });
  expect(await end.isDisabled()).toBe(true);
  await page.getByLabel("Type «").fill(name);
  await look("end-contract");
  await end.click();
  await page.getByText("Records that lost a basis: 1.").waitFor();
  await heading(page, "Customers").waitFor();
  await page.goto(`${site.address}/console/jobs`);
  await heading(page, "Jobs").waitFor();
  await look("jobs");
  expect(faults).toEqual([]);
  await close();
}, 180_000);
