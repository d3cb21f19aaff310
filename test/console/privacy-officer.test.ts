// The privacy officer at the console: why may we hold this, on a date, by all that is known and by what was known then.
import type { Browser, Page } from "playwright-core";
import { CASES } from "../../seeds/cases";
import { openBrowser } from "../setup/browser";
import { openSite, type Site } from "../setup/site";
import { heading } from "./pressing";
import { signInAsStaff } from "./signing-in";
import { visit } from "./visit";

let site: Site;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openSite({ hasWorker: true }), openBrowser()]);
});
afterAll(() => Promise.all([browser?.close(), site?.close()]));

const DAY_MS = 86_400_000;

/** As the field takes it, in the time of the browser. */
const local = (page: Page, at: number) =>
  page.evaluate((ms) => {
    const date = new Date(ms);
    return new Date(ms - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  }, at);

const day = (at: number) =>
  new Date(at).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });

test("the officer answers «why may you hold this?» for a date, by what is known today and by what was known then", async () => {
  const { page, look, faults, close } = await visit(browser, site.address, "PRIVACY_OFFICER");
  const { rows } = await site.api.database.query<{ name: string; at: string }>(
    "select name, created_at::text at from subscribers where email_canonical = $1",
    [CASES.consentedAnew],
  );
  const { name, at } = rows[0]!;
  const since = Date.parse(at);
  await signInAsStaff(page, site.address, "PRIVACY_OFFICER");
  await look("start-privacy-officer");
  await page.getByRole("link", { name: "Find a person" }).click();
  await look("person-search");
  await page.getByLabel("E-mail address").fill("nobody@mail.example.org");
  await page.keyboard.press("Enter");
  await page.getByText("Nothing is held under this address.").waitFor();
  await look("person-search-nothing");
  await page.getByLabel("E-mail address").fill(CASES.consentedAnew.toUpperCase());
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Open the record: Subscriber" }).click();
  await heading(page, name).waitFor();
  expect(page.url()).not.toContain("example.org");
  await page.getByText(/^Permitted: the person consented on .*Preferences page/).waitFor();
  await look("record-now");

  const moment = page.getByLabel("Date and time");
  await moment.fill(await local(page, since + 2.5 * DAY_MS));
  const withdrawn = `Not permitted: the consent of ${day(since)} was withdrawn on ${day(since + 2 * DAY_MS)} (known to us since ${day(since + 3 * DAY_MS)}) (Art. 7(3)).`;
  await page.getByText(withdrawn).waitFor();
  await look("record-at-a-date");
  await page
    .getByLabel("By what was known")
    .selectOption({ label: "As we knew it at that moment" });
  await page
    .getByText(`Permitted: the person consented on ${day(since)} (Subscription form).`)
    .waitFor();
  await page.getByText(/^Permitted for: Newsletter .*By \d of the ledger's \d entries/).waitFor();
  await look("record-as-known-then");

  await page.reload();
  await page
    .getByText(`Permitted: the person consented on ${day(since)} (Subscription form).`)
    .waitFor();
  await page.getByRole("slider", { name: "Moment" }).focus();
  await page.keyboard.press("End");
  await page.getByText(/^Permitted: the person consented on .*Preferences page/).waitFor();
  expect(faults).toEqual([]);
  await close();
}, 180_000);
