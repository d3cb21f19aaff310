// The console and the portal where something goes wrong meanwhile: the session ends, somebody else is quicker, nobody
// answers, a button is pressed twice. What was typed stays, and nothing is done twice.
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { STORY_CUSTOMERS } from "../../seeds/story-people";
import { currentCode } from "../../src/viewer/sign-in/totp";
import { openBrowser } from "../setup/browser";
import { storyStaff } from "../setup/signing-in";
import { openSite, type Site } from "../setup/site";
import { heading } from "./pressing";
import { ADMINISTRATOR, giveAddress, signInAsStaff, signInAtPortal } from "./signing-in";
import { visit } from "./visit";

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
});
const codesAreGoodAgain = () =>
  site.api.database.query("update credentials set totp_last_step = 0");
beforeEach(codesAreGoodAgain);
afterAll(() => Promise.all([browser?.close(), site?.close()]));

const [CUSTOMER] = STORY_CUSTOMERS;
/** A token is believed for three seconds; then the ended session is noticed. */
const NOTICED_AFTER_MS = 3_500;

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

const countOf = async (table: string, name: string) =>
  (await site.api.database.query(`select from ${table} where name = $1`, [name])).rowCount;

async function aProspect(): Promise<{ id: string; name: string }> {
  const { rows } = await site.api.database.query(
    "select id, name from prospects where purposes > 0 and purposes_valid_until > now() limit 1",
  );
  return rows[0];
}

async function editProspect(page: Page, id: string) {
  await page.goto(`${site.address}/console/prospects/${id}`);
  await press(page, "Edit");
  await page.getByLabel("Company", { exact: true }).waitFor();
}

test("a session that ends while one types is begun anew over the page, and what was typed is saved once", async () => {
  const { page, look, faults, close } = await visit(browser, site.address, "MARKETING");
  await signInAsStaff(page, site.address, "MARKETING");
  const { id } = await aProspect();
  await editProspect(page, id);
  await page.getByLabel("Company", { exact: true }).fill("Typed before the end");
  await site.api.database.query(
    "update sessions set ended_at = now(), end_reason = 'ENDED_BY_PERSON' where ended_at is null",
  );
  await sleep(NOTICED_AFTER_MS);
  await press(page, "Save");

  const over = page.getByRole("dialog", { name: "Sign in" });
  await over.getByText("what you typed is still here").waitFor();
  await look("session-over");
  await codesAreGoodAgain();
  await giveAddress(over, storyStaff("MARKETING").address);
  await page.getByLabel("Code").fill(currentCode(storyStaff("MARKETING").secret));
  await press(page, "Confirm");
  await over.waitFor({ state: "detached" });
  expect(await page.getByLabel("Company", { exact: true }).inputValue()).toBe(
    "Typed before the end",
  );
  await look("session-begun-anew");

  await press(page, "Save");
  await page.getByText("Saved.").waitFor();
  const { rows } = await site.api.database.query(
    `select company_name, (select count(*)::int from audit_entries
      where operation = 'prospectUpdate' and action = 'WRITE' and subject_ids @> array[$1::uuid]) as written
      from prospects where id = $1`,
    [id],
  );
  expect(rows).toEqual([{ company_name: "Typed before the end", written: 1 }]);
  expect(faults).toEqual([]);
  await close();
}, 180_000);

test.each([
  ["Take theirs", "The first one's"],
  ["Keep mine", "The second one's"],
])(
  "of two who edit one prospect the second compares, and «%s» is done",
  async (choice, stays) => {
    const { id } = await aProspect();
    const first = await visit(browser, site.address, "MARKETING");
    const second = await visit(browser, site.address, "MARKETING");
    await signInAsStaff(first.page, site.address, "MARKETING");
    await codesAreGoodAgain();
    await signInAsStaff(second.page, site.address, "MARKETING");
    await editProspect(first.page, id);
    await editProspect(second.page, id);
    await first.page.getByLabel("Company", { exact: true }).fill("The first one's");
    await press(first.page, "Save");
    await first.page.getByText("Saved.").waitFor();

    await second.page.getByLabel("Company", { exact: true }).fill("The second one's");
    await press(second.page, "Save");
    const compared = second.page.getByRole("dialog", {
      name: "Somebody else changed this meanwhile",
    });
    await compared.getByText("The first one's").waitFor();
    await compared.getByText("The second one's").waitFor();
    expect(await compared.getByRole("button", { name: "Save" }).isDisabled()).toBe(true);
    await second.look("conflict-prospect");
    await compared.getByRole("radio", { name: new RegExp(`^${choice}`) }).check();
    await compared.getByRole("button", { name: "Save" }).click();
    await second.page.getByText("Saved.").waitFor();
    const { rows } = await site.api.database.query(
      "select company_name from prospects where id = $1",
      [id],
    );
    expect(rows).toEqual([{ company_name: stays }]);
    expect([...first.faults, ...second.faults]).toEqual([]);
    await Promise.all([first.close(), second.close()]);
  },
  180_000,
);

test.each([
  ["Take theirs", "first"],
  ["Keep mine", "second"],
])(
  "of two administrators who edit one user the second compares, and «%s» is done",
  async (choice, stays) => {
    const { id } = CUSTOMER.user;
    const first = await visit(browser, site.address, "ACCOUNT_ADMINISTRATOR");
    const second = await visit(browser, site.address, "ACCOUNT_ADMINISTRATOR");
    for (const { page } of [first, second]) {
      await signInAtPortal(page, site.address, ADMINISTRATOR);
      await page.goto(`${site.address}/portal/users/${id}`);
      await press(page, "Edit");
    }
    await first.page.getByRole("dialog").getByLabel("Name").fill(`${choice}, first`);
    await press(first.page, "Save");
    await heading(first.page, `${choice}, first`).waitFor();

    await second.page.getByRole("dialog").getByLabel("Name").fill(`${choice}, second`);
    await press(second.page, "Save");
    const compared = second.page.getByRole("dialog", {
      name: "Somebody else changed this meanwhile",
    });
    await compared.getByText(`${choice}, first`).waitFor();
    await compared.getByText(`${choice}, second`).waitFor();
    await second.look("conflict-user");
    await compared.getByRole("radio", { name: new RegExp(`^${choice}`) }).check();
    await compared.getByRole("button", { name: "Save" }).click();
    await heading(second.page, `${choice}, ${stays}`).waitFor();
    expect([
      await countOf("platform_users", `${choice}, ${stays}`),
      first.faults,
      second.faults,
    ]).toEqual([1, [], []]);
    await Promise.all([first.close(), second.close()]);
  },
  180_000,
);

test("a button that is pressed twice makes one record", async () => {
  const { page, faults, close } = await visit(browser, site.address, "OPERATOR");
  await signInAsStaff(page, site.address, "OPERATOR");
  await page.goto(`${site.address}/console/customers?do=create`);
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Company's name").fill("Pressed twice");
  await dialog.getByLabel("Country").fill("CH");
  await dialog.getByRole("button", { name: "Create" }).dblclick();
  await heading(page, "Pressed twice").waitFor();
  expect(await countOf("customers", "Pressed twice")).toBe(1);
  expect(faults).toEqual([]);
  await close();
}, 120_000);
