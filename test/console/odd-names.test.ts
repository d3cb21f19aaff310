// Names as nobody expects them: of 200 letters without a gap, of markup, and written from right to left with a mark that
// turns what follows. Nothing runs, nothing flows over the page's edge, and what stands beside a name stays where it is.
import type { Browser, Page } from "playwright-core";
import { STORY_CUSTOMERS } from "../../seeds/story-people";
import { openBrowser } from "../setup/browser";
import { openSite, type Site } from "../setup/site";
import { ADMINISTRATOR, signInAsStaff, signInAtPortal } from "./signing-in";
import { visit, type Visit } from "./visit";

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite(), openBrowser()]);
});
beforeEach(() => site.api.database.query("update credentials set totp_last_step = 0"));
afterAll(() => Promise.all([browser?.close(), site?.close()]));

const LONG = "W".repeat(200);
const MARKUP = `<img src=x onerror=alert(1)> & "Söhne"`;
const TURNED = "שלום \u202e(abc) מקרא";
const NAMES = { long: LONG, markup: MARKUP, turned: TURNED };
const [CUSTOMER] = STORY_CUSTOMERS;

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** What is wider than where it stands, of that which has to fit. */
const flowingOver = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll("html, main, section, [role=dialog]")]
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    .map(({ tagName, scrollWidth, clientWidth }) => tagName + " " + scrollWidth + " > " + clientWidth)`);

/** Whether what comes after the name in a sentence stands after it. */
const endsWhereItShould = (page: Page): Promise<boolean> =>
  page.evaluate(`(() => {
    const title = document.querySelector("[role=dialog] h2");
    const text = document.createTreeWalker(title, NodeFilter.SHOW_TEXT).nextNode();
    const at = (index) => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + 1);
      return range.getBoundingClientRect().left;
    };
    return at(text.length - 1) > at(text.length - 4) && at(text.length - 1) > at(0);
  })()`);

/** At a desk and on a phone. */
async function lookAround({ page, look, faults }: Visit, names: Record<string, string>) {
  for (const [width, height] of [
    [1360, 860],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const [name, path] of Object.entries(names)) {
      await page.goto(`${site.address}${path}`);
      await heading(page).waitFor();
      await page.getByRole("status", { name: "Loading" }).first().waitFor({ state: "detached" });
      await look(`${name}-${width}`);
      for (const what of await flowingOver(page)) faults.push(`${name}, ${width}: ${what}`);
    }
    await page.keyboard.press("Control+K");
    const palette = page.getByRole("dialog").getByRole("combobox");
    await palette.waitFor();
    for (const [name, text] of Object.entries(NAMES)) {
      await palette.fill(text.slice(0, 8));
      await page
        .getByRole("option", { name: text.slice(0, 8) })
        .first()
        .waitFor();
      await look(`palette-${name}-${width}`);
      for (const what of await flowingOver(page)) faults.push(`palette, ${width}: ${what}`);
    }
    await page.keyboard.press("Escape");
  }
}

async function comeIn(audience: Parameters<typeof visit>[2]): Promise<Visit> {
  const visited = await visit(browser, site.address, audience);
  visited.page.on("dialog", (dialog) => {
    visited.faults.push(`It ran: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return visited;
}

const idIn = (page: Page) => new URL(page.url()).pathname.split("/").at(-1)!;

test("customers of odd names are read at a desk and on a phone", async () => {
  const visited = await comeIn("OPERATOR");
  const { page, look, faults, close } = visited;
  await signInAsStaff(page, site.address, "OPERATOR");
  const made: Record<string, string> = {};
  for (const [name, text] of Object.entries(NAMES)) {
    await page.goto(`${site.address}/console/customers?do=create`);
    await page.getByRole("dialog").getByLabel("Company's name").fill(text);
    await page.getByRole("dialog").getByLabel("Country").fill("CH");
    await page.getByRole("dialog").getByRole("button", { name: "Create" }).click();
    await page.getByRole("heading", { level: 1, name: text }).waitFor();
    made[`customer-${name}`] = `/console/customers/${idIn(page)}`;
  }
  await page.locator("main").getByRole("button", { name: "Close" }).click();
  await page.getByRole("dialog").waitFor();
  await look("turned-in-a-question");
  expect(await endsWhereItShould(page)).toBe(true);
  await lookAround(visited, { ...made, "customers-odd": "/console/customers", start: "/console" });
  expect(faults).toEqual([]);
  await close();
}, 300_000);

test("what is too long is said beside its field before it is sent, and by the server after", async () => {
  const { page, look, faults, close } = await comeIn("OPERATOR");
  await signInAsStaff(page, site.address, "OPERATOR");
  await page.goto(`${site.address}/console/customers?do=create`);
  await page.getByRole("dialog").getByLabel("Company's name").fill("a word ".repeat(1_429));
  await page.getByRole("dialog").getByLabel("Country").fill("CH");
  await page.getByText("At most 200 characters.").waitFor();
  await look("too-long");
  expect(await flowingOver(page)).toEqual([]);
  expect(await page.getByRole("button", { name: "Create" }).isDisabled()).toBe(false);
  await page.getByRole("button", { name: "Create" }).click();
  await page.getByText("Shorten name to 200 characters.").waitFor();
  expect(faults).toEqual([]);
  await close();
}, 120_000);

test("prospects of odd names are read at a desk and on a phone", async () => {
  const visited = await comeIn("MARKETING");
  const { page, faults, close } = visited;
  await signInAsStaff(page, site.address, "MARKETING");
  const made: Record<string, string> = {};
  for (const [name, text] of Object.entries(NAMES)) {
    await page.goto(`${site.address}/console/prospects/new`);
    await page.getByLabel("Name").fill(text);
    await page.getByLabel("Company", { exact: true }).fill(text);
    await page.getByLabel("Source").fill(text);
    await page.getByLabel("E-mail address").fill(`${name}@odd.example.com`);
    await press(page, "Add");
    await page.getByRole("heading", { level: 1, name: text }).waitFor();
    made[`prospect-${name}`] = `/console/prospects/${idIn(page)}`;
  }
  await lookAround(visited, { ...made, "prospects-odd": "/console/prospects" });
  expect(faults).toEqual([]);
  await close();
}, 300_000);

test("a portal's users of odd names are read at a desk and on a phone", async () => {
  const visited = await comeIn("ACCOUNT_ADMINISTRATOR");
  const { page, look, faults, close } = visited;
  await signInAtPortal(page, site.address, ADMINISTRATOR);
  const { rows } = await site.api.database.query(
    "select id from platform_users where customer_id = $1 and state = 'ACTIVE' and id <> $2 limit 3",
    [CUSTOMER.id, CUSTOMER.administrator.id],
  );
  const made: Record<string, string> = {};
  for (const [index, [name, text]] of Object.entries(NAMES).entries()) {
    made[`user-${name}`] = `/portal/users/${rows[index].id}`;
    await page.goto(`${site.address}${made[`user-${name}`]}`);
    await press(page, "Edit");
    await page.getByRole("dialog").getByLabel("Name").fill(text);
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await page.getByRole("heading", { level: 1, name: text }).waitFor();
  }
  await press(page, "Deactivate");
  await page.getByRole("dialog").waitFor();
  await look("turned-in-a-question-portal");
  expect(await endsWhereItShould(page)).toBe(true);
  await lookAround(visited, { ...made, "users-odd": "/portal/users", "start-odd": "/portal" });
  expect(faults).toEqual([]);
  await close();
}, 300_000);
