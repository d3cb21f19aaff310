// Marketing at the console: a file of ten thousand rows is brought in, mended and taken back; and all that match are
// changed at once and changed back.
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../setup/browser";
import { openSite, type Site } from "../setup/site";
import { answer, heading, press } from "./pressing";
import { signInAsStaff } from "./signing-in";
import { visit } from "./visit";

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite({ hasWorker: true }), openBrowser()]);
});
// a code is good once: the next journey begins in the same half minute
beforeEach(() => site.api.database.query("update credentials set totp_last_step = 0"));
afterAll(() => Promise.all([browser?.close(), site?.close()]));

const SLOW = { timeout: 60_000 };
const ROWS = 10_000;

/** Two of them with an address that is none, as somebody mistypes it. */
function fileOf(rows: number) {
  const fine = Array.from(
    { length: rows - 2 },
    (_, n) => `person${n}@fair.example.com,Person ${n},Company ${n % 97}`,
  );
  const broken = [
    "ines.at.moss.example.com,Inês Duarte,Moss & Sons",
    "otto@@moss.example.com,Otto Brandl,Moss & Sons",
  ];
  const lines = ["Email,Name,Company", ...fine.slice(0, 5), ...broken, ...fine.slice(5)];
  return Buffer.from(`${lines.join("\n")}\n`);
}

test("marketing brings in 10,000 rows, mends two where they stand, and takes all back", async () => {
  const { page, look, faults, close } = await visit(browser, site.address, "MARKETING");
  const prospects = async () => {
    const { rows } = await site.api.database.query<{ open: number; mended: number }>(
      `select count(*) filter (where purposes <> 0)::integer open,
         count(*) filter (where purposes <> 0 and name in ('Inês Duarte', 'Otto Brandl'))::integer mended
       from prospects`,
    );
    return rows[0]!;
  };
  const before = await prospects();
  await signInAsStaff(page, site.address, "MARKETING");
  await look("start-marketing");
  await page.goto(`${site.address}/console/imports`);
  await heading(page, "Imports").waitFor();
  await look("imports-empty");
  await page.getByRole("link", { name: "New import" }).click();
  await heading(page, "New import").waitFor();
  await page.locator("input[type=file]").setInputFiles({
    name: "fair.csv",
    mimeType: "text/csv",
    buffer: fileOf(ROWS),
  });
  await look("import-1-file");
  await press(page, "Send it");
  await heading(page, "fair.csv").waitFor(SLOW);
  await page.getByText(/^All 10,000 rows were looked at/).waitFor(SLOW);
  await look("import-2-columns");

  await page.getByLabel("Show", { exact: true }).selectOption("REFUSED");
  const broken = page.getByRole("row").filter({ hasText: /ines\.at\.moss|otto@@moss/ });
  await broken.nth(1).waitFor();
  expect(await broken.count()).toBe(2);
  await look("import-3-rows-in-error");
  await mend(page, "ines@moss.example.com");
  await look("import-4-row-mended");
  await mend(page, "otto@moss.example.com");
  await page.getByLabel("Source", { exact: false }).fill("Fair in Hanover");
  await press(page, "Begin");

  await page.getByRole("heading", { name: "Rows are being brought in" }).waitFor(SLOW);
  await whileWorkerRests(() => look("import-5-running"));
  await page.reload();
  await page.getByRole("heading", { name: "What became of the rows" }).waitFor(SLOW);
  await look("import-6-result");
  expect(await prospects()).toEqual({ open: before.open + ROWS, mended: 2 });

  await page.getByRole("link", { name: "Who is still to be informed" }).click();
  await page
    .getByRole("row", { name: /Fair|fair\.example\.com/ })
    .first()
    .waitFor();
  await page.goBack();
  await press(page, "Take it back");
  await look("import-7-take-back");
  await answer(page, "Take it back");
  await page.getByRole("button", { name: "Take it back" }).waitFor({ state: "detached" });
  await page.getByRole("heading", { name: "What became of the rows" }).waitFor(SLOW);
  await look("import-8-taken-back");
  expect(await prospects()).toEqual({ ...before, mended: 0 });
  expect(faults).toEqual([]);
  await close();
}, 300_000);

test("a view is kept, shared by its address, and all that match it are changed at once and changed back", async () => {
  const { page, look, faults, close } = await visit(browser, site.address, "MARKETING");
  const kinds = async () => {
    const { rows } = await site.api.database.query<{ visitors: number; partners: number }>(
      `select count(*) filter (where kind = 'VISITOR')::integer visitors,
         count(*) filter (where kind = 'PARTNER')::integer partners from prospects`,
    );
    return rows[0]!;
  };
  const before = await kinds();
  await signInAsStaff(page, site.address, "MARKETING");
  await page.getByRole("link", { name: "Prospects" }).click();
  await heading(page, "Prospects").waitFor();
  await page.getByLabel("Relation").selectOption("VISITOR");
  await page.waitForURL(/kind=VISITOR/);
  await press(page, "Columns");
  await page.getByRole("dialog").getByLabel("Source").check();
  await page.getByRole("button", { name: "Comfortable" }).click();
  await look("list-columns");
  await page.keyboard.press("Escape");
  await press(page, "Views");
  await press(page, "Keep this view");
  await page.getByRole("dialog").getByLabel("Name").fill("Visitors of the site");
  await page.getByRole("dialog").getByLabel("Shared with everybody in this role").check();
  await answer(page, "Save");
  await page.getByText("The view «Visitors of the site» is kept.").waitFor();
  await page.goto(`${site.address}/console/prospects`);
  await press(page, "Views");
  await look("list-views");
  await page.getByRole("link", { name: /Visitors of the site/ }).click();
  await page.waitForURL(/kind=VISITOR/);
  await page.getByRole("columnheader", { name: "Source" }).waitFor();
  await look("list");

  await page.getByLabel("Select the rows shown").check();
  await press(page, "Select all that match");
  await look("list-all-chosen");
  await press(page, "Set the kind");
  await page.getByRole("dialog").getByLabel("Kind").selectOption("PARTNER");
  await answer(page, "Next");
  await heading(page, "Set the kind to «Partner»").waitFor();
  await look("act-1-looked-at");
  expect(await kinds()).toEqual(before);
  await press(page, "Begin");
  await answer(page, "Begin");
  await page.getByRole("heading", { name: "Done" }).waitFor(SLOW);
  await look("act-2-done");
  const { visitors, partners } = await kinds();
  expect(before.visitors - visitors).toBeGreaterThan(10);
  expect(partners - before.partners).toBe(before.visitors - visitors);
  const changed = page
    .getByRole("definition")
    .filter({ hasText: String(before.visitors - visitors) });
  expect(await changed.count()).toBeGreaterThan(0);
  await press(page, "Take it back");
  await answer(page, "Take it back");
  await page.getByText("Taken back", { exact: true }).first().waitFor(SLOW);
  await look("act-3-taken-back");
  expect(await kinds()).toEqual(before);
  expect(faults).toEqual([]);
  await close();
}, 180_000);

async function mend(page: Page, address: string) {
  const inError = page
    .getByLabel("Show", { exact: true })
    .locator("option", { hasText: "In error" });
  const before = await inError.innerText();
  await press(page, "Mend");
  await page.getByLabel("E-mail address", { exact: true }).fill(address);
  await press(page, "Save the row");
  await inError.filter({ hasNotText: before }).waitFor({ state: "attached", ...SLOW });
}

/** What runs stands still, so that it can be looked at. */
async function whileWorkerRests(act: () => Promise<void>) {
  const { pid } = site.worker!;
  process.kill(pid, "SIGSTOP");
  await act();
  process.kill(pid, "SIGCONT");
}
